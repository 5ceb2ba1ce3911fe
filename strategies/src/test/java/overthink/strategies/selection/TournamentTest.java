package overthink.strategies.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.ForwardingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;

class TournamentTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new TournamentProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class BothOrders extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("orders", "both");
        }
    }

    @Nested
    class RoundRobin extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("kind", "round-robin");
        }
    }

    @Nested
    class RoundRobinBothOrders extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("kind", "round-robin", "orders", "both");
        }
    }

    @Override
    protected long[] budgets() {
        return new long[] {1, 2, 3, 5, 7, 64, 300};
    }

    private static Strategy strategy(String kind, String orders) {
        return PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("kind", kind, "orders", orders)));
    }

    /** A judge who prefers the higher score, or, when partial, whoever is named first (or second); notes who met. */
    private static final class Judged extends ForwardingSession {

        private final List<String> matches = new ArrayList<>();
        private final int partial;

        Judged(ScriptedSession session, int partial) {
            super(session);
            this.partial = partial;
        }

        @Override
        public int judge(int first, int second) {
            int verdict = super.judge(first, second);
            matches.add(first + "-" + second);
            return verdict == NONE || partial == NONE ? verdict : partial;
        }
    }

    private static ScriptedSession candidates(double... scores) {
        return new ScriptedSession(Script.candidates(scores, new int[scores.length]), scores.length);
    }

    /** Every order of up to five distinct scores. */
    private static void checkBestWins(Strategy strategy) {
        for (int n = 1; n <= 5; n++) {
            for (int code = 0; code < Math.pow(n, n); code++) {
                double[] scores = new double[n];
                int best = 0;
                int rest = code;
                for (int i = 0; i < n; i++, rest /= n) {
                    scores[i] = rest % n;
                    best = scores[i] > scores[best] ? i : best;
                }
                ScriptedSession session = candidates(scores);
                strategy.run(session);
                assertEquals(scores[best], scores[session.committed()], "list " + code + " of " + n);
            }
        }
    }

    @Test
    void winner_faithfulJudge_isTheBest() {
        for (String kind : List.of("knockout", "round-robin")) {
            for (String orders : List.of("one", "both")) {
                checkBestWins(strategy(kind, orders));
            }
        }
        assertThrows(
                AssertionError.class,
                () -> checkBestWins(session -> {
                    session.generate(Integer.MAX_VALUE);
                    session.commit(session.size() > 1 ? 1 - session.judge(0, 1) : 0);
                }),
                "a single match is noticed");
    }

    @Test
    void knockout_sevenCandidates_bracketInOrderOfGeneration() {
        Judged judged = new Judged(candidates(0, 1, 2, 3, 4, 5, 6), Session.NONE);
        strategy("knockout", "one").run(judged);
        assertEquals(List.of("0-1", "2-3", "4-5", "1-3", "5-6", "3-6"), judged.matches);
    }

    @Test
    void matches_number_asStated() {
        for (int n = 1; n <= 9; n++) {
            for (int orders = 1; orders <= 2; orders++) {
                Judged knockout = new Judged(candidates(new double[n]), Session.NONE);
                strategy("knockout", orders == 1 ? "one" : "both").run(knockout);
                assertEquals(orders * (n - 1), knockout.matches.size());
                Judged roundRobin = new Judged(candidates(new double[n]), Session.NONE);
                strategy("round-robin", orders == 1 ? "one" : "both").run(roundRobin);
                assertEquals(orders * n * (n - 1) / 2, roundRobin.matches.size());
            }
        }
    }

    @Test
    void bothOrders_judgeLooksAtPositionAlone_firstOfEquals() {
        for (int partial = 0; partial <= 1; partial++) {
            for (String kind : List.of("knockout", "round-robin")) {
                ScriptedSession session = candidates(1, 2, 3, 4, 5);
                strategy(kind, "both").run(new Judged(session, partial));
                assertEquals(0, session.committed(), kind);
            }
        }
        ScriptedSession session = candidates(1, 2, 3, 4, 5);
        strategy("knockout", "one").run(new Judged(session, 0));
        assertEquals(4, session.committed(), "one order follows the bias");
    }

    @Test
    void verdicts_runOut_lastStageDecides() {
        ScriptedSession session = candidates(1, 2, 3, 4, 5, 6, 7, 8).withLimit(Resource.VERIFIER_CALLS, 5);
        strategy("knockout", "one").run(session);
        assertEquals(List.of(0, 1), session.commitments());
        ScriptedSession none = candidates(1, 2).withLimit(Resource.VERIFIER_CALLS, 0);
        strategy("round-robin", "one").run(none);
        Assertions.assertEquals(0, none.committed());
    }
}
