package overthink.scenarios.analysis.plan;

import overthink.core.experiment.ConfiguredStrategy;
import overthink.scenarios.text.Plain;

/**
 * What can be chosen: a strategy with its parameters under a budget.
 *
 * @param strategy with its parameters
 * @param budget in the everyday unit of the experiment's resource
 */
public record Configuration(ConfiguredStrategy strategy, double budget) {

    /** The strategy with the parameters that were stated. */
    public String name() {
        StringBuilder name = new StringBuilder(strategy.name());
        strategy.given()
                .forEach(
                        (key, value) -> name.append(' ').append(key).append('=').append(value));
        return name.toString();
    }

    /** Whether another is the same strategy with the same parameters, whatever the budget. */
    public boolean sameStrategy(Configuration other) {
        return strategy.name().equals(other.strategy.name())
                && strategy.parameters().equals(other.strategy.parameters());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Configuration that && sameStrategy(that) && budget == that.budget;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * strategy.name().hashCode() + strategy.parameters().hashCode()) + Double.hashCode(budget);
    }

    @Override
    public String toString() {
        return name() + "@" + Plain.of(budget);
    }
}
