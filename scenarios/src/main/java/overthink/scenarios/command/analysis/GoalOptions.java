package overthink.scenarios.command.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Resource;
import overthink.core.estimate.Utility;
import overthink.core.experiment.Experiment;
import overthink.scenarios.analysis.plan.Objective;
import overthink.scenarios.text.NearestName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is looked for: the most accurate, what is worth most, or what reaches a target with least. */
final class GoalOptions {

    @Option(
            names = "--target-accuracy",
            paramLabel = "SHARE",
            converter = ShareReader.class,
            description = "Look for what costs least of all that reaches this accuracy, such as .8 or 80%%.")
    private @Nullable Double target;

    @Option(
            names = {"--minimise", "--minimize"},
            paramLabel = "RESOURCE",
            description =
                    "With --target-accuracy, what is to be least (default: usd, or generations where nothing costs"
                            + " dollars).")
    private @Nullable String minimise;

    @Option(
            names = "--wrong-answer-cost",
            paramLabel = "WORTH",
            description = "Look for the greatest utility: 1 for a right answer, less this for a wrong one, 0 for none"
                    + " (default: the scenario's utility, or accuracy where it has none).")
    private @Nullable Double wrongAnswerCost;

    /** Reads a share as it is spelled. */
    static final class ShareReader implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            boolean percent = text.endsWith("%");
            try {
                double share = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
                double value = percent ? share / 100 : share;
                if (value > 0 && value <= 1) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException("must be a share, such as .8 or 80%%, not '%s'".formatted(text));
            }
            throw new TypeConversionException("must be above 0 and at most 1, not '%s'%s"
                    .formatted(text, text.matches("[1-9][0-9]?") ? ". Maybe: %s%%".formatted(text) : ""));
        }
    }

    /** The accuracy to be reached; empty where none is asked for. */
    OptionalDouble target() {
        return target == null ? OptionalDouble.empty() : OptionalDouble.of(target);
    }

    /** Adds what contradicts itself to {@code problems}. */
    void contradictions(List<String> problems) {
        if (target != null && wrongAnswerCost != null) {
            problems.add("--target-accuracy asks for what costs least, --wrong-answer-cost for what is worth most: give"
                    + " one");
        }
        if (minimise != null && target == null) {
            problems.add("--minimise says what is to be least of all that reaches --target-accuracy, which is missing");
        }
        if (wrongAnswerCost != null && !(wrongAnswerCost >= 0 && wrongAnswerCost <= Utility.LARGEST)) {
            problems.add(
                    "--wrong-answer-cost must be between 0 and %s, not %s. It is what a wrong answer costs, without a sign"
                            .formatted("1e9", wrongAnswerCost));
        }
    }

    /** What is to be greatest or least; a resource that there is not is added to {@code problems}. */
    Objective objective(Experiment experiment, List<String> problems) {
        if (target != null) {
            return Objective.least(resource(experiment, problems));
        }
        if (wrongAnswerCost != null && wrongAnswerCost >= 0 && wrongAnswerCost <= Utility.LARGEST) {
            return Objective.utility(new Utility(1, 0 - wrongAnswerCost, 0, Map.of()));
        }
        return experiment.utility().map(Objective::utility).orElse(Objective.ACCURACY);
    }

    private Resource resource(Experiment experiment, List<String> problems) {
        List<String> names =
                Arrays.stream(Resource.values()).map(Resource::label).toList();
        String name = minimise;
        if (name == null) {
            return IdleResources.bound(experiment.strategies(), experiment, Resource.USD)
                    ? Resource.USD
                    : Resource.GENERATIONS;
        }
        int at = names.indexOf(name);
        if (at < 0) {
            problems.add("--minimise: there is no resource '%s'; there are: %s%s"
                    .formatted(
                            name,
                            String.join(", ", names),
                            NearestName.to(name, names).map(". Maybe: "::concat).orElse("")));
            return Resource.GENERATIONS;
        }
        return Resource.values()[at];
    }
}
