package overthink.strategies.selection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.LogOdds;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;

/**
 * What a strategy ranks candidates by: their outcome scores, or their step scores made into one. All are log-odds, the
 * aggregates too, so that they keep apart what probabilities near 0 and 1 cannot.
 */
public final class CandidateScores {

    private static final String PARAMETER = "aggregation";

    /** Sums of probabilities below this one are made in logarithms, lest they lose their digits or become 0. */
    private static final double TINY = 1e-280;

    private final Law.Score aggregation;
    private double[] steps = {};

    /** Scores by one rule. */
    public CandidateScores(Law.Score aggregation) {
        this.aggregation = aggregation;
    }

    /** The rule that the parameter {@link #parameter()} names. */
    public static Law.Score aggregation(Parameters parameters) {
        return Law.Score.valueOf(parameters.choice(PARAMETER).toUpperCase(Locale.ROOT));
    }

    /** The parameter that names a rule. */
    public static ParameterSpec parameter() {
        return ParameterSpec.choice(
                PARAMETER,
                List.of("outcome", "last", "min", "mean", "product"),
                "what a candidate is scored by: its outcome score, or its step scores made into one");
    }

    /** What that rule needs of a world, beside what the strategy needs. */
    public static Set<Capability> needs(Parameters parameters, Capability... beside) {
        Set<Capability> needs = EnumSet.of(
                aggregation(parameters) == Law.Score.OUTCOME
                        ? Capability.OUTCOME_VERIFIER
                        : Capability.PROCESS_VERIFIER);
        needs.addAll(List.of(beside));
        return needs;
    }

    /**
     * Draws candidates that run together, as many as the budget pays for with their scores.
     *
     * <p>What a score made of step scores costs is known once there is a solution to count the steps of. Where that
     * matters, because the budget charges verifier calls, the first candidate is drawn alone.
     *
     * @param width how many at most; {@link Integer#MAX_VALUE} asks for all that the budget pays
     * @return how many were paid, 0 when the budget is spent; they are the last handles before {@link Session#size()}
     */
    public int draw(Session session, int width) {
        if (aggregation == Law.Score.OUTCOME || aggregation == Law.Score.LAST) {
            return session.generate(width, 1);
        }
        if (session.size() > 0) {
            return session.generate(width, session.depth(session.size() - 1));
        }
        return session.generate(session.limit(Resource.STEPS) == Long.MAX_VALUE ? 1 : width);
    }

    /**
     * Asks for the scores of the candidates {@code from} (inclusive) to {@code to} (exclusive), in order.
     *
     * @param into receives the score of candidate {@code from + i} at index {@code i}; {@code NaN} from the first that the
     *     budget does not pay for on
     */
    public void ask(Session session, int from, int to, double[] into) {
        switch (aggregation) {
            case OUTCOME -> session.verify(from, to, into);
            case LAST -> session.score(from, to, into);
            case MIN, MEAN, PRODUCT -> askSteps(session, from, to, into);
        }
    }

    /**
     * {@link #ask(Session, int, int, double[])}, and what the scores say as probabilities by {@link LogOdds}.
     *
     * @param probabilities receives them at the same indices
     */
    public void ask(Session session, int from, int to, double[] into, double[] probabilities) {
        if (aggregation == Law.Score.OUTCOME) {
            session.probabilities(from, to, probabilities, into);
        } else {
            ask(session, from, to, into);
            System.arraycopy(into, 0, probabilities, 0, to - from);
            LogOdds.probabilities(probabilities, to - from);
        }
    }

    private void askSteps(Session session, int from, int to, double[] into) {
        long calls = 0;
        for (int candidate = from; candidate < to; candidate++) {
            calls += session.depth(candidate);
        }
        session.together(calls);
        for (int candidate = from; candidate < to; candidate++) {
            int depth = session.depth(candidate);
            if (depth > steps.length) {
                steps = Arrays.copyOf(steps, depth);
            }
            if (session.stepScores(candidate, steps) < depth) {
                Arrays.fill(into, candidate - from, to - from, Double.NaN);
                return;
            }
            into[candidate - from] = aggregate(depth);
        }
    }

    private double aggregate(int depth) {
        return switch (aggregation) {
            case MIN -> least(depth);
            case MEAN -> logOddsOfMean(depth);
            case PRODUCT -> logOddsOfProduct(depth);
            case OUTCOME, LAST -> throw new IllegalStateException(aggregation + " needs one call");
        };
    }

    private double least(int depth) {
        double least = steps[0];
        for (int t = 1; t < depth; t++) {
            least = Math.min(least, steps[t]);
        }
        return least;
    }

    /** log(Σ r/Σ (1 − r)): the sum of complements keeps its digits where the mean is near 1. */
    private double logOddsOfMean(int depth) {
        double good = 0;
        double bad = 0;
        for (int t = 0; t < depth; t++) {
            good += probability(steps[t]);
            bad += probability(-steps[t]);
        }
        return (good > TINY ? StrictMath.log(good) : logSum(depth, 1))
                - (bad > TINY ? StrictMath.log(bad) : logSum(depth, -1));
    }

    /** With L = Σ log r, the log-odds of e<sup>L</sup>: L − log(1 − e<sup>L</sup>). */
    private double logOddsOfProduct(int depth) {
        double log = 0;
        for (int t = 0; t < depth; t++) {
            log += LogOdds.logProbability(steps[t]);
        }
        // near 1 the complement of a product is the sum of the complements
        return log - (log < -TINY ? StrictMath.log(-StrictMath.expm1(log)) : logSum(depth, -1));
    }

    /** log Σ r, or with sign −1 log Σ (1 − r), of numbers so small that their sum may be 0. */
    private double logSum(int depth, int sign) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < depth; t++) {
            greatest = Math.max(greatest, LogOdds.logProbability(sign * steps[t]));
        }
        if (greatest == Double.NEGATIVE_INFINITY) {
            return greatest;
        }
        double sum = 0;
        for (int t = 0; t < depth; t++) {
            sum += StrictMath.exp(LogOdds.logProbability(sign * steps[t]) - greatest);
        }
        return greatest + StrictMath.log(sum);
    }

    /** The probability of a score in log-odds: 1/(1 + e<sup>−score</sup>). */
    public static double probability(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** The score in log-odds of a probability in [0, 1]. */
    public static double logOdds(double probability) {
        return StrictMath.log(probability) - StrictMath.log1p(-probability);
    }
}
