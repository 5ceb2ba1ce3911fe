package overthink.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepChain;
import overthink.core.random.Address;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.world.Policy;
import overthink.core.world.Problem;

/** Draws the problems of a world. */
public final class ProblemSet {

    private ProblemSet() {}

    /**
     * The problems of {@code world} under {@code seed}: problem i depends on the seed and on i alone. Of a list that is longer
     * than the count, so many are drawn without replacement, in the order of the list.
     *
     * @throws IllegalArgumentException when a step profile does not fit the number of steps drawn
     */
    public static List<Problem> draw(SyntheticWorld world, long seed) {
        Origin origin = Origin.of(seed);
        int count = world.problems().count();
        List<Problem> problems = new ArrayList<>(count);
        int[] chosen =
                world.problems().law() instanceof Empirical list ? chosen(list.size(), count, origin) : new int[0];
        for (int i = 0; i < count; i++) {
            problems.add(draw(world, origin, i, chosen));
        }
        return problems;
    }

    /**
     * Draws without replacement: the {@code count} numbers whose words are the least, in their own order. More are a superset
     * of fewer.
     */
    private static int[] chosen(int size, int count, Origin origin) {
        if (count == size) {
            return IntStream.range(0, size).toArray();
        }
        long[] words = IntStream.range(0, size)
                .mapToLong(i -> origin.word(Purpose.DIFFICULTY, i))
                .toArray();
        long[] sorted = words.clone();
        Arrays.sort(sorted);
        return IntStream.range(0, size)
                .filter(i -> words[i] <= sorted[count - 1])
                .limit(count)
                .toArray();
    }

    private static Problem draw(SyntheticWorld world, Origin origin, int index, int[] chosen) {
        DifficultyLaw law = world.problems().law();
        double u = Address.uniform(origin.word(Purpose.DIFFICULTY, index));
        double p = law instanceof Empirical list ? list.p(chosen[index]) : law.quantile(u);
        Policy policy = world.policy();
        int steps = policy.steps().quantile(Address.uniform(origin.word(Purpose.STEPS, index)));
        int promptTokens = policy.promptTokens().quantile(Address.uniform(origin.word(Purpose.PROMPT_TOKENS, index)));
        StepChain chain = StepChain.solve(p, policy.recovery(), policy.profile().weights(steps));
        long counted = law instanceof Empirical list ? list.n(chosen[index]) : Empirical.UNCOUNTED;
        return new Problem(index, p, law.level(u), promptTokens, chain, counted);
    }
}
