package overthink.scenarios.analysis.plan;

import overthink.core.api.Resource;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.estimate.Utility;
import overthink.core.world.Gathering;

/**
 * A sample that says what trials are worth, too. (A run that is told what answers are worth looks for the best of all budgets
 * each time; a plan looks itself.)
 */
final class WorthSample implements Sample {

    private final Sample sample;
    private final Utility utility;

    WorthSample(Sample sample, Utility utility) {
        this.sample = sample;
        this.utility = utility;
    }

    @Override
    public int[] problems() {
        return sample.problems();
    }

    @Override
    public Gathering gathering() {
        return sample.gathering();
    }

    @Override
    public double weight(int index) {
        return sample.weight(index);
    }

    @Override
    public long[] trials() {
        return sample.trials();
    }

    @Override
    public void means(int index, double[] into) {
        sample.means(index, into);
        into[Quantity.UTILITY.ordinal()] =
                utility.mean(into[Quantity.ACCURACY.ordinal()], into[Quantity.ABSTAINED.ordinal()], paid(into));
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        sample.deviations(index, group, into);
        double right = into[Quantity.ACCURACY.ordinal()];
        double none = into[Quantity.ABSTAINED.ordinal()];
        into[Quantity.UTILITY.ordinal()] =
                utility.correct() * right - utility.wrong() * (right + none) + utility.abstained() * none - paid(into);
    }

    @Override
    public double utilityRange() {
        return utility.range();
    }

    private double paid(double[] quantities) {
        double sum = 0;
        for (Resource resource : Resource.values()) {
            sum += utility.price(resource) * quantities[Quantity.of(resource).ordinal()];
        }
        return sum;
    }
}
