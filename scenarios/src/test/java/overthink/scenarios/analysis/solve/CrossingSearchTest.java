package overthink.scenarios.analysis.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.random.NormalQuantile;
import overthink.scenarios.expectation.Relation;

/** Crossings of curves whose roots are known. */
class CrossingSearchTest {

    private static final SearchRange SHARES = new SearchRange(0, 1, false);

    private static Curve exact(DoubleUnaryOperator curve) {
        return places -> places.stream()
                .map(at -> LookedPoint.exact(at, curve.applyAsDouble(at)))
                .toList();
    }

    private static Solution solve(DoubleUnaryOperator curve, SearchRange range) {
        return CrossingSearch.search(exact(curve), range);
    }

    private static void assertRoots(Solution solution, double tolerance, double... roots) {
        double[] found = solution.crossings().stream().mapToDouble(Crossing::at).toArray();
        assertEquals(roots.length, found.length, () -> "found " + Arrays.toString(found));
        for (int i = 0; i < roots.length; i++) {
            assertEquals(roots[i], found[i], tolerance);
        }
    }

    @Test
    void search_ofACubic_findsItsThreeRootsAndTheirSides() {
        Solution solution = solve(x -> (x - 0.2) * (x - 0.55) * (x - 0.9), SHARES);
        assertRoots(solution, 1e-7, 0.2, 0.55, 0.9);
        Verdict verdict = Verdict.of(solution, Relation.AT_LEAST);
        List<Verdict.Stretch> holding = verdict.holding();
        assertEquals(2, holding.size());
        assertEquals(0.2, holding.get(0).from(), 1e-6);
        assertEquals(0.55, holding.get(0).to(), 1e-6);
        assertEquals(0.9, holding.get(1).from(), 1e-6);
        assertEquals(1, holding.get(1).to());
    }

    /** Both roots lie between two neighbouring steps, at 0.5 and 0.53125, where the curve has one sign. */
    @Test
    void search_ofTwoRootsBetweenTwoSteps_findsThemByTheDip() {
        DoubleUnaryOperator curve = x -> (x - 0.514) * (x - 0.517);
        assertTrue(
                CrossingSearch.places(SHARES, CrossingSearch.EXACT_STEPS).stream()
                        .allMatch(at -> curve.applyAsDouble(at) > 0),
                "who looks at the steps alone finds none");
        assertRoots(solve(curve, SHARES), 1e-7, 0.514, 0.517);
    }

    @Test
    void search_ofADipAtTheEnd_findsItsRoots() {
        assertRoots(solve(x -> (x - 0.992) * (x - 0.9985), SHARES), 1e-7, 0.992, 0.9985);
    }

    @Test
    void search_ofADipThatDoesNotReach_findsNone() {
        Solution solution = solve(x -> (x - 0.514) * (x - 0.514) + 1e-4, SHARES);
        assertTrue(solution.crossings().isEmpty());
        assertTrue(Verdict.of(solution, Relation.ABOVE).always());
        Verdict below = Verdict.of(solution, Relation.AT_MOST);
        assertTrue(below.never() && below.unanswered());
        assertEquals(1e-4, solution.least().value(), 1e-5);
    }

    /** Products of three to five factors, each root at least 0.04 from the next: seeds 1 to 10, a scan of 5,000 places each. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void search_ofRandomPolynomials_agreesWithAFineScan(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] roots = new double[3 + seed % 3];
        double last = 0;
        for (int i = 0; i < roots.length; i++) {
            last += 0.04 + 0.14 * random.nextDouble();
            roots[i] = last;
        }
        DoubleUnaryOperator curve = x -> Arrays.stream(roots).reduce(1, (product, root) -> product * (x - root));
        Solution solution = solve(curve, SHARES);
        assertRoots(solution, 1e-7, roots);
        List<Double> places = FineScan.places(SHARES, 5_000);
        for (Relation relation : List.of(Relation.AT_LEAST, Relation.BELOW)) {
            Verdict verdict = Verdict.of(solution, relation);
            assertEquals(Optional.empty(), FineScan.disagreement(verdict, places, curve));
        }
    }

    /** The scan rejects the wrong side and a root that is dropped. */
    @Test
    void fineScan_ofAWrongVerdict_disagrees() {
        DoubleUnaryOperator curve = x -> (x - 0.3) * (x - 0.6);
        List<Double> places = FineScan.places(SHARES, 1_000);
        Verdict wrongSide = Verdict.of(solve(x -> -curve.applyAsDouble(x), SHARES), Relation.AT_LEAST);
        assertTrue(FineScan.disagreement(wrongSide, places, curve).isPresent());
        Verdict dropped = Verdict.of(solve(x -> 0.3 - x, SHARES), Relation.AT_LEAST);
        assertTrue(FineScan.disagreement(dropped, places, curve).isPresent());
        Verdict right = Verdict.of(solve(curve, SHARES), Relation.AT_LEAST);
        assertFalse(FineScan.disagreement(right, places, curve).isPresent());
    }

    @Test
    void search_ofAJump_saysThatItJumps() {
        Solution solution = solve(x -> x < 0.37 ? -0.25 : 0.5, SHARES);
        assertRoots(solution, 1e-7, 0.37);
        assertEquals(0.75, solution.crossings().get(0).jump(), 1e-12);
        assertEquals(0, solve(x -> x - 0.37, SHARES).crossings().get(0).jump());
    }

    /** 0 from 0.3 to 0.6: "at least" holds from the one on, "more" from the other. */
    @Test
    void search_ofALevelAtZero_findsBothItsEnds() {
        Solution solution = solve(x -> x < 0.3 ? x - 0.3 : Math.max(0, x - 0.6), SHARES);
        assertRoots(solution, 1e-6, 0.3, 0.6);
        assertEquals(
                0.3, Verdict.of(solution, Relation.AT_LEAST).holding().get(0).from(), 1e-6);
        assertEquals(0.6, Verdict.of(solution, Relation.ABOVE).holding().get(0).from(), 1e-6);
        Verdict equal = Verdict.of(solution, Relation.EQUALS);
        assertEquals(1, equal.holding().size());
        assertEquals(0.3, equal.holding().get(0).from(), 1e-6);
    }

    @Test
    void search_ofARootAtAStep_findsItOnce() {
        assertRoots(solve(x -> x - 0.5, SHARES), 1e-7, 0.5);
    }

    @Test
    void search_ofACurveThatTouchesZero_findsOnePlaceWhereItIsEqual() {
        Solution solution = solve(x -> (x - 0.5) * (x - 0.5), SHARES);
        assertEquals(1, Verdict.of(solution, Relation.EQUALS).turns().size());
        assertTrue(Verdict.of(solution, Relation.AT_LEAST).always());
    }

    @Test
    void search_overDecades_isAsFineEverywhere() {
        SearchRange range = new SearchRange(1e-9, 1e3, false);
        assertTrue(range.logarithmic());
        assertRoots(solve(x -> Math.log(x / 3e-5), range), 3e-5 * 1e-5, 3e-5);
        SearchRange fromZero = new SearchRange(0, 1e12, false);
        assertRoots(solve(x -> 2 * x - 0.7, fromZero), 0.35 * 1e-4, 0.35);
    }

    /** The least n with n² ≥ 50 is 8; of a million numbers about 60 are looked at, in few goes. */
    @Test
    void search_ofWholeNumbers_endsBetweenNeighbours() {
        List<Integer> goes = new ArrayList<>();
        Curve curve = new Curve() {
            @Override
            public List<LookedPoint> at(List<Double> places) {
                goes.add(places.size());
                return places.stream()
                        .map(at -> LookedPoint.exact(at, at * at - 50))
                        .toList();
            }

            @Override
            public int together() {
                return 16;
            }
        };
        Solution solution = CrossingSearch.search(curve, new SearchRange(1, 1e6, true));
        Crossing crossing = solution.crossings().get(0);
        assertEquals(7, crossing.below());
        assertEquals(8, crossing.above());
        assertEquals(8, Verdict.of(solution, Relation.AT_LEAST).holding().get(0).from());
        assertTrue(goes.size() <= 6, goes::toString);
    }

    /**
     * A line of slope 1 through 0.4 with trials' noise of standard deviation 0.02, nine tenths of whose variance every place has
     * in common. In 400 searches (seeds 1 to 400) the interval of 95 % is to contain 0.4 in 380 on average; fewer than 355 or more
     * than 398 have a chance below 1e-6 each by the binomial law (the tail of 354 of 400 at 0.95 is 3e-8, that of 399 is 3e-8).
     */
    @Test
    void search_ofTrials_hasOneRootWhoseIntervalHolds() {
        int covered = 0;
        int tooNarrow = 0;
        for (int seed = 1; seed <= 400; seed++) {
            Solution solution = CrossingSearch.search(noisy(x -> x - 0.4, seed, 0.02), SHARES);
            assertEquals(1, solution.crossings().size(), "noise is no root");
            Crossing crossing = solution.crossings().get(0);
            covered += crossing.problems().contains(0.4) ? 1 : 0;
            tooNarrow += Math.abs(crossing.at() - 0.4) <= 0.02 ? 1 : 0;
        }
        assertTrue(covered >= 355 && covered <= 398, "covered " + covered);
        assertTrue(
                tooNarrow < 355, "an interval of one standard error covers too little, and is rejected: " + tooNarrow);
    }

    @Test
    void search_ofNoiseAlone_findsNoRoot() {
        for (int seed = 1; seed <= 50; seed++) {
            Solution solution = CrossingSearch.search(noisy(x -> 0, seed, 0.02), SHARES);
            assertTrue(solution.crossings().isEmpty());
            assertTrue(Verdict.of(solution, Relation.AT_LEAST).unanswered());
        }
    }

    private static Curve noisy(DoubleUnaryOperator curve, int seed, double error) {
        double common = normal(seed, 0);
        return places -> places.stream()
                .map(at -> {
                    double own = normal(seed, Double.hashCode(at));
                    double noise = error * (Math.sqrt(0.9) * common + Math.sqrt(0.1) * own);
                    return new LookedPoint(at, curve.applyAsDouble(at) + noise, error, 2 * error, 0);
                })
                .toList();
    }

    private static double normal(int seed, int place) {
        return NormalQuantile.of(new SplittableRandom(31L * seed + 1_000_003L * place).nextDouble());
    }
}
