package overthink.scenarios.results.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import overthink.core.api.Resource;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.scenarios.analysis.plan.Configuration;
import overthink.scenarios.analysis.plan.Entrant;
import overthink.scenarios.analysis.plan.Objective;
import overthink.scenarios.analysis.plan.Requirement;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;
import overthink.scenarios.text.Plain;

/** How a plan speaks of its parts. */
final class PlanWords {

    private static final double PERCENT = 100;

    private final Resource resource;

    PlanWords(Resource resource) {
        this.resource = resource;
    }

    /** "beam-search width=4 at 32 generations". */
    String name(Configuration configuration) {
        return "%s at %s".formatted(configuration.name(), amount(resource, configuration.budget()));
    }

    /** What is asked for, as the end of "the …". */
    static String superlative(Objective objective) {
        return switch (objective.quantity()) {
            case ACCURACY -> "the most accurate";
            case UTILITY -> "the most useful";
            default ->
                "the least "
                        + objective.quantity().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** The caps and the target, as they were given. */
    static String requirements(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::option).collect(Collectors.joining(", "));
    }

    /** "accuracy 71.2 ±1.6 %", with the error over these problems. */
    String figure(Objective objective, Entrant entrant, String bin) {
        PairedDifference figure = objective.figure(entrant, bin);
        boolean exact = entrant.exact();
        return switch (objective.quantity()) {
            case ACCURACY -> "accuracy %s %%".formatted(number(PERCENT, figure.difference(), figure.stdError(), exact));
            case UTILITY -> "utility " + number(1, figure.difference(), figure.stdError(), exact);
            default -> cost(objective, objective.value(entrant.row(bin)));
        };
    }

    /** A figure without its error. */
    String plainFigure(Objective objective, Entrant entrant, String bin) {
        Row row = entrant.row(bin);
        return switch (objective.quantity()) {
            case ACCURACY ->
                Figure.of(PERCENT * row.accuracy(), digits(objective, entrant, bin))
                                .value() + " %";
            case UTILITY ->
                "utility "
                        + Figure.of(objective.value(row), digits(objective, entrant, bin))
                                .value();
            default -> cost(objective, objective.value(row));
        };
    }

    private static double digits(Objective objective, Entrant entrant, String bin) {
        double times = objective.quantity() == Quantity.ACCURACY ? PERCENT : 1;
        double error = entrant.exact() ? 0 : objective.figure(entrant, bin).stdError() * times;
        return Math.max(error, times * 1e-4);
    }

    /** A difference in the objective with an error: "0.42 ±0.31 points". */
    static String difference(Objective objective, double difference, double error) {
        return switch (objective.quantity()) {
            case ACCURACY -> number(PERCENT, difference, error, false) + " points";
            case UTILITY -> number(1, difference, error, false);
            default -> cost(objective, Math.abs(difference));
        };
    }

    private static String number(double times, double value, double error, boolean exact) {
        if (exact || !(error > 0)) {
            return Figure.exact(times * value, 0, times == 1 ? 4 : 2).value();
        }
        Figure figure = Figure.of(times * value, Estimate.Z95 * times * error, times == 1 ? 5 : 3);
        return figure.value() + " ±" + figure.error();
    }

    private static String cost(Objective objective, double value) {
        return amount(Resource.valueOf(objective.quantity().name()), value);
    }

    /** "32 generations", "$0.0012", "4.2 s". */
    static String amount(Resource resource, double value) {
        return switch (resource) {
            case USD -> "$" + Plain.of(rounded(value));
            case LATENCY -> Amount.mean(value) + " s";
            case FLOPS -> Amount.mean(value) + " FLOPs";
            default -> counted(Amount.mean(value), resource.label().replace('-', ' '));
        };
    }

    private static String counted(String number, String nouns) {
        return number + " " + (number.equals("1") ? nouns.substring(0, nouns.length() - 1) : nouns);
    }

    private static double rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    /** What something costs, of what costs anything. */
    static String costs(Cost cost) {
        List<String> parts = new ArrayList<>();
        for (Resource one : List.of(
                Resource.USD, Resource.LATENCY, Resource.TOKENS, Resource.GENERATIONS, Resource.VERIFIER_CALLS)) {
            if (cost.of(one) > 0) {
                parts.add(amount(one, cost.of(one)));
            }
        }
        return String.join(", ", parts);
    }

    /** How numbers were found. */
    static String method(Row row, boolean population) {
        return row.trials() == 0
                ? population ? "exact over the population" : "exact on these problems"
                : "%s, %s".formatted(row.method().label(), Amount.of(row.trials(), "trial"));
    }
}
