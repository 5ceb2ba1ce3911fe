package overthink.strategies.reading;

import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.Chooser;

/** Reads so many documents and demonstrations once, and then samples side by side as far as the budget pays (Yue et al. 2024). */
public final class RetrieveThenRead implements Strategy {

    private final int documents;
    private final int demonstrations;
    private final int callsEach;
    private final Chooser choice;

    /**
     * Makes it.
     *
     * @param documents how many are read
     * @param demonstrations how many are shown
     */
    RetrieveThenRead(int documents, int demonstrations, Chooser.By by) {
        this.documents = documents;
        this.demonstrations = demonstrations;
        callsEach = by == Chooser.By.BEST ? 1 : 0;
        choice = new Chooser(by);
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
