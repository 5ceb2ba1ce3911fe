package overthink.scenarios.analysis.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.plugins.StrategyCatalog;

/** What questions mean, on one small world. */
class QuestionTest {

    @TempDir
    static Path directory;

    private static Experiment experiment;
    private static Results results;

    @BeforeAll
    static void run() throws IOException {
        Path file = Files.writeString(directory.resolve("small.yaml"), """
            seed: 42
            world:
              problems: {count: 40, accuracy: {beta: {alpha: 0.9, beta: 1.6}}}
              policy: {steps: 2, wrong-answers: {zipf: {answers: 12, exponent: 1.2}}}
              verifier: {outcome: {auc: 0.80}, process: {auc: 0.7}}
            budgets: {resource: generations, values: [1, 4, 16]}
            strategies: [best-of-n, majority-vote, beam-search: {width: 2}, beam-search: {width: 4}]
            trials: {count: 20}
            method: simulated
            bins: thresholds
            """);
        experiment = new ScenarioReader(StrategyCatalog.load(List.of()))
                .read(file, List.of())
                .experiment();
        results = Simulator.run(experiment, 2, Progress.SILENT);
    }

    private static AskedFigure figure(String text) {
        return Names.of(experiment).resolve(QuestionParser.figure(text));
    }

    private static Answer answer(String text) {
        return Evidence.of(results)
                .answer(Names.of(experiment).resolve(QuestionParser.difference(text)))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        best-of-n@16                             | accuracy   | best-of-n   | 16       | all
        best-of-n                                | accuracy   | best-of-n   | 16       | all
        coverage of best-of-n @ 4 on hard        | coverage   | best-of-n   | 4        | hard
        cost.verifier-calls of best-of-n@1 on "easy" | cost.verifier-calls | best-of-n | 1  | easy
        accuracy of majority-vote@inf            | accuracy   | majority-vote | Infinity | all
        majority-vote@∞ on medium                | accuracy   | majority-vote | Infinity | medium
        """)
    void figure_ofEveryShape_namesItsRow(String text, String measure, String strategy, double budget, String bin) {
        AskedFigure figure = figure(text);
        assertEquals(measure, figure.measure().label());
        assertEquals(new RowKey(strategy, Map.of(), budget, bin), figure.row());
        assertEquals(figure, figure(figure.toString()), "it reads what it writes");
    }

    @Test
    void figure_withParameters_isOfTheStrategyThatHasThem() {
        AskedFigure figure = figure("beam-search{width: 2}@4");
        assertEquals(Map.of("width", 2L), figure.row().parameters());
        assertEquals(figure, figure(figure.toString()));
        assertEquals(Map.of("width", 4L), figure("beam-search@4").row().parameters(), "4 is the default");
    }

    @Test
    void measureAlone_ofSeveralStrategies_needsOneThatIsSaid() {
        Names names = Names.of(experiment);
        WrittenFigure written = QuestionParser.figure("coverage");
        QuestionException refused = assertThrows(QuestionException.class, () -> names.resolve(written));
        assertTrue(refused.getMessage().contains("Maybe: coverage of best-of-n"), refused.getMessage());
        AskedFigure figure = names.strategy("majority-vote").budget(4).resolve(written);
        assertEquals(new AskedFigure(Measure.COVERAGE, new RowKey("majority-vote", Map.of(), 4, "all")), figure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        best-of-n@16 >= .8                | AT_LEAST | -0.8
        best-of-n@16>=80%                 | AT_LEAST | -0.8
        best-of-n@16 <= 80 %              | AT_MOST  | -0.8
        best-of-n@16 < 8e-1               | BELOW    | -0.8
        .8 > best-of-n@16                 | ABOVE    | 0.8
        best-of-n@16 - .1 = 0.7           | EQUALS   | -0.8
        best-of-n@16 ≥ majority-vote@16   | AT_LEAST | 0
        best-of-n@16 - majority-vote@16 > 2% | ABOVE | -0.02
        best-of-n@16-majority-vote@16>.02 | ABOVE    | -0.02
        2*cost.usd of best-of-n@4 <= 3 * cost.usd of majority-vote@16 + 1 | AT_MOST | -1
        """)
    void comparison_ofEveryShape_isADifferenceAndARelation(String text, String relation, double constant) {
        AskedComparison comparison = Names.of(experiment).resolve(QuestionParser.comparison(text));
        assertEquals(relation, comparison.relation().name());
        assertEquals(constant, comparison.gap().constant(), 1e-15);
        assertEquals(text, comparison.text());
    }

    @Test
    void multiples_onBothSides_keepTheirSigns() {
        Side gap = Names.of(experiment)
                .resolve(QuestionParser.comparison("2*best-of-n@4 - majority-vote@4 <= 3*best-of-n@16"))
                .gap();
        assertEquals(
                List.of(2.0, -1.0, -3.0),
                gap.terms().stream().map(Side.Term::times).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        best-of-n@ >= .8             | 12 | a budget must follow '@'
        best-of-n@0 >= .8            | 11 | a budget must follow '@'
        best-of-n@16                 | 13 | there must be >=
        best-of-n@16 >=              | 16 | a figure, such as
        best-of-n@16 >= .8 .9        | 20 | nothing can follow
        best-of-m@16 >= .8           | 1  | Maybe: best-of-n
        acuracy of best-of-n >= .8   | 1  | Maybe: accuracy
        acuracy >= .8                | 1  | Maybe: accuracy
        best-of-n@5 >= .8            | 1  | one of the budgets, which are 1, 4, 16, not 5
        best-of-n@4 on hrad >= .8    | 16 | Maybe: hard
        best-of-n-majority-vote > 0  | 1  | there is no strategy best-of-n-majority-vote
        beam-search{wdth: 4} >= .8   | 1  | Maybe: width
        beam-search{width: x} >= .8  | 1  | width must be
        beam-search{width: 3} >= .8  | 1  | no strategy here is beam-search: {width: 3}
        beam-search{width: 4 >= .8   | 12 | the brace is not closed
        utility of best-of-n >= 0    | 1  | the key utility
        abstained of best-of-n@inf>0 | 1  | accuracy and coverage alone
        .5 >= .8                     | 1  | one side must be a figure
        1.2.3 >= best-of-n           | 1  | must stand here
        0 * best-of-n@4 >= 0         | 1  | times 0
        """)
    void comparison_thatIsWrong_isRefusedAtItsColumn(String text, int column, String rule) {
        QuestionException refused = assertThrows(
                QuestionException.class, () -> Names.of(experiment).resolve(QuestionParser.comparison(text)));
        assertTrue(refused.getMessage().contains(rule), refused.getMessage());
        assertEquals(column, refused.column(), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "@", "-", "best-of-n@16 on", "of", "{}", "\"", "accuracy of", "best-of-n{[}@1"})
    void figure_thatIsNone_isRefused(String text) {
        assertThrows(QuestionException.class, () -> figure(text));
    }

    @Test
    void answer_ofOneFigure_isThatOfItsRow() {
        Row row = results.rows()
                .get(figure("best-of-n@4").row().find(results.rows()).orElseThrow());
        Answer answer = answer("best-of-n@4");
        assertEquals(row.accuracy(), answer.value());
        assertEquals(Measure.ACCURACY.error(row), answer.stdError());
        assertEquals(row.populationStdError(), answer.populationStdError());
    }

    @Test
    void answer_ofADifference_isPaired() {
        int one = figure("best-of-n@4").row().find(results.rows()).orElseThrow();
        int other = figure("majority-vote@16").row().find(results.rows()).orElseThrow();
        PairedDifference expected = PairedDifference.of(
                results.samples().get(one), Quantity.ACCURACY, results.samples().get(other), Quantity.ACCURACY, 1);
        Answer answer = answer("best-of-n@4 - majority-vote@16");
        assertEquals(expected.difference(), answer.value(), 1e-12);
        assertEquals(expected.stdError(), answer.stdError(), 1e-12);
        assertEquals(expected.populationStdError(), answer.populationStdError(), 1e-12);
    }

    @Test
    void answer_ofAFigureLessItself_isNothingForSure() {
        assertEquals(new Answer(0, 0, 0, 0), answer("best-of-n@4 - best-of-n@4"));
        assertEquals(answer("best-of-n@4"), answer("best-of-n@4 - majority-vote@16 + majority-vote@16"));
    }

    /** Over the population the error is the standard deviation of the problems' sums over √40, by definition. */
    @Test
    void answer_ofThreeTerms_hasTheVarianceOfTheSum() {
        double[] sums = new double[40];
        add(sums, "best-of-n@4", 1);
        add(sums, "majority-vote@16", -2);
        add(sums, "majority-vote@1", 1);
        double mean = Arrays.stream(sums).average().orElseThrow();
        double squares =
                Arrays.stream(sums).map(sum -> (sum - mean) * (sum - mean)).sum();
        Answer answer = answer("best-of-n@4 - 2*majority-vote@16 + majority-vote@1");
        assertEquals(mean, answer.value(), 1e-12);
        assertEquals(Math.sqrt(squares / 39 / 40), answer.populationStdError(), 1e-9);
        assertTrue(answer.stdError() > 0 && answer.stdError() < answer.populationStdError());
    }

    private static void add(double[] sums, String text, double times) {
        Sample sample =
                results.samples().get(figure(text).row().find(results.rows()).orElseThrow());
        double[] means = new double[Quantity.COUNT];
        for (int i = 0; i < sums.length; i++) {
            sample.means(i, means);
            sums[i] += times * means[Quantity.ACCURACY.ordinal()];
        }
    }

    @Test
    void answer_atInfinity_isTheLimit() {
        Answer answer = answer("majority-vote@inf");
        assertEquals(
                results.limits().stream()
                        .filter(limit -> limit.strategy().equals("majority-vote")
                                && limit.bin().equals("all"))
                        .findFirst()
                        .orElseThrow()
                        .accuracy(),
                answer.value());
        assertEquals(0, answer.stdError());
    }

    @Test
    void holds_always_saysWhatTheRelationSays() {
        AskedComparison comparison = Names.of(experiment).resolve(QuestionParser.comparison("best-of-n@4 >= .5"));
        assertTrue(comparison.holds(0));
        assertTrue(comparison.holds(.1));
        assertFalse(comparison.holds(-1e-9));
        assertFalse(Names.of(experiment)
                .resolve(QuestionParser.comparison("best-of-n@4 > .5"))
                .holds(0));
    }
}
