package overthink.scenarios.analysis.plan;

import java.util.List;
import java.util.Optional;
import overthink.core.estimate.PairedDifference;

/**
 * The answer to one question.
 *
 * @param view the question
 * @param chosen the best configuration that meets all requirements; empty when none does
 * @param second the best with another strategy or other parameters, or where there is none with another budget
 * @param cheapest what costs least of all that cannot be told from the best; empty when that is the choice itself
 * @param alike how many others cannot be told from the choice
 * @param undecided better ones of which trials do not tell whether they meet the requirements
 * @param nearest what misses the requirements by least, where nothing meets them
 */
public record PlannedChoice(
        View view,
        Optional<Entrant> chosen,
        Optional<Rival> second,
        Optional<Rival> cheapest,
        int alike,
        List<Entrant> undecided,
        Optional<Miss> nearest) {

    /** Copies the list. */
    public PlannedChoice {
        undecided = List.copyOf(undecided);
    }

    /** The same answer with another choice in place of its own. */
    PlannedChoice with(Entrant other) {
        return new PlannedChoice(view, Optional.of(other), second, cheapest, alike, undecided, nearest);
    }

    /**
     * Another configuration beside the choice.
     *
     * @param entrant the other
     * @param lead by how much the choice is better
     * @param apartHere whether the two can be told apart on these problems
     * @param apartBeyond whether they can be told apart in the population that the problems were drawn from
     */
    public record Rival(Entrant entrant, PairedDifference lead, boolean apartHere, boolean apartBeyond) {}

    /**
     * What misses requirements by least.
     *
     * @param entrant the configuration
     * @param missed the requirement that it misses most
     * @param excess by which share of the limit
     * @param doubtful whether chance alone may be why it misses
     */
    public record Miss(Entrant entrant, Requirement missed, double excess, boolean doubtful) {}
}
