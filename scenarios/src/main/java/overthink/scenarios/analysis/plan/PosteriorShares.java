package overthink.scenarios.analysis.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often each finalist is the choice when the parameters of a fitted world are drawn from their posterior.
 *
 * @param draws how many worlds
 * @param shares of them, by finalist
 * @param fixed what was not varied, in words
 */
public record PosteriorShares(int draws, List<Part> shares, List<String> fixed) {

    /** Copies the lists. */
    public PosteriorShares {
        shares = List.copyOf(shares);
        fixed = List.copyOf(fixed);
    }

    /**
     * A finalist's part.
     *
     * @param configuration the finalist
     * @param share of the worlds in which it is the choice
     * @param mean its figure, over all worlds
     * @param spread the standard deviation of its figure between worlds
     * @param meets whether it meets the requirements on average over all worlds
     */
    public record Part(Configuration configuration, double share, double mean, double spread, boolean meets) {}

    /** The best on average of those who meet the requirements; empty when none does. */
    Optional<Configuration> best(boolean most) {
        return shares.stream()
                .filter(Part::meets)
                .max(Comparator.comparingDouble(part -> most ? part.mean() : -part.mean()))
                .map(Part::configuration);
    }
}
