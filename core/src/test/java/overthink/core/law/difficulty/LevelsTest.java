package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelsTest {

    private static final Levels THREE = new Levels(List.of(
            new Levels.Level("easy", 0.5, new UniformDifficulty(0.6, 1)),
            new Levels.Level("medium", 0.3, new Beta(2, 5, 0.1, 0.6)),
            new Levels.Level("hard", 0.2, new Empirical(0, 0.05))));

    @Test
    void level_ofLatent_isThePartItsAccuracyComesFrom() {
        assertEquals(List.of("easy", "medium", "hard"), THREE.levels());
        int[] counts = new int[3];
        for (int i = 0; i < 1000; i++) {
            double u = (i + 0.5) / 1000;
            int level = THREE.level(u);
            counts[level]++;
            double p = THREE.quantile(u);
            assertEquals(level, p > 0.6 ? 0 : p >= 0.1 ? 1 : 2, "at " + u);
        }
        assertEquals(List.of(500, 300, 200), List.of(counts[0], counts[1], counts[2]));
    }

    @Test
    void failure_ofLevels_isWeighted() {
        double expected = 0.5 * new UniformDifficulty(0.6, 1).failure(3)
                + 0.3 * new Beta(2, 5, 0.1, 0.6).failure(3)
                + 0.2 * (1 + 0.95 * 0.95 * 0.95) / 2;
        assertEquals(expected, THREE.failure(3), 1e-15);
        assertEquals(0.5 * 0.8 + 0.3 * (0.1 + 0.5 * 2 / 7) + 0.2 * 0.025, THREE.mean(), 1e-15);
    }

    @Test
    void constructor_outOfRange_saysTheRule() {
        Levels.Level half = new Levels.Level("half", 0.5, new Point(0.5));
        assertEquals(
                "levels: the name half is given twice",
                assertThrows(IllegalArgumentException.class, () -> new Levels(List.of(half, half)))
                        .getMessage());
        assertEquals(
                "levels: the weights must sum to 1, not 0.5",
                assertThrows(IllegalArgumentException.class, () -> new Levels(List.of(half)))
                        .getMessage());
        assertEquals(
                "levels: at least one level is needed",
                assertThrows(IllegalArgumentException.class, () -> new Levels(List.of()))
                        .getMessage());
        assertEquals(
                "level easy: weight must be a number between 0 and 1, not 1.5",
                assertThrows(IllegalArgumentException.class, () -> new Levels.Level("easy", 1.5, new Point(0)))
                        .getMessage());
        assertEquals(
                "levels: a level needs a name",
                assertThrows(IllegalArgumentException.class, () -> new Levels.Level(" ", 1, new Point(0)))
                        .getMessage());
        assertEquals(
                "level nested: a level cannot have levels of its own. Maybe use a mixture.",
                assertThrows(IllegalArgumentException.class, () -> new Levels.Level("nested", 1, THREE))
                        .getMessage());
    }
}
