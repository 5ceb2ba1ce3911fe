package overthink.strategies.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import overthink.core.api.Session;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;

class RecountTest {

    private static int winner(Recount recount, Session session, int... candidates) {
        recount.clear();
        for (int candidate : candidates) {
            recount.add(session, candidate);
        }
        return recount.winner();
    }

    @Test
    void winner_ofCountsOneAfterAnother_isThatOfEachAlone() {
        int[] answers = {7, 8, 8, 9, 7, 7};
        ScriptedSession session = new ScriptedSession(Script.candidates(new double[6], answers), 6);
        session.generate(6);
        Recount recount = new Recount();
        assertEquals(Session.NONE, winner(recount, session));
        assertEquals(0, winner(recount, session, 0, 1, 2, 3, 4, 5));
        assertEquals(1, winner(recount, session, 1, 2, 3));
        assertEquals(3, winner(recount, session, 3, 2, 1, 3), "of equals the one that came up first in this count");
        assertEquals(4, winner(recount, session, 1, 4, 5));
    }

    @Test
    void winner_ofManyAnswers_isFound() {
        int[] answers = new int[500];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = i == 499 ? 498 : i;
        }
        ScriptedSession session = new ScriptedSession(Script.candidates(new double[500], answers), 500);
        session.generate(500);
        int[] all = new int[500];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        assertEquals(498, winner(new Recount(), session, all));
    }
}
