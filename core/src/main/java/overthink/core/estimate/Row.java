package overthink.core.estimate;

import java.util.Map;
import java.util.Optional;
import overthink.core.api.Resource;
import overthink.core.world.Gathering;

/**
 * What one strategy achieved under one budget on the problems of one bin.
 *
 * @param asked of which strategy, budget and bin it is
 * @param basis what its numbers rest on
 * @param estimate share of correct answers, each problem weighing the same, with its errors
 * @param shares what became of the trials beside
 * @param cost mean spent per trial
 * @param costStdError its standard errors over these problems: 0 where every trial of a problem spends the same or the mean is
 *     known, {@code NaN} where they cannot be known
 * @param utility what a trial is worth on average; empty when nothing says what answers are worth
 * @param perTrial what a trial comes to beside
 */
public record Row(
        Asked asked,
        Basis basis,
        Estimate estimate,
        Shares shares,
        Cost cost,
        Cost costStdError,
        Optional<ExpectedUtility> utility,
        PerTrial perTrial) {

    /**
     * Of what a row is.
     *
     * @param strategy its name
     * @param parameters as given in the scenario
     * @param effectiveParameters every parameter of the strategy, those left at their defaults included
     * @param resource what the budget bounds
     * @param budget the budget in the resource's everyday unit
     * @param bin {@code all}, or the bin of difficulty
     */
    public record Asked(
            String strategy,
            Map<String, Object> parameters,
            Map<String, Object> effectiveParameters,
            Resource resource,
            double budget,
            String bin) {

        /** Of a strategy none of whose parameters is left at its default, as far as is known. */
        public Asked(String strategy, Map<String, Object> parameters, Resource resource, double budget, String bin) {
            this(strategy, parameters, parameters, resource, budget, bin);
        }
    }

    /**
     * What a row's numbers rest on.
     *
     * @param method how they were found
     * @param problems in the bin
     * @param trials over all its problems; 0 when the method is exact
     * @param limited whether trials ended at their limit before the precision asked for was reached
     * @param gathering how the problems were come by; those of {@link Gathering#POPULATION} are nodes of an integral, with
     *     weights, or all that there are, and an exact number is then exact of the population
     */
    public record Basis(Method method, int problems, long trials, boolean limited, Gathering gathering) {

        /** Of problems that were drawn, and trials with the precision asked for. */
        public Basis(Method method, int problems, long trials) {
            this(method, problems, trials, false, Gathering.DRAWN);
        }
    }

    /**
     * What became of the trials beside a right answer.
     *
     * @param coverage share in which some candidate generated was correct
     * @param abstained share without an answer
     * @param falseAccepted share in which a wrong answer was given
     */
    public record Shares(double coverage, double abstained, double falseAccepted) {}

    /** A row of which no more is known than what it achieved and spent on average, without an error of mean costs. */
    public Row(Asked asked, Basis basis, Estimate estimate, Shares shares, Cost cost) {
        this(asked, basis, estimate, shares, cost, Cost.NOTHING, Optional.empty(), PerTrial.UNKNOWN);
    }

    /** Of a strategy of this name. */
    public String strategy() {
        return asked.strategy();
    }

    /** Its parameters as given in the scenario. */
    public Map<String, Object> parameters() {
        return asked.parameters();
    }

    /** Every parameter of the strategy, those left at their defaults included. */
    public Map<String, Object> effectiveParameters() {
        return asked.effectiveParameters();
    }

    /** What the budget bounds. */
    public Resource resource() {
        return asked.resource();
    }

    /** The budget in the resource's everyday unit. */
    public double budget() {
        return asked.budget();
    }

    /** {@code all}, or the bin of difficulty. */
    public String bin() {
        return asked.bin();
    }

    /** How its numbers were found. */
    public Method method() {
        return basis.method();
    }

    /** How many problems the bin has. */
    public int problems() {
        return basis.problems();
    }

    /** The trials of all its problems; 0 when the method is exact. */
    public long trials() {
        return basis.trials();
    }

    /** Whether trials ended at their limit before the precision asked for was reached. */
    public boolean limited() {
        return basis.limited();
    }

    /** How its problems were come by. */
    public Gathering gathering() {
        return basis.gathering();
    }

    /** Share of correct answers; {@code NaN} where candidates are neither right nor wrong. */
    public double accuracy() {
        return estimate.accuracy();
    }

    /** Standard error of the accuracy over these problems; 0 when the method is exact. */
    public double stdError() {
        return estimate.stdError();
    }

    /** Standard error over the population that the problems were drawn from; {@code NaN} for one problem. */
    public double populationStdError() {
        return estimate.populationStdError();
    }

    /** Lower end of the 95 % interval over these problems; when the method is exact, the accuracy less its numerical error. */
    public double lower() {
        return estimate.lower();
    }

    /** Upper end of the 95 % interval over these problems; when the method is exact, the accuracy plus its numerical error. */
    public double upper() {
        return estimate.upper();
    }

    /** By how much arithmetic may have moved the accuracy when the method is exact; 0 when it is not. */
    public double tolerance() {
        return estimate.tolerance();
    }

    /** Share of trials in which some candidate generated was correct. */
    public double coverage() {
        return shares.coverage();
    }

    /** Share of trials without an answer. */
    public double abstained() {
        return shares.abstained();
    }

    /** Share of trials in which a wrong answer was given. */
    public double falseAccepted() {
        return shares.falseAccepted();
    }

    /** This row with the quantiles that another knows and this one does not. */
    public Row withQuantilesOf(Row other) {
        return new Row(
                asked, basis, estimate, shares, cost, costStdError, utility, perTrial.withQuantilesOf(other.perTrial));
    }

    /** This row without accuracy, coverage and false accepts, which mean nothing where candidates are neither right nor wrong. */
    public Row withoutRightOrWrong() {
        return new Row(
                asked,
                basis,
                Estimate.NONE,
                new Shares(Double.NaN, abstained(), Double.NaN),
                cost,
                costStdError,
                utility,
                perTrial);
    }

    /** Whether candidates are right or wrong, so that there is an accuracy. */
    public boolean rightOrWrong() {
        return !Double.isNaN(accuracy());
    }

    /** Whether it is exact, and of the population rather than of problems that stand for it. */
    public boolean exactOfPopulation() {
        return method() == Method.EXACT && gathering() == Gathering.POPULATION;
    }
}
