package overthink.strategies.reading;

import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.CandidateChoice;

/**
 * Writes one candidate a round, before each of which it retrieves more documents, which stay beside those of the rounds before;
 * after so many rounds it begins anew (Yue et al. 2024). Where scores choose it may end with the first candidate that is
 * accepted.
 */
public final class IterativeRetrieval implements Strategy {

    private final int documents;
    private final int demonstrations;
    private final int rounds;
    private final boolean stops;
    private final CandidateChoice choice;

    /**
     * Makes it.
     *
     * @param documents how many more each round reads
     * @param demonstrations how many are shown
     * @param rounds after which it begins anew
     * @param stops whether it ends once a score is above 0
     */
    IterativeRetrieval(int documents, int demonstrations, int rounds, boolean stops, CandidateChoice.By by) {
        this.documents = documents;
        this.demonstrations = demonstrations;
        this.rounds = rounds;
        this.stops = stops;
        choice = new CandidateChoice(by);
    }

    @Override
    public void run(Session session) {
        session.demonstrate(demonstrations);
        choice.begin();
        int round = 0;
        do {
            round = round == rounds ? 1 : round + 1;
            session.read(round * documents);
            if (session.generate() == Session.NONE) {
                return;
            }
        } while (choice.look(session) && !(stops && choice.score() > 0));
    }
}
