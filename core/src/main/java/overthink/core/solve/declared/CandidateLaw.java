package overthink.core.solve.declared;

import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import overthink.core.model.ProblemTruth;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.RandomSpending;

/**
 * What candidates of one problem are on average where they are independent of one another, each right with probability p.
 * Whenever a strategy stops, it makes p right ones a candidate (Wald's equation). Tokens are drawn apart from what a candidate is
 * worth, so that the one that is the answer is as long as any.
 */
public final class CandidateLaw {

    private final ProblemTruth truth;

    /** The law of the problem that {@code truth} has turned to, at any time. */
    CandidateLaw(ProblemTruth truth) {
        this.truth = truth;
    }

    /** No answer is ever there by chance. */
    private static double never(int answer) {
        return 0;
    }

    /** As many candidates as the budget pays for, all of which are spent on. */
    public ExpectedDetail together(ExpectedSpending spending, long candidates) {
        double distinct = distinct(CandidateLaw::never, 0, candidates, candidates);
        return stopping(spending, distinct, RandomSpending.always(spending));
    }

    /**
     * Candidates until something stops it.
     *
     * @param mean what is spent on average
     * @param distinct answers on average; NaN where that is not known
     * @param spending how that is distributed; null where it is not known
     */
    public ExpectedDetail stopping(ExpectedSpending mean, double distinct, @Nullable RandomSpending spending) {
        double candidates = mean.generations();
        return new ExpectedDetail(p() * candidates, distinct, mean.tokens() / candidates, spending);
    }

    /**
     * Different answers of candidates that are drawn until one is accepted. An answer is among them iff the first candidate that
     * gives it, or is accepted, gives it, and comes in time: with q the chance that a candidate gives it and e that it gives it or
     * is accepted, q/e·(1 − (1 − e)<sup>most</sup>). Of answers that are given once there are as many as candidates that give them.
     *
     * @param rate chance that a candidate with answer k is accepted, 0 the true one, k ≥ 1 a wrong one that several can give
     * @param accepted chance that any candidate is
     * @param most candidates
     * @param draws candidates on average
     */
    public double distinct(IntToDoubleFunction rate, double accepted, long most, double draws) {
        double[] weights = truth.answerWeights();
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double unit = (1 - p()) * (1 - truth.silence()) / total;
        double sum = unit * weights[0] * draws + given(p(), rate.applyAsDouble(0), accepted, most);
        for (int k = 1; k < weights.length; k++) {
            sum += given(unit * weights[k], rate.applyAsDouble(k), accepted, most);
        }
        return sum;
    }

    private static double given(double share, double rate, double accepted, long most) {
        double ends = Math.min(1, share + Math.max(0, accepted - share * rate));
        return share == 0 ? 0 : share / ends * -StrictMath.expm1(most * StrictMath.log1p(-ends));
    }

    private double p() {
        return truth.problem().p();
    }
}
