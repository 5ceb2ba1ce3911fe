package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of difficulty shifted as a whole. */
class DifficultyShiftTest {

    static Stream<DifficultyLaw> shiftable() {
        return Stream.of(
                new Point(0.3),
                new Beta(0.9, 1.6),
                new Beta(2, 3, 0.1, 0.7),
                new Kumaraswamy(0.5, 2),
                new LogitNormal(-1, 1.5),
                new Empirical(0, 0.2, 0.5, 1),
                new Mixture(List.of(new Mixture.Part(0.2, new Point(0)), new Mixture.Part(0.8, new Beta(1, 2)))),
                new Levels(List.of(
                        new Levels.Level("easy", 0.5, new Point(0.8)), new Levels.Level("hard", 0.5, new Point(0.1)))));
    }

    private static DifficultyLaw shifted(DifficultyLaw law, double shift) {
        return DifficultyShift.of(law, shift).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("shiftable")
    void law_shiftedByNothing_keepsItsQuantiles(DifficultyLaw law) {
        for (double u : new double[] {0.01, 0.3, 0.5, 0.9}) {
            assertEquals(law.quantile(u), shifted(law, 0).quantile(u), 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("shiftable")
    void law_shiftedUp_isEasierAtEveryLatentAndDownHarder(DifficultyLaw law) {
        for (double u : new double[] {0.01, 0.3, 0.5, 0.9}) {
            assertTrue(shifted(law, 0.5).quantile(u) >= law.quantile(u));
            assertTrue(shifted(law, -0.5).quantile(u) <= law.quantile(u));
        }
        assertTrue(shifted(law, 0.5).mean() > law.mean());
        assertEquals(law.levels(), shifted(law, 0.5).levels());
    }

    @Test
    void beta_shifted_hasItsMeanMovedInLogOddsAndItsSizeKept() {
        Beta moved = (Beta) shifted(new Beta(1, 3), StrictMath.log(3));
        // mean 1/4 has odds 1/3; three times that are 1
        assertEquals(2, moved.alpha(), 1e-12);
        assertEquals(2, moved.beta(), 1e-12);
    }

    @Test
    void point_shifted_hasItsOddsMultiplied() {
        assertEquals(0.5, ((Point) shifted(new Point(0.2), StrictMath.log(4))).p(), 1e-12);
    }

    @Test
    void uniform_andMixturesWithOne_haveNoShift() {
        assertTrue(DifficultyShift.of(new UniformDifficulty(0.1, 0.4), 0.1).isEmpty());
        assertTrue(DifficultyShift.of(
                        new Mixture(List.of(
                                new Mixture.Part(0.5, new Point(0)),
                                new Mixture.Part(0.5, new UniformDifficulty(0.1, 0.4)))),
                        0.1)
                .isEmpty());
    }

    @Test
    void parameter_outsideItsRange_isNoLaw() {
        assertTrue(DifficultyShift.of(new LogitNormal(99, 1), 5).isEmpty());
    }
}
