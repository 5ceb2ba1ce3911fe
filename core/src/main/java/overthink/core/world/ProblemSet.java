package overthink.core.world;

import java.util.ArrayList;
import java.util.List;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepChain;
import overthink.core.random.Address;
import overthink.core.random.Address.Purpose;

/** Draws the problems of a world. */
public final class ProblemSet {

    private static final int DIFFICULTY = 0;
    private static final int STEPS = 1;
    private static final int PROMPT = 2;

    private ProblemSet() {}

    /**
     * The problems of {@code world} under {@code seed}: problem i depends on the seed and on i alone.
     *
     * @throws IllegalArgumentException when a step profile does not fit the number of steps drawn
     */
    public static List<Problem> draw(World world, long seed) {
        List<Problem> problems = new ArrayList<>(world.problems().count());
        for (int i = 0; i < world.problems().count(); i++) {
            problems.add(draw(world, seed, i));
        }
        return problems;
    }

    private static Problem draw(World world, long seed, int index) {
        long worldKey = Address.problem(seed, Purpose.WORLD, index);
        long costKey = Address.problem(seed, Purpose.COST, index);
        DifficultyLaw law = world.problems().law();
        double u = Address.uniform(Address.part(worldKey, DIFFICULTY));
        double p = law instanceof Empirical list ? list.p(index) : law.quantile(u);
        Policy policy = world.policy();
        int steps = policy.steps().quantile(Address.uniform(Address.part(worldKey, STEPS)));
        int promptTokens = policy.promptTokens().quantile(Address.uniform(Address.part(costKey, PROMPT)));
        StepChain chain = StepChain.solve(p, policy.recovery(), policy.profile().weights(steps));
        return new Problem(index, p, law.level(u), promptTokens, chain);
    }
}
