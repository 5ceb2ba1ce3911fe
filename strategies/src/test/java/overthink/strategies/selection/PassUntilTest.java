package overthink.strategies.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class PassUntilTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new PassUntilProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Capped extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("accepted", 3, "cap", 5);
        }
    }

    @Nested
    class Abstaining extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("accepted", 1, "fallback", "abstain");
        }

        @Override
        protected boolean mayAbstain() {
            return true;
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, double... scores) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, new int[scores.length]), scores.length);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void drawing_verdicts_endsAtTheLastAcceptedAndAnswersWithTheFirst() {
        ScriptedSession session = played(Map.of("accepted", 3), -1, 1, -1, 2, 3, -1);
        assertEquals(5, session.size());
        assertEquals(5, session.spent(Resource.VERIFIER_CALLS));
        assertEquals(List.of(0, 1), session.commitments().stream().distinct().toList());
        assertEquals(List.of(1, 1, 1, 1, 1), session.batches(), "each candidate waits for the verdict before");
        assertEquals(
                2, played(Map.of("accepted", 3, "cap", 2), -1, 1, -1, 2, 3, -1).size());
        assertEquals(
                List.of(), played(Map.of("fallback", "abstain"), -1, -1, -1).commitments());
    }

    /** What a trial says of the chance of acceptance: r/K and (r − 1)/(K − 1) at its r-th acceptance, else j/N. */
    private record Estimates(double biased, double unbiased) {

        static Estimates of(int r, boolean[] verdicts) {
            double[] scores = new double[verdicts.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = verdicts[i] ? 1 : -1;
            }
            ScriptedSession session = played(Map.of("accepted", r), scores);
            int drawn = session.size();
            int passed = 0;
            for (int i = 0; i < drawn; i++) {
                passed += verdicts[i] ? 1 : 0;
            }
            double share = (double) passed / drawn;
            return new Estimates(share, passed == r ? (r - 1.0) / (drawn - 1) : share);
        }
    }

    /** All tapes of 12 verdicts, each as likely as it is: the mean of both estimates, exactly. */
    @Test
    void estimates_overAllTapes_areBiasedAndNot() {
        double a = 0.3;
        int budget = 12;
        for (int r = 2; r <= 4; r++) {
            double biased = 0;
            double unbiased = 0;
            for (int tape = 0; tape < 1 << budget; tape++) {
                boolean[] verdicts = new boolean[budget];
                double chance = 1;
                for (int i = 0; i < budget; i++) {
                    verdicts[i] = (tape >> i & 1) == 1;
                    chance *= verdicts[i] ? a : 1 - a;
                }
                Estimates estimates = Estimates.of(r, verdicts);
                biased += chance * estimates.biased();
                unbiased += chance * estimates.unbiased();
            }
            assertEquals(a, unbiased, 1e-12, "r = " + r);
            assertTrue(biased > a + 0.01, "the share of accepted ones, %s, is not a".formatted(biased));
        }
    }
}
