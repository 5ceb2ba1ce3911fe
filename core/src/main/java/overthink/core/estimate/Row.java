package overthink.core.estimate;

import java.util.Map;
import java.util.Optional;
import overthink.core.api.Resource;
import overthink.core.world.Gathering;

/**
 * What one strategy achieved under one budget on the problems of one bin.
 *
 * @param strategy its name
 * @param parameters as given in the scenario
 * @param resource what the budget bounds
 * @param budget the budget in the resource's everyday unit
 * @param bin {@code all}, or the bin of difficulty
 * @param method how the number was found
 * @param problems in the bin
 * @param trials over all its problems; 0 when the method is exact
 * @param limited whether trials ended at their limit before the precision asked for was reached
 * @param accuracy share of correct answers, each problem weighing the same
 * @param stdError of the accuracy over these problems; 0 when the method is exact
 * @param populationStdError of the accuracy over the population that the problems were drawn from, clustered by problem;
 *     {@code NaN} for one problem
 * @param lower end of the 95 % interval over these problems; when the method is exact, the accuracy less its numerical error
 * @param upper end of the 95 % interval over these problems; when the method is exact, the accuracy plus its numerical error
 * @param tolerance by how much arithmetic may have moved the accuracy when the method is exact; 0 when it is not
 * @param coverage share of trials in which some candidate generated was correct
 * @param abstained share without an answer
 * @param falseAccepted share in which a wrong answer was given
 * @param cost mean spent per trial
 * @param costStdError its standard errors over these problems: 0 where every trial of a problem spends the same or the mean is
 *     known, {@code NaN} where they cannot be known
 * @param utility what a trial is worth on average; empty when nothing says what answers are worth
 * @param effectiveParameters every parameter of the strategy, those left at their defaults included
 * @param perTrial what a trial comes to beside
 * @param gathering how its problems were come by; those of {@link Gathering#POPULATION} are nodes of an integral, with weights, or
 *     all that there are, and an exact number is then exact of the population
 */
public record Row(
        String strategy,
        Map<String, Object> parameters,
        Resource resource,
        double budget,
        String bin,
        Method method,
        int problems,
        long trials,
        boolean limited,
        double accuracy,
        double stdError,
        double populationStdError,
        double lower,
        double upper,
        double tolerance,
        double coverage,
        double abstained,
        double falseAccepted,
        Cost cost,
        Cost costStdError,
        Optional<ExpectedUtility> utility,
        Map<String, Object> effectiveParameters,
        PerTrial perTrial,
        Gathering gathering) {

    /** A row of problems that were drawn. */
    public Row(
            String strategy,
            Map<String, Object> parameters,
            Resource resource,
            double budget,
            String bin,
            Method method,
            int problems,
            long trials,
            boolean limited,
            double accuracy,
            double stdError,
            double populationStdError,
            double lower,
            double upper,
            double tolerance,
            double coverage,
            double abstained,
            double falseAccepted,
            Cost cost,
            Cost costStdError,
            Optional<ExpectedUtility> utility,
            Map<String, Object> effectiveParameters,
            PerTrial perTrial) {
        this(
                strategy,
                parameters,
                resource,
                budget,
                bin,
                method,
                problems,
                trials,
                limited,
                accuracy,
                stdError,
                populationStdError,
                lower,
                upper,
                tolerance,
                coverage,
                abstained,
                falseAccepted,
                cost,
                costStdError,
                utility,
                effectiveParameters,
                perTrial,
                Gathering.DRAWN);
    }

    /** This row of problems that were come by otherwise. */
    public Row gathered(Gathering how) {
        return new Row(
                strategy,
                parameters,
                resource,
                budget,
                bin,
                method,
                problems,
                trials,
                limited,
                accuracy,
                stdError,
                populationStdError,
                lower,
                upper,
                tolerance,
                coverage,
                abstained,
                falseAccepted,
                cost,
                costStdError,
                utility,
                effectiveParameters,
                perTrial,
                how);
    }

    /** This row without accuracy, coverage and false accepts, which mean nothing where candidates are neither right nor wrong. */
    public Row withoutRightOrWrong() {
        return new Row(
                strategy,
                parameters,
                resource,
                budget,
                bin,
                method,
                problems,
                trials,
                limited,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                Double.NaN,
                abstained,
                Double.NaN,
                cost,
                costStdError,
                utility,
                effectiveParameters,
                perTrial,
                gathering);
    }

    /** Whether candidates are right or wrong, so that there is an accuracy. */
    public boolean rightOrWrong() {
        return !Double.isNaN(accuracy);
    }

    /** Whether it is exact, and of the population rather than of problems that stand for it. */
    public boolean exactOfPopulation() {
        return method == Method.EXACT && gathering == Gathering.POPULATION;
    }

    /** A row of which no more is known than what it achieved and spent on average. */
    public Row(
            String strategy,
            Map<String, Object> parameters,
            Resource resource,
            double budget,
            String bin,
            Method method,
            int problems,
            long trials,
            boolean limited,
            double accuracy,
            double stdError,
            double populationStdError,
            double lower,
            double upper,
            double tolerance,
            double coverage,
            double abstained,
            double falseAccepted,
            Cost cost,
            Cost costStdError,
            Optional<ExpectedUtility> utility) {
        this(
                strategy,
                parameters,
                resource,
                budget,
                bin,
                method,
                problems,
                trials,
                limited,
                accuracy,
                stdError,
                populationStdError,
                lower,
                upper,
                tolerance,
                coverage,
                abstained,
                falseAccepted,
                cost,
                costStdError,
                utility,
                parameters,
                PerTrial.UNKNOWN);
    }

    /**
     * A row of which nothing says what answers are worth, with the precision asked for and without an error of arithmetic or of
     * mean costs.
     */
    public Row(
            String strategy,
            Map<String, Object> parameters,
            Resource resource,
            double budget,
            String bin,
            Method method,
            int problems,
            long trials,
            double accuracy,
            double stdError,
            double populationStdError,
            double lower,
            double upper,
            double coverage,
            double abstained,
            double falseAccepted,
            Cost cost) {
        this(
                strategy,
                parameters,
                resource,
                budget,
                bin,
                method,
                problems,
                trials,
                false,
                accuracy,
                stdError,
                populationStdError,
                lower,
                upper,
                0,
                coverage,
                abstained,
                falseAccepted,
                cost,
                Cost.NOTHING,
                Optional.empty());
    }
}
