package overthink.core.solve.voting;

import org.jspecify.annotations.Nullable;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;
import overthink.core.random.Gaussian;
import overthink.core.random.Site;
import overthink.core.route.OutcomeListener;
import overthink.core.solve.declared.DeclaredAggregated;
import overthink.core.solve.draw.Counts;
import overthink.core.solve.draw.FirstSeen;
import overthink.core.solve.draw.GroupMaximum;
import overthink.core.solve.draw.Multinomial;

/**
 * Votes weighted by the sum of graded Gaussian log-odds: m more candidates of an answer add m times their mean and √m times
 * one Gaussian. Of answers that nobody else gives only the one of the greatest score can win.
 */
final class WeightedVoteSampler implements DeclaredAggregated.TruthSampler {

    private static final int UNIQUE = 0;

    private final Source source;
    private final Scoring.Graded graded;
    private final Hack hack;
    private final double ofRight;
    private final double ofWrong;
    private final double ofUnique;
    private final GroupMaximum maximum = GroupMaximum.of(new NoiseLaw.Gaussian());
    private final Counts counts = new Counts();
    private final FirstSeen order = new FirstSeen();
    private final CounterStream stream = new CounterStream();

    /** By kind: the mean score of one candidate, and the sum in the trial. */
    private double[] means = {};

    private double[] sums = {};
    private double rightDeviation;
    private double wrongDeviation;
    private double uniqueDeviation;
    private double lovedRise;
    private double bestUnique;
    private int right;
    private @Nullable ProblemTruth problem;

    WeightedVoteSampler(Source source, Verifier verifier, Scoring.Graded graded) {
        this.source = source;
        this.graded = graded;
        hack = verifier.hack();
        NoiseShares shares = verifier.shares();
        ofRight = BestOfNAccuracy.selectionNoise(verifier.goodShares());
        ofWrong = BestOfNAccuracy.selectionNoise(shares);
        ofUnique = StrictMath.sqrt(shares.answer() + shares.candidate() + shares.call());
    }

    @Override
    public void turnTo(ProblemTruth view, long[] candidates) {
        problem = view;
        counts.turnTo(view, candidates, view.answerWeights());
        right = view.answers() + 1;
        order.turnTo(right + 1);
        if (sums.length <= right) {
            sums = new double[right + 1];
            means = new double[right + 1];
        }
        double slope = graded.slope(view.problem().p(), view.distance(source));
        rightDeviation = slope * ofRight;
        wrongDeviation = slope * ofWrong;
        uniqueDeviation = slope * ofUnique;
        lovedRise = slope * hack.shift();
        double noise = view.problemNoise(source, false);
        means[UNIQUE] = view.score(source, false, noise);
        for (int k = 1; k < right; k++) {
            means[k] = view.score(source, false, noise + view.answerNoise(source, k));
        }
        means[right] = view.score(source, true, view.problemNoise(source, true) + view.answerNoise(source, 0));
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
        bestUnique = Double.NEGATIVE_INFINITY;
        while (counts.next()) {
            if (counts.added() > 0) {
                sums.move(stream, counts.budget());
                if (counts.rights() > 0) {
                    add(right, counts.rights());
                }
                Multinomial wrongs = counts.wrongs();
                for (int i = 0; i < wrongs.hits(); i++) {
                    if (wrongs.kind(i) == UNIQUE) {
                        addUnique(wrongs.count(i));
                    } else {
                        add(wrongs.kind(i), wrongs.count(i));
                    }
                }
            }
            boolean covered = order.has(right);
            into.close(counts.some(), covered && rightLeads(), covered);
        }
    }

    private void add(int kind, long more) {
        double deviation = kind == right ? rightDeviation : wrongDeviation;
        double weight = more * means[kind]
                + (deviation == 0 ? 0 : deviation * Math.sqrt(more) * Gaussian.of(stream.nextLong()));
        sums[kind] = order.see(kind, counts.budget(), more) ? weight : sums[kind] + weight;
    }

    private void addUnique(long more) {
        long loved = Binomial.draw(more, hack.share(), stream);
        if (loved > 0) {
            double best = means[UNIQUE] + lovedRise + uniqueDeviation * maximum.of(loved, stream);
            bestUnique = Math.max(bestUnique, best);
        }
        if (more > loved) {
            bestUnique = Math.max(bestUnique, means[UNIQUE] + uniqueDeviation * maximum.of(more - loved, stream));
        }
    }

    private boolean rightLeads() {
        double most = sums[right];
        if (bestUnique > most) {
            return false;
        }
        for (int i = 0; i < order.size(); i++) {
            int kind = order.kind(i);
            if (kind != right && sums[kind] >= most && (sums[kind] > most || order.before(kind, right))) {
                return false;
            }
        }
        return true;
    }
}
