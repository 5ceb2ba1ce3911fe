package overthink.strategies.adaptive;

import java.util.Arrays;
import org.apache.commons.math3.special.Beta;
import overthink.strategies.voting.Ballot;

/**
 * Stops when the leader is the more likely of the two most frequent answers with probability at least {@code threshold}:
 * with v₁ and v₂ votes and a uniform prior, P = 1 − I<sub>½</sub>(v₁ + 1, v₂ + 1) (Aggarwal et al. 2023,
 * Adaptive-Consistency; its default rule, threshold 0.95). At threshold 1 it never stops.
 *
 * <p>P grows with v₁ and falls with v₂, so a table of the least v₁ for each v₂ decides. It is filled as far as votes come.
 */
final class BetaRule implements StoppingRule {

    /** The least v₁ is not looked for beyond this. */
    private static final int MOST = 1 << 24;

    private final double threshold;
    private int[] least = new int[16];
    private int known;

    BetaRule(double threshold) {
        this.threshold = threshold;
    }

    @Override
    public boolean stops(Ballot ballot) {
        return ballot.leaderVotes() >= leastFirst(ballot.secondVotes());
    }

    /** The least number of votes for the first with which it stops, when the second has {@code second}. */
    int leastFirst(int second) {
        while (known <= second) {
            if (known == least.length) {
                least = Arrays.copyOf(least, 2 * known);
            }
            least[known] = find(known, known == 0 ? 1 : least[known - 1]);
            known++;
        }
        return least[second];
    }

    /** The first of {@code from}, {@code from} + 1, … that reaches the threshold; by doubling and bisection. */
    private int find(int second, int from) {
        int low = Math.max(from, second);
        int step = 1;
        while (low < MOST && !reaches(low + step - 1, second)) {
            low += step;
            step *= 2;
        }
        int high = low + step - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reaches(middle, second)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean reaches(int first, int second) {
        return threshold < 1 && doubt(first, second) <= 1 - threshold;
    }

    /** I<sub>½</sub>(v₁ + 1, v₂ + 1): the probability that the second is the more likely of the two. */
    static double doubt(int first, int second) {
        return Beta.regularizedBeta(0.5, first + 1.0, second + 1.0);
    }
}
