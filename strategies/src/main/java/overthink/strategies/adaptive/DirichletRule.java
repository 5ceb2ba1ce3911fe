package overthink.strategies.adaptive;

import org.apache.commons.math3.special.Gamma;
import overthink.strategies.voting.Ballot;

/**
 * Stops when the leader is the most likely of the five most frequent answers with probability at least {@code threshold}:
 * the posterior of their shares is Dirichlet with parameters v + 1 (Aggarwal et al. 2023, Adaptive-Consistency, whose tool
 * integrates it by Monte Carlo). With fewer than three answers it is {@link BetaRule}.
 *
 * <p>Shares compare as independent Gamma variables of shape v + 1 do, so P is one integral,
 * ∫ g<sub>v₁+1</sub>(x)·∏<sub>j≥2</sub> P(v<sub>j</sub> + 1, x) dx. It lies between the product and the least of the
 * pairwise probabilities of the Beta rule (given x the others are independent and all likelier for greater x, so they are
 * associated), which settles most cases; decisions on the others are kept, so that nothing is integrated twice.
 */
final class DirichletRule implements StoppingRule {

    /** How many answers take part. */
    private static final int MOST = 5;

    /** Votes fit into this many bits of a key. */
    private static final int BITS = 12;

    /** The integral's nodes: every quarter of a standard deviation of log x, to 40 of them below the mode and 10 above. */
    private static final double STEP = 0.25;

    private static final int NODES = 40;

    /** Relative to the density's peak. */
    private static final double NEGLIGIBLE = 1e-18;

    private final double threshold;
    private final BetaRule pairwise;
    private final int[] top = new int[MOST];
    private final KeptDecisions kept = new KeptDecisions();

    DirichletRule(double threshold) {
        this.threshold = threshold;
        pairwise = new BetaRule(threshold);
    }

    @Override
    public boolean stops(Ballot ballot) {
        if (!pairwise.stops(ballot)) {
            return false;
        }
        int count = rank(ballot);
        if (count < 3) {
            return true;
        }
        if (top[0] >> BITS != 0) {
            return reaches(count);
        }
        long key = 0;
        for (int i = 0; i < count; i++) {
            key = (key << BITS) | top[i];
        }
        int decided = kept.decided(key);
        if (decided >= 0) {
            return decided == 1;
        }
        boolean stops = reaches(count);
        kept.keep(key, stops);
        return stops;
    }

    private boolean reaches(int count) {
        double atLeast = 1;
        for (int i = 1; i < count; i++) {
            atLeast *= 1 - BetaRule.doubt(top[0], top[i]);
        }
        return atLeast >= threshold || leaderProbability(top, count) >= threshold;
    }

    /** The five greatest numbers of votes, descending, in {@link #top}; returns how many there are. */
    private int rank(Ballot ballot) {
        int count = 0;
        for (int answer = 0; answer < ballot.answers(); answer++) {
            int votes = ballot.votes(answer);
            if (count < MOST) {
                count++;
            } else if (votes <= top[MOST - 1]) {
                continue;
            }
            int i = count - 1;
            for (; i > 0 && top[i - 1] < votes; i--) {
                top[i] = top[i - 1];
            }
            top[i] = votes;
        }
        return count;
    }

    /**
     * The probability that the first of {@code count} answers is the most likely, by the trapezoidal rule in y = log x. The
     * integrand is analytic and falls off on both sides as a Gaussian of standard deviation 1/√(v₁ + 1) or faster does on
     * the right and as a power on the left, so the rule errs by less than 1e-12.
     */
    static double leaderProbability(int[] votes, int count) {
        double shape = votes[0] + 1.0;
        double h = STEP / Math.sqrt(shape);
        double mode = StrictMath.log(shape);
        double sum = 0;
        double mass = 0;
        for (int node = -4 * NODES; node <= NODES; node++) {
            double offset = node * h;
            double density = StrictMath.exp(shape * (offset - StrictMath.expm1(offset)));
            if (density < NEGLIGIBLE) {
                continue;
            }
            double x = StrictMath.exp(mode + offset);
            double others = 1;
            for (int i = 1; i < count && others > 0; i++) {
                others *= Gamma.regularizedGammaP(votes[i] + 1.0, x);
            }
            sum += density * others;
            mass += density;
        }
        return sum / mass;
    }
}
