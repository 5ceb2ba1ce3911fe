package overthink.core.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.estimate.Tail;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.Kumaraswamy;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.LogitNormal;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;

/** Tails against E[(1 − p)^N] itself, which the laws give by other means for any N. */
class CoverageTailsTest {

    static Stream<DifficultyLaw> laws() {
        return Stream.of(
                new Beta(0.9, 1.6, 0, 1),
                new Beta(0.3, 5, 0, 0.5),
                new Beta(2, 1, 0.001, 1),
                new Kumaraswamy(0.5, 3),
                new UniformDifficulty(0, 1),
                new UniformDifficulty(0.002, 0.4),
                new Point(0.01),
                new Mixture(List.of(
                        new Mixture.Part(0.2, new Point(0)),
                        new Mixture.Part(0.5, new Beta(1.5, 1, 0, 1)),
                        new Mixture.Part(0.3, new Beta(0.75, 1, 0, 1)))),
                new Mixture(List.of(
                        new Mixture.Part(0.5, new LogitNormal(0, 1)), new Mixture.Part(0.5, new Kumaraswamy(0.5, 1)))),
                new Levels(List.of(
                        new Levels.Level("easy", 0.5, new Point(0.9)),
                        new Levels.Level("hard", 0.5, new Point(0.01)))));
    }

    /**
     * The steepness of what is missing, measured between N and 2N of which N·p ≤ 600 lets it be told from nothing, is that of
     * the tail: ln m(N) − ln m(2N) = −N·ln(1 − p) + s·ln 2. Beyond the leading term it errs by O(1/(p-scale·N)): 2^-10 and less.
     */
    @ParameterizedTest
    @MethodSource("laws")
    void tail_isHowWhatIsMissingShrinks(DifficultyLaw law) {
        Tail tail = CoverageTails.of(law).orElseThrow();
        long n = tail.p() == 0 ? 1L << 38 : Math.round(300 / tail.p());
        double never = law.expectation(p -> p == 0 ? 1 : 0);
        double measured = StrictMath.log((law.failure(n) - never) / (law.failure(2 * n) - never));
        double stated = -n * StrictMath.log1p(-tail.p()) + tail.exponent() * StrictMath.log(2);
        assertEquals(stated, measured, 0.01, law.toString());
    }

    @Test
    void tail_ofAnotherKindOrNone_isNotStated() {
        assertEquals(Optional.empty(), CoverageTails.of(new LogitNormal(0, 1)));
        assertEquals(Optional.empty(), CoverageTails.of(new Empirical(0, 0.02, 0.5, 1)), "rates are not a law");
        assertEquals(Optional.empty(), CoverageTails.of(new Point(0)));
        assertEquals(Optional.empty(), CoverageTails.of(new Point(1)));
        assertEquals(
                Optional.empty(),
                CoverageTails.of(new Mixture(
                        List.of(new Mixture.Part(0.5, new LogitNormal(0, 1)), new Mixture.Part(0.5, new Point(0.01))))),
                "a logit-normal law falls more slowly than any (1 - p)^N");
    }
}
