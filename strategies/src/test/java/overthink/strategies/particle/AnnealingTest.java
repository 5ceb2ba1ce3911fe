package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import overthink.core.api.Law;

class AnnealingTest {

    /** What probabilistic-inference-scaling gives for 2 to 0.5 in 10 steps. */
    @Test
    void at_everyStep_asTheToolGives() {
        Law.Annealing annealing = new Law.Annealing(2, 0.5, 10);
        double[] expected = {2, 1.833333, 1.666667, 1.5, 1.333333, 1.166667, 1, 0.833333, 0.666667, 0.5, 0.5, 0.5};
        for (int step = 0; step < expected.length; step++) {
            assertEquals(expected[step], annealing.at(step), 0.51e-6, "step " + step);
        }
    }

    /** In four steps, 0 to 3, the last one is at the final temperature, to the last digit. */
    @Test
    void at_lastStep_isTheFinalTemperature() {
        for (int steps = 1; steps < 50; steps++) {
            assertEquals(0.1, new Law.Annealing(2.3, 0.1, steps).at(steps - 1));
        }
        assertEquals(2.3, new Law.Annealing(2.3, 0.1, 4).at(0));
    }

    @Test
    void at_noSteps_endsAtOnce() {
        assertEquals(0.5, new Law.Annealing(2, 0.5, 1).at(0));
        assertEquals(3, Law.Annealing.constant(3).at(7));
    }
}
