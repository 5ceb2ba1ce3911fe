package overthink.core.fit.forecast;

import overthink.core.estimate.Cost;
import overthink.core.fit.curve.Rule;
import overthink.core.world.Recording;

/** What a rule spends on a problem of a recording, on average over the problems. */
final class CandidateCosts {

    private static final double MILLION = 1e6;

    private final Recording recording;
    private final double tokens;
    private final double price;

    /**
     * Costs at a price.
     *
     * @param price dollars per million tokens generated; {@code NaN} when unknown
     */
    CandidateCosts(Recording recording, double price) {
        this.recording = recording;
        this.price = price;
        tokens = recording.hasTokens() ? meanTokens(recording) : Double.NaN;
    }

    /** The mean over problems of a candidate's mean tokens: what a candidate of each problem costs. */
    private static double meanTokens(Recording recording) {
        double sum = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            long own = 0;
            for (int candidate = 0; candidate < recording.candidates(problem); candidate++) {
                own += recording.tokens(problem, candidate);
            }
            sum += (double) own / recording.candidates(problem);
        }
        return sum / recording.size();
    }

    /** What a rule spends with a budget of so many candidates; that a candidate is solved in one step is assumed. */
    Cost of(Rule rule, long budget) {
        double drawn = rule == Rule.FIRST_ACCEPTED ? drawnUntilAccepted(budget) : budget;
        double calls = switch (rule) {
            case BEST_OF_N, WEIGHTED_VOTE, FIRST_ACCEPTED -> drawn;
            case COVERAGE, ALL_RIGHT, MAJORITY_VOTE -> 0;
        };
        double rounds = rule == Rule.FIRST_ACCEPTED ? drawn : 1;
        return new Cost(
                drawn,
                drawn,
                drawn * tokens,
                Double.NaN,
                calls,
                rounds,
                Double.NaN,
                Double.NaN,
                drawn * tokens * price / MILLION);
    }

    /** The mean over problems of Σ C(n − a, j) ÷ C(n, j) for j from 0 to k − 1, a of n candidates accepted. */
    private double drawnUntilAccepted(long budget) {
        double sum = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            int n = recording.candidates(problem);
            int rejected = 0;
            for (int candidate = 0; candidate < n; candidate++) {
                rejected += recording.score(0, problem, candidate) > 0 ? 0 : 1;
            }
            double none = 1;
            for (int j = 0; j < Math.min(budget, n); j++) {
                sum += none;
                none *= (double) Math.max(0, rejected - j) / (n - j);
            }
        }
        return sum / recording.size();
    }
}
