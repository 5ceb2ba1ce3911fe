package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.WholeRange;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Progress;
import overthink.core.model.DrawnWorld;
import overthink.core.model.Model;
import overthink.core.model.World;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.Route;
import overthink.core.route.SolvedLaws;
import overthink.core.run.Simulator;
import overthink.core.testkit.ToyWorld;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.plugins.StrategyCatalog;

/** A kind of world that nobody else knows, by one class and one form: a scenario of it is read, played and solved. */
class WorldOfAnotherKindTest {

    private static final Key<Integer> TOYS =
            Key.required("toys", WholeForm.ints(new WholeRange(1, 100)), "How many problems");

    /** Its form. */
    private static final Variant<World> FORM = Variant.of(Block.of(fields -> new Toys(fields.get(TOYS)), TOYS), "toys");

    @TempDir
    private Path folder;

    /** Candidate k of problem i is right when k + i is a multiple of 4; it is known what the first of them is worth. */
    private static final class Toys extends ToyWorld implements SolvedLaws.Solvable {

        Toys(int size) {
            super(
                    size,
                    Set.of(Capability.ANSWERS),
                    (problem, candidate) -> (problem + candidate) % 4 == 0 ? Model.RIGHT : 0);
        }

        @Override
        public SolvedLaws solvedLaws() {
            return law -> law instanceof Law.FirstCandidate
                    ? new Availability.Made(new FirstToy())
                    : new Availability.Refused("toys are not voted on");
        }
    }

    /** What the first candidate is worth. */
    private static final class FirstToy implements Route.Exact {

        @Override
        public boolean endless() {
            return false;
        }

        @Override
        public Route.Solver solver(DrawnWorld drawn) {
            return new Route.Solver() {
                private int problem;

                @Override
                public void turnTo(int number) {
                    problem = number;
                }

                @Override
                public ExpectedOutcome at(long candidates) {
                    double right = problem % 4 == 0 ? 1 : 0;
                    return new ExpectedOutcome(right, 0, right, 0, new ExpectedSpending(1, 1, 1, 0, 0, 0, 1, 0));
                }
            };
        }
    }

    private Scenario read(String toys) {
        Path file = ScenarioText.write(folder, """
                world: {toys: %s}
                budgets: {values: [1, 4]}
                strategies: [single, majority-vote]
                trials: {count: 3}
                """.formatted(toys));
        return new ScenarioReader(StrategyCatalog.load(List.of()), List.of(FORM)).read(file, List.of());
    }

    @Test
    void scenario_ofAnotherKind_isReadPlayedAndSolved() {
        List<Row> rows =
                Simulator.run(read("8").experiment(), 2, Progress.SILENT).rows();
        assertEquals(4, rows.size());
        assertEquals(Method.EXACT, rows.get(0).method());
        assertEquals(0.25, rows.get(0).accuracy());
        assertEquals(Method.SIMULATED, rows.get(3).method());
        assertEquals(0.25, rows.get(3).accuracy(), "all answers differ: the first wins");
        assertEquals(1, rows.get(3).coverage());
    }

    @Test
    void scenario_ofAnotherKind_isCheckedByItsForm() {
        InvalidScenarioException mistakes = assertThrows(InvalidScenarioException.class, () -> read("0"));
        assertTrue(
                mistakes.diagnostics()
                        .get(0)
                        .toString()
                        .endsWith("world.toys: must be a whole number between 1 and 100, not 0"),
                mistakes.diagnostics().toString());
        assertTrue(ScenarioText.mistakes(folder, "world: {toy: 3}\nbudgets: {values: [1]}\nstrategies: [single]\n")
                .get(0)
                .contains("must have problems or recording with draw"));
    }
}
