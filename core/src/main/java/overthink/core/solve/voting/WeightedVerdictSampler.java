package overthink.core.solve.voting;

import org.jspecify.annotations.Nullable;
import overthink.core.model.ProblemTruth;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;
import overthink.core.random.Site;
import overthink.core.route.OutcomeListener;
import overthink.core.solve.declared.DeclaredAggregated;
import overthink.core.solve.declared.VerdictRates;
import overthink.core.solve.draw.Counts;
import overthink.core.solve.draw.FirstSeen;
import overthink.core.solve.draw.Multinomial;

/**
 * Votes weighted by verdicts: an answer's weight is made of how many of its candidates are accepted and how many are not.
 * Wrong answers that nobody else gives are two kinds, accepted or not, of which the first seen stands for all.
 */
final class WeightedVerdictSampler implements DeclaredAggregated.TruthSampler {

    private static final int UNIQUE = 0;

    /** Weights that differ by less than this share of them are equal, as the plain strategy has it. */
    private static final double ROUNDING = 1e-11;

    private final VerdictRates rates;
    private final VerdictWeight rule;
    private final boolean alike;
    private final Counts counts = new Counts();
    private final FirstSeen order = new FirstSeen();
    private final CounterStream stream = new CounterStream();

    /** By kind: the rate of acceptance, and in the trial the accepted and the rejected. */
    private double[] rate = {};

    private long[] accepted = {};
    private long[] rejected = {};
    private int right;
    private int uniqueRejected;
    private @Nullable ProblemTruth problem;

    /**
     * A sampler.
     *
     * @param alike whether all wrong answers are accepted at the same rate
     */
    WeightedVerdictSampler(VerdictRates rates, VerdictWeight rule, boolean alike) {
        this.rates = rates;
        this.rule = rule;
        this.alike = alike;
    }

    @Override
    public void turnTo(ProblemTruth view, long[] candidates) {
        problem = view;
        counts.turnTo(view, candidates, view.answerWeights());
        right = view.answers() + 1;
        uniqueRejected = right + 1;
        order.turnTo(uniqueRejected + 1);
        if (rate.length <= uniqueRejected) {
            rate = new double[uniqueRejected + 1];
            accepted = new long[uniqueRejected + 1];
            rejected = new long[uniqueRejected + 1];
        }
        rate[UNIQUE] = rates.ofUnique(view);
        for (int k = 1; k < right; k++) {
            rate[k] = alike ? rate[UNIQUE] : rates.ofWrong(view, k);
        }
        rate[right] = rates.ofRight(view);
    }

    @Override
    public void play(long trial, OutcomeListener into) {
        ProblemTruth view = problem;
        if (view == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        counts.begin(view, trial);
        order.begin(view.firstSeen(trial));
        Site sums = view.sums(trial);
        while (counts.next()) {
            if (counts.added() > 0) {
                sums.move(stream, counts.budget());
                if (counts.rights() > 0) {
                    add(right, counts.rights());
                }
                Multinomial wrongs = counts.wrongs();
                for (int i = 0; i < wrongs.hits(); i++) {
                    add(wrongs.kind(i), wrongs.count(i));
                }
            }
            boolean covered = order.has(right);
            into.close(counts.some(), covered && rightLeads(), covered);
        }
    }

    private void add(int kind, long more) {
        long yes = Binomial.draw(more, rate[kind], stream);
        if (kind == UNIQUE) {
            // of each kind the first alone counts
            if (yes > 0 && order.see(UNIQUE, counts.budget(), yes)) {
                accepted[UNIQUE] = 1;
                rejected[UNIQUE] = 0;
            }
            if (more > yes && order.see(uniqueRejected, counts.budget(), more - yes)) {
                accepted[uniqueRejected] = 0;
                rejected[uniqueRejected] = 1;
            }
            return;
        }
        if (order.see(kind, counts.budget(), more)) {
            accepted[kind] = 0;
            rejected[kind] = 0;
        }
        accepted[kind] += yes;
        rejected[kind] += more - yes;
    }

    private boolean rightLeads() {
        double most = weight(right);
        for (int i = 0; i < order.size(); i++) {
            int kind = order.kind(i);
            if (kind != right) {
                double ahead = weight(kind) - most;
                double equal = ROUNDING * (Math.abs(weight(kind)) + Math.abs(most));
                if (ahead > equal || (ahead >= -equal && order.before(kind, right))) {
                    return false;
                }
            }
        }
        return true;
    }

    private double weight(int kind) {
        return rule.of(accepted[kind], rejected[kind]);
    }
}
