package overthink.strategies.reading;

import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.CandidateChoice;

/** Reads so many documents and demonstrations once, and then samples side by side as far as the budget pays (Yue et al. 2024). */
public final class RetrieveThenRead implements Strategy {

    private final int documents;
    private final int demonstrations;
    private final int callsEach;
    private final CandidateChoice choice;

    /**
     * Makes it.
     *
     * @param documents how many are read
     * @param demonstrations how many are shown
     */
    RetrieveThenRead(int documents, int demonstrations, CandidateChoice.By by) {
        this.documents = documents;
        this.demonstrations = demonstrations;
        callsEach = by == CandidateChoice.By.BEST ? 1 : 0;
        choice = new CandidateChoice(by);
    }

    @Override
    public void run(Session session) {
        session.read(documents);
        session.demonstrate(demonstrations);
        choice.begin();
        boolean paid = true;
        while (paid && session.generate(Integer.MAX_VALUE, callsEach) > 0) {
            paid = choice.look(session);
        }
    }
}
