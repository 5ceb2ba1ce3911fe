package overthink.strategies.adaptive;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;
import overthink.strategies.voting.Ballot;

/**
 * Stops when the leader is the most frequent of all answers, seen or not, with probability P of at least {@code threshold}; that
 * is, at even prior odds, when the Bayes factor P/(1 − P) for it is at least threshold/(1 − threshold). Shares have the posterior
 * of a Dirichlet process of concentration α: Dirichlet with the votes themselves for parameters, and α for all that was not seen,
 * which counts as one rival (Komiyama et al. 2025, "Best-of-∞: Asymptotic Performance of Test-Time Compute", who draw from it;
 * here it is integrated).
 *
 * <p>Shares compare as independent Gamma variables of these shapes do, so P = ∫ g<sub>v₁</sub>(x)·P(α, x)·∏<sub>j≥2</sub>
 * P(v<sub>j</sub>, x) dx. With k equal votes and no other it is 1 − I<sub>½</sub>(k, α); for α = 1, 1 − 2<sup>−k</sup>.
 */
final class DirichletProcessRule implements StoppingRule {

    /** The integral's nodes: every so much of a standard deviation of log x, from so many below the mode to so many above. */
    private static final double STEP = 0.25;

    private static final int BELOW = 240;
    private static final int ABOVE = 40;

    /** Relative to the density's peak. */
    private static final double NEGLIGIBLE = 1e-18;

    private final double threshold;
    private final double concentration;
    private final BetaRule pairwise;
    private final double unseenLog;
    private final KeptDecisions kept = new KeptDecisions();
    private double[] rivals = new double[16];
    private double[] rivalLogs = new double[16];
    /** The logarithm of the gamma function by whole number, as far as it is worked out. */
    private double[] logGammas = new double[16];

    private int known;

    DirichletProcessRule(double threshold, double concentration) {
        this.threshold = threshold;
        this.concentration = concentration;
        pairwise = new BetaRule(threshold);
        unseenLog = Gamma.logGamma(concentration);
    }

    @Override
    public boolean stops(Ballot ballot) {
        int leader = ballot.leaderVotes();
        if (threshold == 1 || leader == 0 || (ballot.secondVotes() > 0 && !pairwiseStops(ballot))) {
            return false;
        }
        int count = 0;
        long key = mixed(-leader);
        boolean leaderPassed = false;
        for (int answer = 0; answer < ballot.answers(); answer++) {
            int votes = ballot.votes(answer);
            if (votes == leader && !leaderPassed) {
                leaderPassed = true;
            } else if (votes > 0) {
                if (count == rivals.length) {
                    rivals = Arrays.copyOf(rivals, 2 * count);
                    rivalLogs = Arrays.copyOf(rivalLogs, 2 * count);
                }
                key += mixed(votes);
                rivals[count] = votes;
                rivalLogs[count++] = logGamma(votes);
            }
        }
        key = key >>> 1 | 1L << 61;
        int decided = kept.decided(key);
        if (decided >= 0) {
            return decided == 1;
        }
        boolean stops = leaderProbability(leader, rivals, rivalLogs, count, concentration, unseenLog) >= threshold;
        kept.keep(key, stops);
        return stops;
    }

    /**
     * Part of the key of some votes, whatever their order. Two ballots have one key with a chance of about 2<sup>−62</sup>: below
     * 1e-6 that any two of the million that are kept have.
     */
    private static long mixed(int votes) {
        long word = votes * 0x9E3779B97F4A7C15L;
        word = (word ^ word >>> 30) * 0xBF58476D1CE4E5B9L;
        word = (word ^ word >>> 27) * 0x94D049BB133111EBL;
        return word ^ word >>> 31;
    }

    private double logGamma(int votes) {
        for (; known <= votes; known++) {
            if (known == logGammas.length) {
                logGammas = Arrays.copyOf(logGammas, 2 * known);
            }
            logGammas[known] = known == 0 ? Double.POSITIVE_INFINITY : Gamma.logGamma(known);
        }
        return logGammas[votes];
    }

    /** Whether the leader beats the second alone, with a vote less each, likely enough; if not, it does not beat all others. */
    private boolean pairwiseStops(Ballot ballot) {
        return ballot.leaderVotes() - 1 >= pairwise.leastFirst(ballot.secondVotes() - 1);
    }

    /**
     * The probability that the first share is the greatest, by the trapezoidal rule in y = log x.
     *
     * @param leader its shape, at least 1
     * @param rivals the shapes of the others, of which there are {@code count}
     * @param unseen the shape of what was not seen, above 0
     */
    static double leaderProbability(double leader, double[] rivals, int count, double unseen) {
        double[] logs = Arrays.stream(rivals).map(Gamma::logGamma).toArray();
        return leaderProbability(leader, rivals, logs, count, unseen, Gamma.logGamma(unseen));
    }

    private static double leaderProbability(
            double leader, double[] rivals, double[] rivalLogs, int count, double unseen, double unseenLog) {
        double h = STEP / Math.sqrt(leader);
        double mode = StrictMath.log(leader);
        double sum = 0;
        double mass = 0;
        for (int node = -BELOW; node <= ABOVE; node++) {
            double offset = node * h;
            double density = StrictMath.exp(leader * (offset - StrictMath.expm1(offset)));
            if (density < NEGLIGIBLE) {
                continue;
            }
            double x = StrictMath.exp(mode + offset);
            double others = LowerGamma.share(unseen, unseenLog, x);
            for (int i = 0; i < count && others > 0; i++) {
                others *= LowerGamma.share(rivals[i], rivalLogs[i], x);
            }
            sum += density * others;
            mass += density;
        }
        return sum / mass;
    }
}
