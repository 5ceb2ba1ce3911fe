package overthink.core.solve.selection;

import org.jspecify.annotations.Nullable;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.model.ProblemTruth;
import overthink.core.random.Address;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;
import overthink.core.random.Site;
import overthink.core.route.OutcomeListener;
import overthink.core.solve.declared.DeclaredAggregated;
import overthink.core.solve.declared.VerdictRates;
import overthink.core.solve.draw.Counts;

/**
 * Best-of-n under a Boolean verifier by counts: the first accepted candidate, else the first of all. In a random order of
 * counted candidates the first is of a kind in proportion to the kind's count.
 */
final class BestVerdictSampler implements DeclaredAggregated.TruthSampler {

    private static final double[] ONE_KIND = {1};

    private final VerdictRates rates;
    private final Counts counts = new Counts();
    private final CounterStream stream = new CounterStream();
    private FirstAcceptedLaw law = new FirstAcceptedLaw(1, 0);
    private @Nullable ProblemTruth problem;

    BestVerdictSampler(VerdictRates rates) {
        this.rates = rates;
    }

    @Override
    public void turnTo(ProblemTruth view, long[] candidates) {
        problem = view;
        law = rates.of(view);
        counts.turnTo(view, candidates, ONE_KIND);
    }

    @Override
    public void play(long trial, OutcomeListener into) {
        ProblemTruth view = problem;
        if (view == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        counts.begin(view, trial);
        Site sums = view.sums(trial);
        boolean accepted = false;
        boolean any = false;
        boolean right = false;
        boolean covered = false;
        while (counts.next()) {
            covered |= counts.rights() > 0;
            if (!accepted && counts.added() > 0) {
                sums.move(stream, counts.budget());
                long wrongs = counts.added() - counts.rights();
                long rightOnes = Binomial.draw(counts.rights(), law.tpr(), stream);
                long wrongOnes = Binomial.draw(wrongs, law.fpr(), stream);
                double u = Address.uniform(stream.nextLong());
                if (rightOnes + wrongOnes > 0) {
                    accepted = true;
                    right = u * (rightOnes + wrongOnes) < rightOnes;
                } else if (!any) {
                    right = u * counts.added() < counts.rights();
                }
                any = true;
            }
            into.close(any, right, covered);
        }
    }
}
