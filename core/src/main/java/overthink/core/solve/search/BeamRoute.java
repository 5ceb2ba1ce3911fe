package overthink.core.solve.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.exact.search.BeamChain;
import overthink.core.exact.search.BeamLimit;
import overthink.core.exact.search.BestOne;
import overthink.core.exact.search.GreedyChain;
import overthink.core.exact.search.SearchEnd;
import overthink.core.exact.search.VerdictBeam;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.law.step.StepChain;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.VerdictRates;

/** The exact way to the numbers of {@link Law.Beam}. Chains that serve all problems are made once, for all threads. */
final class BeamRoute implements DeclaredExact {

    private final Law.Beam law;
    private final IndependentStepScores scores;
    private final SyntheticWorld world;
    /** By nodes of a step, where graded scores are told apart alike on all problems. */
    private final Map<Long, BeamChain> chains = new HashMap<>();

    BeamRoute(Law.Beam law, IndependentStepScores scores, SyntheticWorld world) {
        this.law = law;
        this.scores = scores;
        this.world = world;
    }

    /** Of verdicts that tie, many of which are kept, no limit is known. */
    @Override
    public boolean endless() {
        return scores.verdicts() == null || law.width() == Law.UNBOUNDED || law.most() != Law.UNBOUNDED;
    }

    @Override
    public TruthSolver solver() {
        VerdictRates verdicts = scores.verdicts();
        return verdicts == null ? new GradedSolver() : new VerdictSolver(verdicts);
    }

    private abstract class AbstractBeamSolver extends AbstractSearchSolver {

        AbstractBeamSolver() {
            super(world);
        }

        @Override
        final long nodes(long candidates) {
            return Math.min(candidates, law.most());
        }

        @Override
        public final long last() {
            return law.most();
        }

        @Override
        final Optional<SearchEnd> endless() {
            if (law.most() != Law.UNBOUNDED) {
                return Optional.of(end(law.most()));
            }
            return law.width() == Law.UNBOUNDED ? Optional.of(greedy().limit(steps())) : shareLimit();
        }

        @Override
        final SearchEnd end(long nodes) {
            long kept = BeamShortcut.kept(law, nodes);
            return kept == 1 ? greedy().end(steps(), nodes) : beam(nodes, kept);
        }

        final StepChain steps() {
            return problem().chain();
        }

        abstract GreedyChain greedy();

        abstract SearchEnd beam(long nodes, long kept);

        /** The limit where a share of all nodes is kept; empty where it is not known. */
        abstract Optional<SearchEnd> shareLimit();
    }

    private final class GradedSolver extends AbstractBeamSolver {

        private double distance = Double.NaN;
        private @Nullable BestOne best;

        @Override
        protected void prepare(ProblemTruth view) {
            double next = scores.distance(view);
            if (next != distance) {
                distance = next;
                best = scores.best(distance);
            }
        }

        private BestOne best() {
            BestOne known = best;
            if (known == null) {
                throw new IllegalStateException("no problem was turned to");
            }
            return known;
        }

        @Override
        GreedyChain greedy() {
            return new GreedyChain(best());
        }

        @Override
        SearchEnd beam(long nodes, long kept) {
            if (kept == nodes) {
                Approximation accuracy = best().at(p(), nodes);
                return new SearchEnd(accuracy.value(), accuracy.error(), Coverage.of(p(), nodes), nodes * p());
            }
            return chain(nodes, kept).end(steps());
        }

        private BeamChain chain(long nodes, long kept) {
            if (!scores.alike()) {
                return make(nodes, kept);
            }
            synchronized (chains) {
                return chains.computeIfAbsent(nodes, n -> make(n, kept));
            }
        }

        private BeamChain make(long nodes, long kept) {
            return new BeamChain(scores.verifier().noise(), distance, (int) nodes, (int) kept);
        }

        @Override
        Optional<SearchEnd> shareLimit() {
            return Optional.of(new BeamLimit(scores.verifier().noise(), distance, law.width(), best()).end(steps()));
        }
    }

    private final class VerdictSolver extends AbstractBeamSolver {

        private final VerdictRates verdicts;
        private FirstAcceptedLaw rates = new FirstAcceptedLaw(1, 0);

        VerdictSolver(VerdictRates verdicts) {
            this.verdicts = verdicts;
        }

        @Override
        protected void prepare(ProblemTruth view) {
            rates = verdicts.of(view);
        }

        @Override
        GreedyChain greedy() {
            return new GreedyChain(BestOne.verdicts(rates));
        }

        @Override
        SearchEnd beam(long nodes, long kept) {
            return new VerdictBeam(rates, (int) nodes, (int) kept).end(steps());
        }

        @Override
        Optional<SearchEnd> shareLimit() {
            return Optional.empty();
        }
    }
}
