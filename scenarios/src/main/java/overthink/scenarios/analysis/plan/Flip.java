package overthink.scenarios.analysis.plan;

import java.util.Optional;

/**
 * What another choice would take, in one direction along one axis.
 *
 * @param axis what is changed, in words
 * @param present its value
 * @param times whether values are multiples of the present
 * @param up whether it is raised, rather than lowered
 * @param end how far it was looked
 * @param bracket where the choice changes; empty when it does not as far as was looked
 * @param farther where it changes to another strategy or other parameters, when the first change is to another budget alone
 */
public record Flip(
        String axis,
        double present,
        boolean times,
        boolean up,
        double end,
        Optional<Bracket> bracket,
        Optional<Bracket> farther) {

    /**
     * Where the choice changes.
     *
     * @param same the last value at which the choice is the same, nearest to the present
     * @param other the first value found at which it is another, beyond the doubt of chance
     * @param instead the choice there; empty when none of the finalists is one
     * @param barred the requirement that the choice misses there; empty when another is simply better
     */
    public record Bracket(double same, double other, Optional<Configuration> instead, Optional<Requirement> barred) {}
}
