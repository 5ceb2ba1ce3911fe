package overthink.strategies.adaptive;

import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.Ballot;

/**
 * Majority vote of all candidates drawn that stops when the latest agree, or no other answer can draw level (Li et al. 2024,
 * early-stopping self-consistency).
 */
public final class EarlyStoppingVote implements Strategy {

    /** When it stops. */
    enum Rule {
        /** When all candidates of a window agree; windows follow one another, each a round. */
        WINDOW,
        /** When the latest candidates, a window's length of them, agree, wherever they begin. */
        SLIDING,
        /** When, after a window, no other answer can draw level with the leader in what is left. */
        DECIDED
    }

    private final Rule rule;
    private final int window;
    private final int most;
    private final Poll poll = new Poll();

    /**
     * Makes it.
     *
     * @param most candidates; 0 for all that the budget pays
     */
    EarlyStoppingVote(Rule rule, int window, int most) {
        this.rule = rule;
        this.window = window;
        this.most = most == 0 ? Integer.MAX_VALUE : most;
    }

    @Override
    public void run(Session session) {
        poll.clear();
        for (int drawn = 0; drawn < most; drawn = poll.ballot().total()) {
            // A streak that lasts needs this many more to fill a window: drawn together they are the same candidates.
            int wanted = rule == Rule.SLIDING ? window - poll.streak() : window;
            if (!poll.ask(session, Math.min(wanted, most - drawn)) || stops()) {
                return;
            }
        }
    }

    private boolean stops() {
        Ballot ballot = poll.ballot();
        return switch (rule) {
            case WINDOW, SLIDING -> poll.streak() >= window;
            case DECIDED -> ballot.leaderVotes() - ballot.secondVotes() > most - ballot.total();
        };
    }
}
