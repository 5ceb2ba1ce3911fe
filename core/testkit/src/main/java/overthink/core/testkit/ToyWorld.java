package overthink.core.testkit;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.law.cost.Costs;
import overthink.core.model.AbstractWholeModel;
import overthink.core.model.DrawnWorld;
import overthink.core.model.Model;
import overthink.core.model.World;

/**
 * A kind of world that core knows nothing of: what a candidate is worth follows from its number and its problem's, answers never
 * agree, nothing is drawn and nothing costs anything. A verifier, where the world is said to have one, scores by worth.
 */
public class ToyWorld implements World.Other, DrawnWorld {

    private final int size;
    private final Set<Capability> capabilities;
    private final Worth worth;

    /** What candidates are worth. */
    @FunctionalInterface
    public interface Worth {

        /**
         * From 0 to {@link Model#RIGHT}.
         *
         * @param problem its number
         * @param candidate its number in the trial
         */
        long of(int problem, int candidate);
    }

    /**
     * A world.
     *
     * @param size problems, at least 1
     * @param capabilities what it has beside candidates
     * @param worth of them
     */
    public ToyWorld(int size, Set<Capability> capabilities, Worth worth) {
        this.size = size;
        this.capabilities = Set.copyOf(capabilities);
        this.worth = worth;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<String> levels() {
        return List.of();
    }

    @Override
    public int mostTokensPerStep() {
        return 1;
    }

    @Override
    public Costs costs() {
        return Costs.FREE;
    }

    @Override
    public DrawnWorld draw(long seed) {
        return this;
    }

    @Override
    public double p(int problem) {
        return 0.25;
    }

    @Override
    public Model model() {
        return new ToyModel();
    }

    private final class ToyModel extends AbstractWholeModel {

        private int problem;

        @Override
        public void turnTo(int number) {
            problem = number;
        }

        @Override
        protected void make(int node) {
            // nothing is drawn
        }

        @Override
        public long worth(int node) {
            return worth.of(problem, node);
        }

        @Override
        public int answer(int node) {
            return node;
        }

        @Override
        public void needOutcome() {
            if (!capabilities.contains(Capability.OUTCOME_VERIFIER)) {
                super.needOutcome();
            }
        }

        @Override
        public double outcome(int node) {
            return worth(node);
        }
    }
}
