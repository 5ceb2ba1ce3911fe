package overthink.core.world;

import java.util.ArrayList;
import java.util.List;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepChain;
import overthink.core.random.Address;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;

/** Draws the problems of a world. */
public final class ProblemSet {

    private ProblemSet() {}

    /**
     * The problems of {@code world} under {@code seed}: problem i depends on the seed and on i alone.
     *
     * @throws IllegalArgumentException when a step profile does not fit the number of steps drawn
     */
    public static List<Problem> draw(World world, long seed) {
        Origin origin = Origin.of(seed);
        List<Problem> problems = new ArrayList<>(world.problems().count());
        for (int i = 0; i < world.problems().count(); i++) {
            problems.add(draw(world, origin, i));
        }
        return problems;
    }

    private static Problem draw(World world, Origin origin, int index) {
        DifficultyLaw law = world.problems().law();
        double u = Address.uniform(origin.word(Purpose.DIFFICULTY, index));
        double p = law instanceof Empirical list ? list.p(index) : law.quantile(u);
        Policy policy = world.policy();
        int steps = policy.steps().quantile(Address.uniform(origin.word(Purpose.STEPS, index)));
        int promptTokens = policy.promptTokens().quantile(Address.uniform(origin.word(Purpose.PROMPT_TOKENS, index)));
        StepChain chain = StepChain.solve(p, policy.recovery(), policy.profile().weights(steps));
        return new Problem(index, p, law.level(u), promptTokens, chain);
    }
}
