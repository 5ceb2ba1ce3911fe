package overthink.scenarios.expectation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.api.Resource;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Method;
import overthink.core.estimate.PerTrial;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;

/** What meets an expectation, worked out by hand. */
class ExpectationTest {

    private static final Map<String, Object> WIDE = Map.of("width", 8L);

    private static final Row BEAM = row("beam-search", WIDE, "all", Method.SIMULATED, 0.70, 0.01);
    private static final Row BEST = row("best-of-n", Map.of(), "all", Method.SIMULATED, 0.60, 0.02);
    private static final Row SOLVED = row("best-of-n", Map.of(), "hard", Method.EXACT, 0.25, 0);

    private static Row row(
            String strategy, Map<String, Object> parameters, String bin, Method method, double accuracy, double error) {
        return new Row(
                new Row.Asked(strategy, parameters, Resource.GENERATIONS, 16, bin),
                new Row.Basis(method, 10, method == Method.EXACT ? 0 : 100),
                new Estimate(
                        accuracy,
                        error,
                        Double.NaN,
                        accuracy - Estimate.Z95 * error,
                        accuracy + Estimate.Z95 * error,
                        0),
                new Row.Shares(0.9, 0, 1 - accuracy),
                new Cost(16, 64, 128, 0, 20, 4, 1.5, 0, 0.25));
    }

    private static RowKey key(Row row) {
        return new RowKey(row.strategy(), row.parameters(), row.budget(), row.bin());
    }

    private static Finding judge(
            Row row, Measure measure, Relation relation, double margin, double errors, Target target) {
        return new Expectation(3, "file.yaml:9: expect[3]", key(row), measure, relation, margin, errors, target)
                .judge(List.of(BEAM, BEST, SOLVED));
    }

    /** 0.70 with an error of 0.01 against a number. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            EQUALS,   0.00, 4, 0.735, true
            EQUALS,   0.00, 4, 0.745, false
            EQUALS,   0.00, 4, 0.655, false
            EQUALS,   0.05, 4, 0.785, true
            EQUALS,   0.05, 0, 0.755, false
            ABOVE,    0.00, 4, 0.655, true
            ABOVE,    0.00, 4, 0.665, false
            ABOVE,    0.10, 4, 0.555, true
            ABOVE,    0.10, 4, 0.565, false
            ABOVE,   -0.05, 4, 0.705, true
            ABOVE,    0.00, 0, 0.700, false
            BELOW,    0.00, 4, 0.745, true
            BELOW,    0.00, 4, 0.735, false
            BELOW,    0.10, 4, 0.845, true
            BELOW,    0.10, 4, 0.835, false
            BELOW,    0.00, 0, 0.700, false
            AT_LEAST, 0.00, 4, 0.735, true
            AT_LEAST, 0.00, 4, 0.745, false
            AT_LEAST, 0.00, 0, 0.700, true
            AT_MOST,  0.00, 4, 0.665, true
            AT_MOST,  0.00, 4, 0.655, false
            AT_MOST,  0.00, 0, 0.700, true
            """)
    void judge_ofNumber_givesChanceItsErrors(
            Relation relation, double margin, double errors, double target, boolean met) {
        Finding finding = judge(BEAM, Measure.ACCURACY, relation, margin, errors, new Target.Constant(target));
        assertEquals(met, finding.met(), finding.sentence());
    }

    /** 0.70 and 0.60 with errors 0.01 and 0.02: the doubt is 0.03 an error, though the root of squares is 0.022. */
    @Test
    void judge_ofTwoRows_addsTheirErrors() {
        Target best = new Target.Other(key(BEST), Measure.ACCURACY, 1);
        assertTrue(judge(BEAM, Measure.ACCURACY, Relation.ABOVE, 0, 3.3, best).met());
        assertFalse(judge(BEAM, Measure.ACCURACY, Relation.ABOVE, 0, 3.4, best).met());
        Target half = new Target.Other(key(BEST), Measure.ACCURACY, 0.5);
        assertTrue(judge(BEAM, Measure.ACCURACY, Relation.ABOVE, 0.3, 4.9, half).met());
        assertFalse(
                judge(BEAM, Measure.ACCURACY, Relation.ABOVE, 0.3, 5.1, half).met());
    }

    /**
     * 0.70 and 0.60, whose 2 · 50 trials differ in the same way on both halves of them: the difference has no error that is
     * seen, and counts as a share of which nothing was seen, 0.0098 for 100 trials; its sum of errors would be 0.03.
     */
    @Test
    void judge_ofTwoRowsWithSamples_pairsThem() {
        Target best = new Target.Other(key(BEST), Measure.ACCURACY, 1);
        Expectation above = new Expectation(0, "", key(BEAM), Measure.ACCURACY, Relation.ABOVE, 0, 10, best);
        List<Row> rows = List.of(BEAM, BEST);
        assertFalse(above.judge(rows).met(), "10 · 0.03 are more than 0.1");
        Finding paired = above.judge(rows, List.of(sample(0.7, 3), sample(0.6, 3)));
        assertTrue(paired.met(), paired.sentence());
        assertEquals(Estimate.unseen(100), paired.differenceError(), 1e-15);
        Finding apart = above.judge(rows, List.of(sample(0.7, 3), sample(0.6, -3)));
        assertFalse(apart.met(), apart.sentence());
        assertEquals(0.03, apart.differenceError(), 1e-15, "no more than the sum");
    }

    /** One problem with two groups of 50 trials, the first of which has so many more successes than the mean. */
    private static Sample sample(double accuracy, double deviation) {
        return new Sample() {
            @Override
            public int[] problems() {
                return new int[1];
            }

            @Override
            public long[] trials() {
                return new long[] {50, 50};
            }

            @Override
            public void means(int index, double[] into) {
                into[Quantity.ACCURACY.ordinal()] = accuracy;
            }

            @Override
            public void deviations(int index, int group, double[] into) {
                into[Quantity.ACCURACY.ordinal()] = group == 0 ? deviation : -deviation;
            }

            @Override
            public double utilityRange() {
                return 0;
            }
        };
    }

    /** Of 100 trials 90 covered: s = 91/102, and the error is the root of s(1 - s)/100, 0.0310. */
    @Test
    void error_ofOtherShares_isTheBinomials() {
        assertEquals(0.0310182, Measure.COVERAGE.error(BEAM), 1e-6);
        assertEquals(Math.sqrt(101.0 / 102 * (1.0 / 102) / 100), Measure.ABSTAINED.error(BEAM), 1e-12);
        assertEquals(0, Measure.COVERAGE.error(SOLVED), 0);
        assertEquals(0, Measure.USD.error(BEAM), 0);
    }

    @Test
    void error_ofAccuracyWithoutSpread_isItsIntervals() {
        Row sure = new Row(
                new Row.Asked("single", Map.of(), Resource.STEPS, 1, "all"),
                new Row.Basis(Method.SIMULATED, 1, 9),
                new Estimate(1, 0, 0, 0.7, 1, 0),
                new Row.Shares(1, 0, 0),
                BEAM.cost());
        assertEquals(0.3 / 1.959964, Measure.ACCURACY.error(sure), 1e-6);
    }

    @Test
    void judge_ofCosts_comparesMeans() {
        assertTrue(judge(BEAM, Measure.GENERATIONS, Relation.AT_MOST, 0, 0, new Target.Constant(16))
                .met());
        assertFalse(judge(BEAM, Measure.GENERATIONS, Relation.BELOW, 0, 0, new Target.Constant(16))
                .met());
        Target third = new Target.Other(key(BEAM), Measure.STEPS, 1.0 / 3);
        assertTrue(
                judge(BEAM, Measure.VERIFIER_CALLS, Relation.BELOW, 1, 0, third).met());
    }

    @Test
    void sentence_always_givesFigureAndRule() {
        assertEquals(
                "accuracy of beam-search width=8 at 16 is 0.7 ±0.01, above 0.6 ±0.02 (that of best-of-n at 16) by 0.01 and"
                        + " 2 errors of the difference, ±0.03",
                judge(BEAM, Measure.ACCURACY, Relation.ABOVE, 0.01, 2, new Target.Other(key(BEST), Measure.ACCURACY, 1))
                        .sentence());
        assertEquals(
                "accuracy of best-of-n at 16 on hard is 0.25, not equal to 0.45 (0.5 times the coverage of best-of-n at 16"
                        + " on hard), give or take 0.1",
                judge(
                                SOLVED,
                                Measure.ACCURACY,
                                Relation.EQUALS,
                                0.1,
                                4,
                                new Target.Other(key(SOLVED), Measure.COVERAGE, 0.5))
                        .sentence());
        assertEquals(
                "cost.usd of best-of-n at 16 is 0.25, below 0.2 plus 0.1",
                judge(BEST, Measure.USD, Relation.BELOW, -0.1, 0, new Target.Constant(0.2))
                        .sentence());
    }

    @Test
    void judge_ofMissingRow_isNotMetAndSaysWhy() {
        Finding finding = new Expectation(
                        0,
                        "",
                        new RowKey("beam-search", Map.of("width", 4L), 16, "all"),
                        Measure.ACCURACY,
                        Relation.AT_LEAST,
                        0,
                        4,
                        new Target.Constant(0))
                .judge(List.of(BEAM));
        assertFalse(finding.met());
        assertEquals(
                "accuracy of beam-search width=4 at 16: there is no row of beam-search width=4 at 16: its bin is empty, or"
                        + " its strategy was stopped",
                finding.sentence());
    }

    @Test
    void utility_ofRows_isComparedWithItsErrors() {
        Row low = valued("low", new ExpectedUtility(0.30, 0.01, 0.05, 0));
        Row high = valued("high", new ExpectedUtility(0.40, 0.01, 0.05, 0));
        Row unknown = valued("unknown", new ExpectedUtility(0.90, Double.NaN, Double.NaN, 0));
        List<Row> rows = List.of(low, high, unknown);
        Target other = new Target.Other(key(low), Measure.UTILITY, 1);
        Expectation above = new Expectation(0, "", key(high), Measure.UTILITY, Relation.ABOVE, 0, 4, other);
        assertTrue(above.judge(rows).met(), "0.40 − 0.30 > 4·(0.01 + 0.01)");
        Expectation further = new Expectation(0, "", key(high), Measure.UTILITY, Relation.ABOVE, 0, 6, other);
        assertFalse(further.judge(rows).met(), "0.40 − 0.30 < 6·(0.01 + 0.01)");
        Expectation doubtful = new Expectation(0, "", key(unknown), Measure.UTILITY, Relation.ABOVE, 0, 4, other);
        assertFalse(doubtful.judge(rows).met(), "an error that is not known allows anything");
        assertEquals(
                "utility of unknown at 16 is 0.9 ±unknown, not above 0.3 ±0.01 (that of low at 16) by 4 errors of the"
                        + " difference, ±unknown",
                doubtful.judge(rows).sentence());
    }

    private static Row valued(String strategy, ExpectedUtility utility) {
        return new Row(
                new Row.Asked(strategy, Map.of(), Resource.GENERATIONS, 16, "all"),
                new Row.Basis(Method.SIMULATED, 10, 100),
                new Estimate(0.5, 0.05, 0.05, 0.4, 0.6, 0),
                new Row.Shares(0.9, 0, 0.5),
                new Cost(16, 64, 128, 0, 20, 4, 1.5, 0, 0.25),
                Cost.NOTHING,
                Optional.of(utility),
                PerTrial.UNKNOWN);
    }
}
