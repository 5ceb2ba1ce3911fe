package overthink.core.results;

import java.util.Optional;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Cost;
import overthink.core.estimate.ProblemFacts;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.estimate.Utility;
import overthink.core.route.ExpectedOutcome;
import overthink.core.world.Gathering;

/** What is known exactly of one budget on some problems. */
public final class KnownSample implements Sample {

    private final Bin bin;
    private final int[] problems;
    private final ExpectedOutcome[][] outcomes;
    private final int budget;
    private final CostMaker costs;
    private final Optional<Utility> utility;
    private final KnownDetails details;

    /**
     * A sample.
     *
     * @param bin the problems
     * @param outcomes by problem and budget
     */
    public KnownSample(Bin bin, ExpectedOutcome[][] outcomes, int budget, CostMaker costs, Optional<Utility> utility) {
        this(bin, outcomes, budget, costs, utility, KnownDetails.NONE);
    }

    /** A sample of which more is known, by problem in the bin. */
    KnownSample(
            Bin bin,
            ExpectedOutcome[][] outcomes,
            int budget,
            CostMaker costs,
            Optional<Utility> utility,
            KnownDetails details) {
        this.bin = bin;
        problems = bin.problems();
        this.outcomes = outcomes;
        this.budget = budget;
        this.costs = costs;
        this.utility = utility;
        this.details = details;
    }

    @Override
    public int[] problems() {
        return problems;
    }

    @Override
    public ProblemFacts facts() {
        return costs.facts();
    }

    @Override
    public Gathering gathering() {
        return bin.gathering();
    }

    @Override
    public double weight(int index) {
        return bin.weight(index);
    }

    @Override
    public long[] trials() {
        return new long[0];
    }

    @Override
    public void means(int index, double[] into) {
        ExpectedOutcome outcome = outcomes[problems[index]][budget];
        Cost cost = costs.of(outcome.spending(), 1);
        into[Quantity.ACCURACY.ordinal()] = outcome.accuracy();
        into[Quantity.COVERAGE.ordinal()] = outcome.coverage();
        into[Quantity.ABSTAINED.ordinal()] = outcome.abstained();
        into[Quantity.FALSE_ACCEPTED.ordinal()] = Math.max(0, 1 - outcome.accuracy() - outcome.abstained());
        CostMaker.put(cost, into);
        into[Quantity.UTILITY.ordinal()] = utility.map(
                        worth -> worth.mean(outcome.accuracy(), outcome.abstained(), worth.paid(cost)))
                .orElse(Double.NaN);
        details.put(index, 1 - outcome.abstained(), into);
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        throw new IndexOutOfBoundsException("means that are known have no groups of trials");
    }

    @Override
    public double utilityRange() {
        return utility.map(Utility::range).orElse(0.0);
    }
}
