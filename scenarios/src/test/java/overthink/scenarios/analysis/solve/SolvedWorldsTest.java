package overthink.scenarios.analysis.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.experiment.Progress;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.question.QuestionParser;
import overthink.scenarios.document.Draft;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;

/** What is solved for in whole worlds, against closed forms and against scans of the same curve. */
class SolvedWorldsTest {

    private static final StrategyCatalog CATALOG = StrategyCatalog.load(List.of());

    @TempDir
    Path directory;

    private Draft draft(String text, String... overrides) {
        try {
            Path file = Files.writeString(directory.resolve("world.yaml"), text);
            return new ScenarioReader(CATALOG).draft(file, List.of(overrides));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Asking asking(String question) {
        return new Asking(
                QuestionParser.comparison(question),
                names -> names,
                experiment -> Simulator.run(experiment, 2, Progress.SILENT));
    }

    private static Sought key(Draft draft, String path, double low, double high, String question) {
        return KeySearch.prepare(draft, path, Optional.of(new Interval(low, high)), asking(question), 0);
    }

    private static Sought budget(Draft draft, double low, double high, String question) {
        return BudgetSolve.prepare(
                draft.scenario().experiment(), Optional.of(new Interval(low, high)), asking(question));
    }

    private static Verdict verdict(Sought sought) {
        Solution solution = CrossingSearch.search(sought.curve(), sought.range());
        return Verdict.of(solution, sought.comparison().relation());
    }

    private static String point(double accuracy, String verifier) {
        return """
            world:
              problems: {count: 4, accuracy: {point: %s}}
              policy: {wrong-answers: {attractor: {share: 0.5, answers: 4}}}
              verifier: {outcome: {%s}}
            budgets: {values: [1, 4, 16]}
            strategies: [best-of-n, majority-vote%s]
            trials: {count: 100}
            """.formatted(
                        accuracy, verifier, verifier.contains("tpr") ? ", first-accepted: {fallback: abstain}" : "");
    }

    /** Coverage 1 − (1 − p)^N ≥ c: N is the least whole number from ln(1 − c)/ln(1 − p) on. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"0.1, 0.9", "0.003, 0.5", "0.3, 0.999", "0.02, 0.7"})
    void budget_ofACoverage_isThatOfTheClosedForm(double p, double coverage) {
        double least = Math.ceil(Math.log(1 - coverage) / Math.log(1 - p));
        Verdict verdict = verdict(budget(draft(point(p, "d: 1")), 1, 1 << 20, "coverage of best-of-n >= " + coverage));
        assertEquals(1, verdict.holding().size());
        assertEquals(least, verdict.holding().get(0).from());
        assertEquals(1 << 20, verdict.holding().get(0).to());
    }

    /** What is accepted first is right with p·t/(p·t + (1 − p)·f) when there is no end of candidates: a ≤ that for f up to p·t(1 − a)/(a(1 − p)). */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"0.3, 0.8, 0.7", "0.1, 0.95, 0.5", "0.6, 0.7, 0.9"})
    void falsePositives_ofALimit_areThoseOfTheClosedForm(double p, double t, double accuracy) {
        double most = p * t * (1 - accuracy) / (accuracy * (1 - p));
        Draft draft = draft(point(p, "tpr: %s, fpr: 0.05".formatted(t)));
        String path = "world.verifier.outcome.fpr";
        Asking asking = asking("first-accepted@inf >= " + accuracy);
        Sought sought = KeySearch.prepare(draft, path, Optional.empty(), asking, 0);
        assertEquals(0.05, sought.current().orElseThrow());
        Verdict verdict = verdict(sought);
        assertEquals(1, verdict.turns().size());
        assertEquals(most, verdict.turns().get(0).at(), 1e-6);
        assertFalse(verdict.turns().get(0).rising());
        assertEquals(0, verdict.holding().get(0).from(), 1e-9);
    }

    /** The lower end of a uniform law is below its upper one, 0.6: no more than that is searched, and it is said why. */
    @Test
    void range_thatCannotBeWhole_isAsFarAsItGoes() {
        Draft draft = draft(point(0.3, "d: 1").replace("{point: 0.3}", "{uniform: {low: 0.2, high: 0.6}}"));
        Asking asking = asking("best-of-n@4 >= 0.5");
        Sought sought = KeySearch.prepare(draft, "world.problems.accuracy.uniform.low", Optional.empty(), asking, 0);
        assertEquals(0, sought.range().least());
        assertEquals(0.6, sought.range().most(), 1e-9);
        assertTrue(sought.remark().contains("low"), sought.remark());
        assertEquals(0.2, sought.current().orElseThrow());
    }

    /** The accuracy of one candidate over equal problems is p itself, so p solves p ≥ c. */
    @Test
    void accuracy_ofOneCandidate_isSolvedByItself() {
        Verdict verdict = verdict(
                key(draft(point(0.3, "d: 1")), "world.problems.accuracy.point", 0.01, 0.99, "best-of-n@1 >= 0.437"));
        assertEquals(0.437, verdict.turns().get(0).at(), 1e-7);
    }

    /** 1 − 0.7⁴ is 0.7599, whatever the verifier. */
    @Tag("slow")
    @Test
    void never_ofACoverageThatIsTooMuch_saysWhereItIsMost() {
        Sought sought =
                key(draft(point(0.3, "d: 1")), "world.verifier.outcome.d", 0, 5, "coverage of best-of-n@4 >= 0.9");
        Solution solution = CrossingSearch.search(sought.curve(), sought.range());
        assertTrue(Verdict.of(solution, sought.comparison().relation()).never());
        assertEquals(1 - Math.pow(0.7, 4) - 0.9, solution.most().value(), 1e-12);
    }

    /** By seed: how good a verifier must be; where more candidates are worth it; where voting is; budgets before over-optimization. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void exactWorlds_atRandom_agreeWithAScan(int seed) {
        assertAgrees(seed, 40);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void exactWorlds_atRandom_agreeWithAFineScan(int seed) {
        assertAgrees(seed, 200);
    }

    private void assertAgrees(int seed, int steps) {
        SplittableRandom random = new SplittableRandom(seed);
        Sought sought = world(seed, random);
        Solution solution = CrossingSearch.search(sought.curve(), sought.range());
        assertTrue(solution.exact());
        Verdict verdict = Verdict.of(solution, sought.comparison().relation());
        assertFalse(verdict.always() || verdict.never(), "it turns somewhere");
        assertTrue(seed % 4 == 1 || solution.crossings().size() >= 2, "three of four are not monotone");
        List<Double> places = FineScan.places(sought.range(), steps);
        Map<Double, Double> scanned =
                sought.curve().at(places).stream().collect(Collectors.toMap(LookedPoint::at, LookedPoint::value));
        assertEquals(Optional.empty(), FineScan.disagreement(verdict, places, scanned::get));
    }

    private Sought world(int seed, SplittableRandom random) {
        double p = 0.15 + 0.2 * random.nextDouble();
        double gain = 0.02 + 0.06 * random.nextDouble();
        double d = 1 + random.nextDouble();
        return switch (seed % 4) {
            case 1 ->
                key(draft(beta(random)), "world.verifier.outcome.auc", 0.5, 0.99, "best-of-n@8 >= majority-vote@8");
            case 2 ->
                key(
                        draft(point(p, "d: %.3f".formatted(d))),
                        "world.problems.accuracy.point",
                        0.001,
                        0.999,
                        "best-of-n@8 - best-of-n@1 >= %.4f".formatted(2 * gain));
            case 3 ->
                key(
                        draft(point(p, "d: %.3f".formatted(d))),
                        "world.problems.accuracy.point",
                        0.001,
                        0.999,
                        "majority-vote@16 - best-of-n@1 > %.4f".formatted(gain));
            default -> {
                String hacked = "d: %.3f, hack: {share: 0.01, shift: 6}".formatted(d);
                Draft draft = draft(
                        point(p, hacked).replace("attractor: {share: 0.5, answers: 4}", "uniform: {answers: 1000}"));
                yield budget(draft, 1, 4096, "best-of-n >= %.4f".formatted(p + 0.1 + gain));
            }
        };
    }

    private static String beta(SplittableRandom random) {
        return String.format(Locale.ROOT, """
            seed: 7
            world:
              problems: {count: 5, accuracy: {beta: {alpha: %.3f, beta: %.3f}}}
              policy: {wrong-answers: {zipf: {answers: 6, exponent: 1.2}}}
              verifier: {outcome: {auc: 0.8, shared: {answer: 0.2}}}
            budgets: {values: [8]}
            strategies: [best-of-n, majority-vote]
            """, 0.5 + random.nextDouble(), 0.8 + random.nextDouble());
    }

    /**
     * The same question by trials and exactly: the exact root is within the interval of the trials' root widened from 1.96 to 5
     * standard errors, which fails a correct program with a chance of 6e-7 for each of the roots.
     */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void trials_ofTwoWorlds_findTheExactRoots(int seed) {
        Sought exact = world(seed, new SplittableRandom(seed));
        Verdict known = verdict(exact);
        Draft draft = draft(readWorld(), "method=simulated", "trials.count=500");
        Interval between = new Interval(exact.range().least(), exact.range().most());
        Asking asking = asking(exact.question().text());
        Sought sought = KeySearch.prepare(draft, exact.path(), Optional.of(between), asking, 0);
        Verdict found = verdict(sought);
        assertEquals(known.turns().size(), found.turns().size());
        for (int i = 0; i < known.turns().size(); i++) {
            Crossing crossing = found.turns().get(i);
            double half = (crossing.problems().upper() - crossing.problems().lower()) / 2;
            assertEquals(known.turns().get(i).at(), crossing.at(), half * 5 / 1.96);
            assertEquals(known.turns().get(i).rising(), crossing.rising());
            assertTrue(half < 0.1 && half > 1e-3, "an interval that says something: " + half);
        }
    }

    private String readWorld() {
        try {
            return Files.readString(directory.resolve("world.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
