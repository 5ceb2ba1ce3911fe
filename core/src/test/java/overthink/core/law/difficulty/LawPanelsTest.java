package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums over panels against what the laws know of themselves, which comes of closed forms and of another rule. */
class LawPanelsTest {

    static List<DifficultyLaw> laws() {
        return List.of(
                new Point(0.3),
                new Beta(0.9, 1.6),
                new Beta(0.05, 0.4),
                new Beta(1e-6, 1e-6),
                new Beta(3e5, 7e5),
                new Beta(0.3, 2, 0.1, 0.9),
                new Beta(2, 0.2, 0, 0.5),
                new Kumaraswamy(0.4, 3),
                new Kumaraswamy(1e-3, 2),
                new Kumaraswamy(30, 0.2),
                new UniformDifficulty(0.2, 0.7),
                new LogitNormal(-1, 2),
                new LogitNormal(0.5, 1e-9),
                new LogitNormal(-20, 30),
                new Empirical(0.1, 0.1, 0.4, 0, 1),
                new Mixture(List.of(
                        new Mixture.Part(0.2, new Point(0)),
                        new Mixture.Part(0.5, new Beta(2, 3)),
                        new Mixture.Part(0.3, new LogitNormal(1, 1)))));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void sum_always_isTheExpectation(DifficultyLaw law) {
        List<Panel> panels = LawPanels.of(law);
        assertEquals(1, LawPanels.sum(panels, p -> 1), 1e-13);
        assertEquals(law.mean(), LawPanels.sum(panels, p -> p), 1e-12);
        for (long n : new long[] {1, 10, 1000, 1L << 40}) {
            assertEquals(
                    law.failure(n),
                    LawPanels.sum(panels, p -> Point.failure(p, n)),
                    1e-9 + error(panels, n),
                    law + " at " + n);
        }
    }

    private static double error(List<Panel> panels, long n) {
        double sum = 0;
        for (Panel panel : panels) {
            double[] values = new double[panel.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Point.failure(panel.p(i), n);
            }
            sum += panel.error(values);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void panels_always_areFew(DifficultyLaw law) {
        int nodes = LawPanels.of(law).stream().mapToInt(Panel::size).sum();
        assertTrue(nodes <= 1500, law + " has " + nodes);
    }

    @Test
    void cuts_ofAMixture_partEveryDensity() {
        DifficultyLaw law = laws().get(laws().size() - 1);
        double[] cuts = LawPanels.quantiles(law, 5);
        List<Panel> panels = LawPanels.of(law, cuts);
        assertEquals(law.mean(), LawPanels.sum(panels, p -> p), 1e-12);
        for (int k = 0; k < 4; k++) {
            double cut = cuts[k];
            assertEquals(0.2 * (k + 1), LawPanels.sum(panels, p -> p < cut || (cut == 0 && p == 0) ? 1 : 0), 1e-12);
        }
    }

    @Test
    void quantiles_ofABeta_areItsOwn() {
        Beta law = new Beta(0.9, 1.6);
        assertArrayEquals(
                new double[] {law.quantile(0.25), law.quantile(0.5), law.quantile(0.75)},
                LawPanels.quantiles(law, 4),
                1e-11);
    }

    /** P(p ≥ 0.37) by ever shorter panels around the jump, and the error stated is no less than the error. */
    @Test
    void error_atAJump_isNoLessThanTheError() {
        Beta law = new Beta(2, 2);
        double exact = 1 - (3 * 0.37 * 0.37 - 2 * 0.37 * 0.37 * 0.37);
        List<Panel> panels = LawPanels.of(law);
        double stated = 0;
        for (Panel panel : panels) {
            double[] values = new double[panel.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = panel.p(i) >= 0.37 ? 1 : 0;
            }
            stated += panel.error(values);
        }
        double error = Math.abs(LawPanels.sum(panels, p -> p >= 0.37 ? 1 : 0) - exact);
        assertTrue(error > 1e-6 && error <= stated, error + " of " + stated);
    }
}
