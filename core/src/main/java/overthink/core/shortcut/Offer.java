package overthink.core.shortcut;

import overthink.core.engine.Route;

/** What a shortcut says when it is asked for a way to a strategy's numbers. */
sealed interface Offer {

    /**
     * There is one.
     *
     * @param route the way
     */
    record Made(Route route) implements Offer {}

    /**
     * There is none.
     *
     * @param reason why not, as the end of a sentence
     */
    record Refused(String reason) implements Offer {}
}
