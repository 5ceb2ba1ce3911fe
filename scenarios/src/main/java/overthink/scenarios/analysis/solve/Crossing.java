package overthink.scenarios.analysis.solve;

/**
 * A place where a curve changes its sign.
 *
 * @param at the place: of whole numbers the upper one of the two between which it is
 * @param below the last place before it that was looked at
 * @param above the first place after it that was looked at
 * @param from the sign before: −1, 0 or 1
 * @param to the sign after
 * @param jump by how much the curve jumps there; 0 where it goes through 0 in steps as small as one likes
 * @param problems where it is for these problems, with a confidence of 95 %: between {@code below} and {@code above} where the
 *     curve is exact
 * @param population where it is for the population that these problems were drawn from, with a confidence of 95 %
 */
public record Crossing(
        double at, double below, double above, int from, int to, double jump, Bounds problems, Bounds population) {

    /** Whether the curve is more after it than before. */
    public boolean rising() {
        return to > from;
    }
}
