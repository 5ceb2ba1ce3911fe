package overthink.core.solve.selection;

import org.jspecify.annotations.Nullable;
import overthink.core.model.ProblemTruth;
import overthink.core.random.CounterStream;
import overthink.core.random.Site;
import overthink.core.route.OutcomeListener;
import overthink.core.solve.declared.DeclaredAggregated;
import overthink.core.solve.declared.LatentKinds;
import overthink.core.solve.draw.Counts;
import overthink.core.solve.draw.GroupMaximum;
import overthink.core.solve.draw.Multinomial;

/**
 * Best-of-n under a graded verifier by groups: the greatest of the candidates of one {@link LatentKinds kind} is their centre
 * plus the greatest of as many noises.
 */
final class BestOfNSampler implements DeclaredAggregated.TruthSampler {

    private final LatentKinds kinds;
    private final GroupMaximum maximum;
    private final Counts counts = new Counts();
    private final CounterStream stream = new CounterStream();
    private @Nullable ProblemTruth problem;

    BestOfNSampler(LatentKinds kinds, GroupMaximum maximum) {
        this.kinds = kinds;
        this.maximum = maximum;
    }

    @Override
    public void turnTo(ProblemTruth view, long[] candidates) {
        problem = view;
        kinds.turnTo(view);
        counts.turnTo(view, candidates, kinds.weights());
    }

    @Override
    public void play(long trial, OutcomeListener into) {
        ProblemTruth view = problem;
        if (view == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        counts.begin(view, trial);
        Site sums = view.sums(trial);
        double bestRight = Double.NEGATIVE_INFINITY;
        double bestWrong = Double.NEGATIVE_INFINITY;
        boolean covered = false;
        while (counts.next()) {
            if (counts.added() > 0) {
                sums.move(stream, counts.budget());
                if (counts.rights() > 0) {
                    covered = true;
                    double greatest = kinds.selection() * maximum.of(counts.rights(), stream);
                    bestRight = Math.max(bestRight, kinds.rightCentre() + greatest);
                }
                bestWrong = Math.max(bestWrong, bestWrong());
            }
            into.close(counts.some(), bestRight > bestWrong, covered);
        }
    }

    private double bestWrong() {
        double best = Double.NEGATIVE_INFINITY;
        if (kinds.size() == 1) {
            long wrongs = counts.added() - counts.rights();
            return wrongs == 0 ? best : kinds.centre(0) + kinds.deviation(0) * maximum.of(wrongs, stream);
        }
        Multinomial wrongs = counts.wrongs();
        for (int i = 0; i < wrongs.hits(); i++) {
            int kind = wrongs.kind(i);
            best = Math.max(best, kinds.centre(kind) + kinds.deviation(kind) * maximum.of(wrongs.count(i), stream));
        }
        return best;
    }
}
