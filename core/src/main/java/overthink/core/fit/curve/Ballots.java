package overthink.core.fit.curve;

import java.util.Arrays;
import overthink.core.api.LogOdds;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Recording;

/**
 * Votes by drawing orders of the candidates: the first k of an order are k drawn without replacement, so that one order gives the
 * value at every k. The same orders for every rule. Equals share; an answer that some candidates give rightly and others wrongly is
 * right with the chance of its candidates.
 */
final class Ballots implements Statistic {

    /** More than the relative error of a sum of some thousand probabilities. */
    private static final double ROUNDING = 1e-11;

    private final Recording recording;
    private final boolean weighted;
    private final int orders;
    private final Origin origin;
    private final Site site = new Site(Purpose.REPLAY_ORDERS);
    private final CounterStream stream = new CounterStream();

    /** Sums of squares of the last values over their orders, by k. */
    private double[] squares = new double[0];

    private double[] weight = new double[0];
    private int weighed = -1;

    /**
     * Votes that count one each, or by their candidates' scores as probabilities.
     *
     * @param orders how many, at least 1
     */
    Ballots(Recording recording, boolean weighted, int orders, long seed) {
        this.recording = recording;
        this.weighted = weighted;
        this.orders = orders;
        origin = Origin.of(seed);
    }

    @Override
    public void of(int problem, int[] candidates, int[] ks, double[] into) {
        weigh(problem);
        site.turnTo(origin, problem);
        int n = candidates.length;
        int classes = recording.classes(problem);
        double[] chance = chances(problem, candidates, classes);
        double[] sums = new double[classes];
        int[] order = candidates.clone();
        squares = new double[ks.length];
        Arrays.fill(into, 0, ks.length, 0);
        for (int number = 0; number < orders; number++) {
            site.move(stream, number);
            Arrays.fill(sums, 0);
            System.arraycopy(candidates, 0, order, 0, n);
            int next = 0;
            for (int k = 1; k <= n && next < ks.length; k++) {
                int other = k - 1 + (int) (Address.uniform(stream.nextLong()) * (n - k + 1));
                int candidate = order[other];
                order[other] = order[k - 1];
                order[k - 1] = candidate;
                int answer = recording.answer(problem, candidate);
                if (answer != Recording.NO_ANSWER) {
                    sums[answer] += weight[candidate];
                }
                while (next < ks.length && ks[next] == k) {
                    double value = leaders(sums, chance);
                    into[next] += value;
                    squares[next++] += value * value;
                }
            }
        }
        for (int i = 0; i < ks.length; i++) {
            into[i] /= orders;
            if (ks[i] == 1) {
                into[i] = ofOne(problem, candidates, chance);
                squares[i] = orders * into[i] * into[i];
            }
        }
    }

    /** The value of one candidate, of all that there are: no order is needed. */
    private double ofOne(int problem, int[] candidates, double[] chance) {
        double sum = 0;
        for (int candidate : candidates) {
            int answer = recording.answer(problem, candidate);
            sum += answer != Recording.NO_ANSWER && weight[candidate] > 0 ? chance[answer] : 0;
        }
        return sum / candidates.length;
    }

    /** The variance of the value at the i-th k that was computed last, as far as the orders drawn are to blame. */
    double orderVariance(int i, double value) {
        return orders < 2 ? 0 : Math.max(0, squares[i] / orders - value * value) / (orders - 1);
    }

    private void weigh(int problem) {
        if (problem == weighed) {
            return;
        }
        weighed = problem;
        weight = new double[recording.candidates(problem)];
        for (int candidate = 0; candidate < weight.length; candidate++) {
            double score = weighted ? recording.score(0, problem, candidate) : 0;
            weight[candidate] = weighted ? LogOdds.probability(score) : 1;
        }
    }

    /** By answer: the share of right ones among the candidates that give it. */
    private double[] chances(int problem, int[] candidates, int classes) {
        int[] votes = new int[classes];
        double[] chance = new double[classes];
        for (int candidate : candidates) {
            int answer = recording.answer(problem, candidate);
            if (answer != Recording.NO_ANSWER) {
                votes[answer]++;
                chance[answer] += recording.correct(problem, candidate) ? 1 : 0;
            }
        }
        for (int answer = 0; answer < classes; answer++) {
            chance[answer] = votes[answer] == 0 ? 0 : chance[answer] / votes[answer];
        }
        return chance;
    }

    /** The mean chance of the answers of the greatest weight; 0 when nobody gave an answer. */
    private static double leaders(double[] sums, double[] chance) {
        double greatest = 0;
        for (double sum : sums) {
            greatest = Math.max(greatest, sum);
        }
        if (greatest == 0) {
            return 0;
        }
        double least = greatest * (1 - 2 * ROUNDING);
        double sum = 0;
        int leading = 0;
        for (int answer = 0; answer < sums.length; answer++) {
            if (sums[answer] >= least) {
                sum += chance[answer];
                leading++;
            }
        }
        return sum / leading;
    }
}
