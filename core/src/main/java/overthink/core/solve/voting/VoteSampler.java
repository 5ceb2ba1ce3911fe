package overthink.core.solve.voting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.model.ProblemTruth;
import overthink.core.route.OutcomeListener;
import overthink.core.solve.declared.DeclaredAggregated;
import overthink.core.solve.draw.Counts;
import overthink.core.solve.draw.FirstSeen;
import overthink.core.solve.draw.Multinomial;

/**
 * Majority votes by counts: multinomial from budget to budget, ties for the answer seen first. Candidates without an answer are
 * a kind that has no vote.
 */
final class VoteSampler implements DeclaredAggregated.TruthSampler {

    /** Wrong answers that nobody else gives, as a kind: together they have the one vote of the first of them. */
    private static final int UNIQUE = 0;

    private final Counts counts = new Counts();
    private final FirstSeen order = new FirstSeen();
    private long[] votes = {};
    private int right;
    /** Among the kinds of wrong candidates, that of those without an answer. */
    private int silent;

    private @Nullable ProblemTruth problem;

    @Override
    public void turnTo(ProblemTruth view, long[] candidates) {
        problem = view;
        right = view.answers() + 1;
        silent = right;
        counts.turnTo(view, candidates, withSilent(view));
        order.turnTo(right + 1);
        if (votes.length <= right) {
            votes = new long[right + 1];
        }
    }

    /** The weights of wrong answers, and last that of none where there are such candidates. */
    private static double[] withSilent(ProblemTruth view) {
        double[] answering = view.answerWeights();
        double silence = view.silence();
        if (silence == 0) {
            return answering;
        }
        double[] weights = Arrays.copyOf(answering, answering.length + 1);
        double total = 0;
        for (int k = 0; k < answering.length; k++) {
            total += answering[k];
            weights[k] *= 1 - silence;
        }
        weights[answering.length] = silence * total;
        return weights;
    }

    @Override
    public void play(long trial, OutcomeListener into) {
        ProblemTruth view = problem;
        if (view == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        counts.begin(view, trial);
        order.begin(view.firstSeen(trial));
        while (counts.next()) {
            if (counts.rights() > 0) {
                count(right, counts.rights());
            }
            Multinomial wrongs = counts.wrongs();
            for (int i = 0; i < wrongs.hits(); i++) {
                if (wrongs.kind(i) != silent) {
                    count(wrongs.kind(i), wrongs.count(i));
                }
            }
            boolean covered = order.has(right);
            // without a single vote nothing is answered
            into.close(order.size() > 0, covered && rightLeads(), covered);
        }
    }

    private void count(int kind, long more) {
        boolean first = order.see(kind, counts.budget(), more);
        votes[kind] = kind == UNIQUE ? 1 : first ? more : votes[kind] + more;
    }

    private boolean rightLeads() {
        long most = votes[right];
        for (int i = 0; i < order.size(); i++) {
            int kind = order.kind(i);
            if (kind != right && votes[kind] >= most && (votes[kind] > most || order.before(kind, right))) {
                return false;
            }
        }
        return true;
    }
}
