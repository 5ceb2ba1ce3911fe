package overthink.scenarios.analysis.plan;

import java.util.List;
import java.util.Optional;

/**
 * What to do, how sure that is, and what would change it.
 *
 * @param choice on all problems
 * @param bindings how near the choice is to each requirement
 * @param money what half and twice the money would give
 * @param bins the choice on each bin, where that was asked
 * @param envelope what the bins' choices gain over the one choice; empty where it was not asked
 * @param flips what would change the choice; none where nothing was looked at
 * @param stability how often it stays the same on other problems
 * @param posterior how often it stays the same under other parameters of a fitted world
 * @param race how it was found
 * @param unknown what is not known, in sentences
 */
public record Plan(
        PlannedChoice choice,
        List<Binding> bindings,
        List<Money> money,
        List<PlannedChoice> bins,
        Optional<Envelope> envelope,
        List<Flip> flips,
        Optional<Stability> stability,
        Optional<PosteriorShares> posterior,
        RaceFacts race,
        List<String> unknown) {

    /** Copies the lists. */
    public Plan {
        bindings = List.copyOf(bindings);
        money = List.copyOf(money);
        bins = List.copyOf(bins);
        flips = List.copyOf(flips);
        unknown = List.copyOf(unknown);
    }

    /**
     * What the best configuration of each bin gains over the best one for all.
     *
     * @param value of the objective with each bin's choice
     * @param gain over the one choice
     * @param stdError of the gain over these problems
     * @param populationStdError of the gain over the population that the problems were drawn from, the bins' choices being as they are
     */
    public record Envelope(double value, double gain, double stdError, double populationStdError) {}

    /**
     * How the choice was found.
     *
     * @param configurations that were looked at
     * @param strategies among them, with their parameters
     * @param exact configurations whose numbers are exact
     * @param rounds of trials
     * @param z so many standard errors made one leave
     * @param alarm the chance that the best one left, at most
     * @param stopped strategies that were stopped, and why
     */
    public record RaceFacts(
            int configurations, int strategies, int exact, int rounds, double z, double alarm, List<String> stopped) {

        /** Copies the list. */
        public RaceFacts {
            stopped = List.copyOf(stopped);
        }
    }
}
