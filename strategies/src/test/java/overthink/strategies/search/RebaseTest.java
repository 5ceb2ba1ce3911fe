package overthink.strategies.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class RebaseTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new RebaseProvider();
    }

    @Nested
    class Floats extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new RebaseProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("arithmetic", "float32", "temperature", 1.0, "truncation", 0.5);
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new RebaseProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    /** Nodes .8, .5, .5, .5 at temperature 1: shares of 4 by weights 1.35, 1, 1, 1; ties go to the last. */
    @Test
    void run_twoSteps_byHand() {
        double half = Script.logOdds(0.5);
        ScriptedSession session =
                new ScriptedSession(Script.tree(2, half, Script.logOdds(0.8), half, half, 1, 2, 3, 4), 4);
        create(Map.of("temperature", 1.0)).run(session);
        // ⌈4·.310⌉ = 2 of 4, ⌈2·⅓⌉ = 1 of 2, ⌈1·½⌉ = 1 of 1
        assertEquals(
                List.of(1, 1, 3, 2),
                List.of(4, 5, 6, 7).stream().map(session::parent).toList());
        assertEquals(7, session.committed());
    }

    @Tag("slow")
    @Test
    void allot_exact_alwaysTheWidth() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 20_000; trial++) {
            int count = 1 + random.nextInt(40);
            int width = 1 + random.nextInt(100);
            double temperature = Math.exp(random.nextDouble() * 10 - 5);
            double[] scores = random.doubles(count)
                    .map(score -> -Math.rint(20 * score) / 20)
                    .sorted()
                    .map(score -> -score)
                    .toArray();
            List<Integer> children =
                    SearchTraces.allot(new Rebase(temperature, 1, 0, Rebase.Arithmetic.EXACT), scores, width);
            assertEquals(
                    width,
                    children.stream().mapToInt(Integer::intValue).sum(),
                    () -> "%s of %d at %s".formatted(Arrays.toString(scores), width, temperature));
            assertTrue(children.stream().allMatch(share -> share >= 0), children::toString);
        }
    }

    /** Fifteen among five of equal score are three each, whatever the digits. */
    @Test
    void allot_exact_equalScoresAreEqual() {
        for (int count = 1; count <= 50; count++) {
            double[] scores = new double[count];
            Arrays.fill(scores, 0.37);
            List<Integer> children =
                    SearchTraces.allot(new Rebase(0.2, 1, 0, Rebase.Arithmetic.EXACT), scores, 3 * count);
            assertEquals(Collections.nCopies(count, 3), children);
        }
    }

    /** The code of thu-wyz/inference_scaling gives children whose sum is 17. */
    @Test
    void allot_float32_canExceedTheWidth() {
        double[] scores = {0.5, 0.5, 0.5, 0.5, 0.5};
        assertEquals(List.of(4, 3, 4, 3, 3), SearchTraces.rebaseChildren(scores, 16, 0.2));
        assertEquals(
                List.of(4, 3, 3, 3, 3), SearchTraces.allot(new Rebase(0.2, 1, 0, Rebase.Arithmetic.EXACT), scores, 16));
    }

    @Test
    void create_float32ThatOverflows_isRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> create(Map.of("arithmetic", "float32", "temperature", 0.01)));
        create(Map.of("temperature", 0.01));
    }

    /** Computed with NumPy 2.4: the second is a digit above the nearest. */
    @Test
    void singleExponential_digitByDigit() {
        assertEquals(1, SingleExponential.of(0));
        assertEquals(0x1.5bf0aap1f, SingleExponential.of(1));
        assertEquals(0x1.26cc9ap6f, SingleExponential.of(4.3f));
    }
}
