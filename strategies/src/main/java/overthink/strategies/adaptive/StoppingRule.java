package overthink.strategies.adaptive;

import overthink.strategies.voting.Ballot;

/** Says when a vote is decided well enough. */
@FunctionalInterface
interface StoppingRule {

    /** Whether to stop on these votes, at least one. */
    boolean stops(Ballot ballot);
}
