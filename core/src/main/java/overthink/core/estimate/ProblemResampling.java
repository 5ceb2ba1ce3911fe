package overthink.core.estimate;

import overthink.core.random.CounterStream;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * Problems drawn again, with replacement, from those that there are (Efron's bootstrap, clustered by problem): what another
 * benchmark of the same size might be. Whatever is compared on one draw is paired by problem.
 */
public final class ProblemResampling {

    private final Origin origin;
    private final int problems;
    private final CounterStream stream = new CounterStream();

    /**
     * Draws from a number of problems.
     *
     * @param seed of all randomness
     * @param problems at least 1
     */
    public ProblemResampling(long seed, int problems) {
        if (problems < 1) {
            throw new IllegalArgumentException("there must be at least 1 problem, not " + problems);
        }
        origin = Origin.of(seed);
        this.problems = problems;
    }

    /** How often each problem is drawn: whole numbers that sum to the number of problems. */
    public int[] weights(int draw) {
        Site site = new Site(Purpose.PLAN_PROBLEMS);
        site.turnTo(origin, draw);
        site.move(stream, 0);
        int[] weights = new int[problems];
        for (int i = 0; i < problems; i++) {
            weights[stream.nextInt(problems)]++;
        }
        return weights;
    }
}
