package overthink.core.run;

import java.math.BigInteger;

/**
 * Which shard of a round has which number: problem 0, then always one far from those before, by the golden ratio, so that at any
 * time those that are done are spread evenly over all, however these are sorted.
 */
final class ShardSequence {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final int problems;
    private final int stride;

    /** The sequence of so many problems. */
    ShardSequence(int problems) {
        this.problems = problems;
        stride = stride(problems);
    }

    /** A shard of the round that a strategy's run has begun. */
    Shard shard(StrategyRun run, long number) {
        long perProblem = perProblem(run);
        return Shard.of(number, run, problem(number / perProblem), number % perProblem);
    }

    /** How many shards of a problem the round has that a strategy's run has begun. */
    long perProblem(StrategyRun run) {
        return Shard.count(run.from(), run.planned());
    }

    /** How many shards the round has that a strategy's run has begun. */
    long count(StrategyRun run) {
        return perProblem(run) * problems;
    }

    private int problem(long turn) {
        return (int) (turn * stride % problems);
    }

    /** A step that comes to every problem: the one nearest to the golden section of their number that shares no factor with it. */
    private static int stride(int problems) {
        int golden = (int) Math.round(problems * GOLDEN);
        for (int away = 0; ; away++) {
            if (coprime(golden + away, problems)) {
                return golden + away;
            }
            if (golden > away && coprime(golden - away, problems)) {
                return golden - away;
            }
        }
    }

    private static boolean coprime(int one, int other) {
        return BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).equals(BigInteger.ONE);
    }
}
