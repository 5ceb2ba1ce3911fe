package overthink.scenarios.command.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import overthink.core.estimate.Quantity;
import overthink.core.exact.allocation.PredictedDifficulty;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Gathering;
import overthink.scenarios.analysis.allocation.AllocationQuestion;
import overthink.scenarios.analysis.allocation.AllocationRow;
import overthink.scenarios.analysis.allocation.ChoiceSplit;
import overthink.scenarios.analysis.plan.Configuration;
import overthink.scenarios.analysis.plan.Plan;
import overthink.scenarios.analysis.plan.PlanQuestion;
import picocli.CommandLine.Option;

/** How well the difficulty of problems is known over which the choice's budget is split. */
final class SplitOption {

    @Option(
            names = "--allocation",
            paramLabel = "R,...",
            split = ",",
            description = "Also say what the choice's budget gives on average when it is split over problems whose"
                    + " difficulty is known beforehand to r: 0 for nothing, 1 for each problem's own curve."
                    + " Repeatable.")
    private List<Double> allocation = new ArrayList<>();

    /** Adds what is wrong to {@code problems}. */
    void check(Experiment experiment, List<String> problems) {
        for (double r : allocation) {
            if (!PredictedDifficulty.CORRELATION.contains(r)) {
                problems.add("--allocation must be %s, not %s".formatted(PredictedDifficulty.CORRELATION.what(), r));
            }
        }
        if (!allocation.isEmpty()
                && experiment.world() instanceof SyntheticWorld world
                && world.problems().gathering() == Gathering.POPULATION) {
            problems.add(
                    "--allocation: a budget is split over problems that can be counted, not over a population. Maybe"
                            + " --set world.problems.count=1000 --set world.problems.spread=even");
        }
    }

    /** What the splits have; none when they are not asked for, or nothing is chosen. */
    List<AllocationRow> rows(PlanQuestion question, Plan plan, Execution execution) {
        if (allocation.isEmpty() || plan.choice().chosen().isEmpty()) {
            return List.of();
        }
        Configuration chosen = plan.choice().chosen().get().configuration();
        return ChoiceSplit.of(
                new AllocationQuestion(Quantity.ACCURACY, allocation, OptionalInt.empty(), Optional.empty()),
                question.experiment(),
                chosen.strategy(),
                chosen.budget(),
                execution);
    }
}
