package overthink.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepChain;
import overthink.core.random.Address;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.world.Gathering;
import overthink.core.world.Policy;
import overthink.core.world.Problem;

/** Draws the problems of a world. */
public final class ProblemSet {

    private ProblemSet() {}

    /**
     * The problems of {@code world} under {@code seed}. Where they are drawn, problem i depends on the seed and on i alone; of
     * a list that is longer than the count, so many are drawn without replacement, in the order of the list. Where they are
     * spread, the law and the count decide about p, and the seed about what else belongs to a problem.
     *
     * @throws IllegalArgumentException when a step profile does not fit the number of steps drawn
     */
    public static List<Problem> draw(SyntheticWorld world, long seed) {
        Origin origin = Origin.of(seed);
        int count = world.problems().count();
        boolean drawn = world.problems().gathering() == Gathering.DRAWN;
        DifficultyLaw law = world.problems().law();
        List<Problem> problems = new ArrayList<>(count);
        CandidateChance chance = new CandidateChance(world.policy(), origin);
        if (law instanceof Empirical list) {
            double[] ranks = list.ranks();
            for (int one : drawn ? chosen(list.size(), count, origin) : spread(list, count)) {
                problems.add(
                        problem(world, origin, chance, problems.size(), list.p(one), -1, list.n(one), ranks[one], one));
            }
            return problems;
        }
        for (int i = 0; i < count; i++) {
            double u = drawn ? Address.uniform(origin.word(Purpose.DIFFICULTY, i)) : (i + 0.5) / count;
            problems.add(problem(
                    world, origin, chance, i, law.quantile(u), law.level(u), Empirical.UNCOUNTED, u, Problem.UNLISTED));
        }
        return problems;
    }

    /** The elements at the quantiles (i + ½)/count of a list, by p. */
    private static int[] spread(Empirical list, int count) {
        int[] byP = IntStream.range(0, list.size())
                .boxed()
                .sorted(Comparator.comparingDouble(list::p))
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.range(0, count)
                .map(i -> byP[(int) ((2L * i + 1) * list.size() / (2L * count))])
                .toArray();
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

    /** A problem of a declared difficulty, moved as the policy was trained, of which all else is drawn: its ideas, too. */
    private static Problem problem(
            SyntheticWorld world,
            Origin origin,
            CandidateChance chance,
            int index,
            double declared,
            int level,
            long counted,
            double latent,
            int listed) {
        double moved = world.problems().moves().moved(index, declared);
        double p = chance.of(index, moved);
        long ofP = p == declared ? counted : Empirical.UNCOUNTED;
        return problem(world, origin, index, p, moved, level, ofP, latent, listed);
    }

    /** A problem of a given difficulty, of which all else is drawn. */
    static Problem problem(
            SyntheticWorld world, Origin origin, int index, double p, double declared, int level, long counted) {
        return problem(world, origin, index, p, declared, level, counted, 0.5, Problem.UNLISTED);
    }

    private static Problem problem(
            SyntheticWorld world,
            Origin origin,
            int index,
            double p,
            double declared,
            int level,
            long counted,
            double latent,
            int listed) {
        Policy policy = world.policy();
        int steps = policy.steps().quantile(Address.uniform(origin.word(Purpose.STEPS, index)));
        int promptTokens = policy.promptTokens().quantile(Address.uniform(origin.word(Purpose.PROMPT_TOKENS, index)));
        StepChain chain = StepChain.solve(p, policy.recovery(), policy.profile().weights(steps));
        return new Problem(index, p, declared, level, promptTokens, chain, counted, latent, listed);
    }
}
