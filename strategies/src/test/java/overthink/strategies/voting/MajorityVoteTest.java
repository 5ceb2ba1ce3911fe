package overthink.strategies.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;

class MajorityVoteTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new MajorityVoteProvider();
    }

    /** The record votes of conformance/values.json: three sevens beat two twelves. */
    @Test
    void selection_votesOfOtherTools_sameAnswer() {
        assertEquals(2, selected(create(), 12, 12, 7, 7, 9, 7));
    }

    @Test
    void selection_everyListOfAnswers_firstSeenOfTheMostFrequent() {
        checkSelection(create());
    }

    @Test
    void selection_lastSeenOfEquals_isNoticed() {
        assertThrows(AssertionError.class, () -> checkSelection(new Planted(0, true)));
    }

    @Test
    void selection_oneCandidateTooFew_isNoticed() {
        assertThrows(AssertionError.class, () -> checkSelection(new Planted(1, false)));
    }

    /** All lists of up to six answers out of three. */
    private static void checkSelection(Strategy strategy) {
        for (int length = 1; length <= 6; length++) {
            for (int code = 0; code < Math.pow(3, length); code++) {
                int[] answers = new int[length];
                int rest = code;
                for (int i = 0; i < length; i++, rest /= 3) {
                    answers[i] = 10 + rest % 3;
                }
                assertEquals(plurality(answers), selected(strategy, answers), () -> Arrays.toString(answers));
            }
        }
    }

    /** The first candidate whose answer no other beats, by counting all for each. */
    private static int plurality(int... answers) {
        int winner = -1;
        long most = 0;
        for (int i = 0; i < answers.length; i++) {
            int answer = answers[i];
            long votes = Arrays.stream(answers).filter(other -> other == answer).count();
            if (votes > most) {
                most = votes;
                winner = i;
            }
        }
        return winner;
    }

    private static int selected(Strategy strategy, int... answers) {
        ScriptedSession session = session(answers);
        strategy.run(session);
        return session.committed();
    }

    private static ScriptedSession session(int... answers) {
        return new ScriptedSession(Script.candidates(new double[answers.length], answers), answers.length);
    }

    /** A vote with mistakes. */
    private record Planted(int missing, boolean lastOfEquals) implements Strategy {

        @Override
        public void run(Session session) {
            int[] votes = new int[10];
            int[] firsts = new int[10];
            int best = 0;
            for (long i = 0; i < Math.max(1, session.limit(Resource.GENERATIONS) - missing); i++) {
                int candidate = session.generate();
                int answer = session.answer(candidate);
                firsts[answer] = votes[answer]++ == 0 ? candidate : firsts[answer];
                for (int other = 0; other < 10; other++) {
                    if (votes[other] > votes[best] || (lastOfEquals && votes[other] == votes[best] && other > best)) {
                        best = other;
                    }
                }
            }
            session.commit(firsts[best]);
        }
    }

    @Test
    void commitments_asItGoes_leaderSoFar() {
        ScriptedSession session = session(5, 6, 6, 5, 5, 7).withPortions(1);
        create().run(session);
        assertEquals(List.of(0, 1, 0), session.commitments());
    }

    @Test
    void classes_moreThanTheFirstRoom_allCounted() {
        int[] answers = IntStream.range(0, 1_000).map(i -> i < 999 ? i : 998).toArray();
        for (int portion : new int[] {1, 7, 4096}) {
            ScriptedSession session = session(answers).withPortions(portion);
            create().run(session);
            assertEquals(998, session.committed(), "portions of " + portion);
        }
    }

    @Test
    void portions_beyondTheBuffer_allCounted() {
        int[] answers = IntStream.range(0, 9_000).map(i -> i < 4_000 ? 0 : 1).toArray();
        ScriptedSession session = session(answers).withPortions(9_000);
        create().run(session);
        assertEquals(4_000, session.committed());
    }
}
