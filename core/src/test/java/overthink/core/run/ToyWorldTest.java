package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.model.Model;
import overthink.core.model.World;
import overthink.core.testkit.ToyWorld;

/** A kind of world that nobody else knows: one class, played, metered, graded and reported like every other. */
class ToyWorldTest {

    /** Candidate k of problem i is worth (i + k mod 4) ÷ 4, and scored so. */
    private static final World TOY = new ToyWorld(
            2,
            Set.of(Capability.OUTCOME_VERIFIER),
            (problem, candidate) -> (problem + candidate) % 4 * Model.RIGHT / 4);

    /** Commits the candidate of the greatest score. */
    private static final class Best implements StrategyProvider {

        @Override
        public String name() {
            return "best";
        }

        @Override
        public String summary() {
            return "The candidate of the greatest score.";
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return true;
        }

        @Override
        public Set<Capability> needs(Parameters parameters) {
            return Set.of(Capability.OUTCOME_VERIFIER);
        }

        @Override
        public Strategy create(Parameters parameters) {
            return session -> {
                double best = Double.NEGATIVE_INFINITY;
                for (int c = session.generate(); c != Session.NONE; c = session.generate()) {
                    double score = session.verify(c);
                    if (score > best) {
                        best = score;
                        session.commit(c);
                    }
                }
            };
        }
    }

    private static Experiment experiment(StrategyProvider provider) {
        return new Experiment(
                TOY,
                Budgets.generations(1, 2, 4),
                List.of(ConfiguredStrategy.of(provider, Map.of())),
                new TrialPlan.Count(10),
                new BinPlan.None(),
                1);
    }

    @Test
    void worldOfAnotherKind_isPlayedMeteredAndGraded() {
        List<Row> rows =
                Simulator.run(experiment(new Best()), 2, Progress.SILENT).rows();
        assertEquals(3, rows.size());
        // worth of the best of the first k: (0 + 1)/2, (1 + 2)/2 and 3 quarters
        assertEquals(0.125, rows.get(0).accuracy(), 1e-12);
        assertEquals(0.375, rows.get(1).accuracy(), 1e-12);
        assertEquals(0.75, rows.get(2).accuracy(), 1e-12);
        assertEquals(Method.SIMULATED, rows.get(2).method());
        assertEquals(4, rows.get(2).cost().verifierCalls(), 1e-12);
        assertEquals(0, rows.get(2).coverage(), 1e-12, "nothing is entirely right");
        assertTrue(rows.get(2).upper() > 0.75 && rows.get(2).lower() < 0.75);
    }

    @Test
    void worldWithoutWhatAStrategyNeeds_isRefusedByName() {
        StrategyProvider stepwise = new StrategyProvider() {
            @Override
            public String name() {
                return "stepwise";
            }

            @Override
            public String summary() {
                return "Grows.";
            }

            @Override
            public Set<Capability> needs(Parameters parameters) {
                return Set.of(Capability.STEPS);
            }

            @Override
            public Strategy create(Parameters parameters) {
                return session -> session.extend(Session.NONE);
            }
        };
        assertEquals(
                "stepwise needs solutions generated step by step, which this world lacks",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Simulator.run(experiment(stepwise), 1, Progress.SILENT))
                        .getMessage());
    }
}
