package overthink.core.exact.replay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import overthink.core.exact.GaussLegendre;

/**
 * The expected accuracy of a majority vote of k candidates drawn without replacement from those recorded for a problem, equals
 * sharing the win (which the first seen of equals does, too). A candidate without an answer is drawn and never wins.
 *
 * <p>For a right answer with c votes, other answers with n<sub>1</sub>, n<sub>2</sub>, … and m candidates without an answer the
 * accuracy is Σ<sub>j=1</sub><sup>min(c, k)</sup> C(c, j) ÷ C(n, k) · ∫₀¹ [z<sup>k−j</sup>] (1 + z)<sup>m</sup>
 * Π<sub>a</sub> (Σ<sub>i&lt;j</sub> C(n<sub>a</sub>, i) z<sup>i</sup> + u·C(n<sub>a</sub>, j) z<sup>j</sup>) du: u counts the ties, as
 * ∫u<sup>t</sup>du = 1 ÷ (1 + t) is the share of one in a tie of t + 1. The integrand is a polynomial in u, so the quadrature has
 * no error. An answer of which some candidates are right and some wrong, as programs of one behaviour can be, wins as often as any
 * other of its votes, and the first seen of its candidates is right with their share. Every answer's polynomial is taken at z·q ÷ (1 − q) and divided by (1 − q)<sup>−n<sub>a</sub></sup>, with q about
 * k ÷ n: its coefficients are then binomial probabilities, and nothing overflows. Not for use by several threads.
 */
public final class MajorityReplay {

    /** Votes by answer. */
    private final int[] votes;
    /** By answer: the share of right ones among its candidates. */
    private final double[] right;

    private final int unanswered;
    private final int n;
    /** By number of nodes, as far as they were needed. */
    private final Map<Integer, GaussLegendre> rules = new HashMap<>();

    /**
     * The candidates of one problem.
     *
     * @param right votes of each right answer
     * @param wrong votes of each wrong answer
     * @param unanswered candidates without an answer
     */
    public MajorityReplay(int[] right, int[] wrong, int unanswered) {
        this(concatenation(right, wrong), ones(right.length, right.length + wrong.length), unanswered);
    }

    private MajorityReplay(int[] votes, double[] right, int unanswered) {
        this.votes = votes;
        this.right = right;
        this.unanswered = unanswered;
        n = Arrays.stream(votes).sum() + unanswered;
    }

    /**
     * The candidates of one problem by their answers, each of which may be given by right and by wrong ones.
     *
     * @param votes of each answer
     * @param right how many of them are right: at least 0, at most the votes
     * @param unanswered candidates without an answer
     * @throws IllegalArgumentException when an answer has more right votes than votes, or fewer than none
     */
    public static MajorityReplay ofClasses(int[] votes, int[] right, int unanswered) {
        double[] shares = new double[votes.length];
        for (int answer = 0; answer < votes.length; answer++) {
            if (right[answer] < 0 || right[answer] > votes[answer]) {
                throw new IllegalArgumentException("of %d votes of an answer between 0 and all must be right, not %d"
                        .formatted(votes[answer], right[answer]));
            }
            shares[answer] = votes[answer] == 0 ? 0 : (double) right[answer] / votes[answer];
        }
        return new MajorityReplay(votes.clone(), shares, unanswered);
    }

    private static int[] concatenation(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static double[] ones(int count, int length) {
        double[] row = new double[length];
        Arrays.fill(row, 0, count, 1);
        return row;
    }

    /**
     * The accuracy of a vote of {@code k}.
     *
     * @param k from 1 to the number of candidates
     * @throws IllegalArgumentException when {@code k} is outside that range
     */
    public double accuracy(int k) {
        if (k < 1 || k > n) {
            throw new IllegalArgumentException("k must be between 1 and %d, not %d".formatted(n, k));
        }
        double accuracy = 0;
        int[] rivals = new int[votes.length - (votes.length > 0 ? 1 : 0)];
        for (int winner = 0; winner < votes.length; winner++) {
            if (right[winner] > 0) {
                System.arraycopy(votes, 0, rivals, 0, winner);
                System.arraycopy(votes, winner + 1, rivals, winner, rivals.length - winner);
                accuracy += right[winner] * wins(votes[winner], rivals, k);
            }
        }
        return accuracy;
    }

    /** The chance that an answer of that many recorded votes wins against its rivals. */
    private double wins(int candidates, int[] rivals, int k) {
        double q = (k + 0.5) / (n + 1);
        double[] own = binomial(candidates, q);
        double all = binomial(n, q)[k];
        double sum = 0;
        for (int j = 1; j <= Math.min(candidates, k); j++) {
            sum += own[j] * othersBelow(j, k - j, rivals, q);
        }
        return sum / all;
    }

    /** The coefficient of z to the {@code rest} of what no rival spoils that may reach {@code j} only in a tie. */
    private double othersBelow(int j, int rest, int[] rivals, double q) {
        int free = unanswered;
        int contested = 0;
        int[] contenders = new int[rivals.length];
        for (int rival : rivals) {
            if (rival < j) {
                free += rival;
            } else {
                contenders[contested++] = rival;
            }
        }
        double[] harmless = Arrays.copyOf(binomial(free, q), rest + 1);
        GaussLegendre rule = rules.computeIfAbsent(contested / 2 + 1, GaussLegendre::new);
        double[][] factors = new double[contested][];
        for (int a = 0; a < contested; a++) {
            factors[a] = Arrays.copyOf(binomial(contenders[a], q), j + 1);
        }
        double sum = 0;
        for (int node = 0; node < rule.size(); node++) {
            double u = (1 + rule.node(node)) / 2;
            double[] product = harmless;
            for (double[] factor : factors) {
                product = times(product, factor, u);
            }
            sum += rule.weight(node) / 2 * product[rest];
        }
        return sum;
    }

    /** The product of two polynomials, cut at the degree of the first; the last coefficient of the second counts u times. */
    private static double[] times(double[] first, double[] second, double u) {
        double[] product = new double[first.length];
        int last = second.length - 1;
        for (int i = 0; i < first.length; i++) {
            if (first[i] != 0) {
                int end = Math.min(last, first.length - 1 - i);
                for (int k = 0; k <= end; k++) {
                    product[i + k] += first[i] * (k == last ? u * second[k] : second[k]);
                }
            }
        }
        return product;
    }

    /** The probabilities of 0 to {@code trials} successes, each of chance {@code q} in (0, 1). */
    private static double[] binomial(int trials, double q) {
        double[] row = new double[trials + 1];
        int mode = (int) ((trials + 1) * q);
        row[mode] = 1;
        double odds = q / (1 - q);
        double sum = 1;
        for (int i = mode; i < trials; i++) {
            row[i + 1] = row[i] * odds * (trials - i) / (i + 1);
            sum += row[i + 1];
        }
        for (int i = mode; i > 0; i--) {
            row[i - 1] = row[i] * i / (odds * (trials - i + 1));
            sum += row[i - 1];
        }
        for (int i = 0; i <= trials; i++) {
            row[i] /= sum;
        }
        return row;
    }
}
