package overthink.core.route;

/** What a shortcut says when it is asked for a way to a strategy's numbers. */
public sealed interface Availability {

    /**
     * There is one.
     *
     * @param route the way
     */
    record Made(Route route) implements Availability {}

    /**
     * There is none.
     *
     * @param reason why not, as the end of a sentence
     */
    record Refused(String reason) implements Availability {}
}
