package overthink.scenarios.analysis.plan;

import overthink.core.api.Resource;
import overthink.core.estimate.ForwardingSample;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.estimate.Utility;

/**
 * A sample that says what trials are worth, too. (A run that is told what answers are worth looks for the best of all budgets
 * each time; a plan looks itself.)
 */
final class WorthSample extends ForwardingSample {

    private final Utility utility;

    WorthSample(Sample sample, Utility utility) {
        super(sample);
        this.utility = utility;
    }

    @Override
    public void means(int index, double[] into) {
        super.means(index, into);
        into[Quantity.UTILITY.ordinal()] =
                utility.mean(into[Quantity.ACCURACY.ordinal()], into[Quantity.ABSTAINED.ordinal()], paid(into));
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        super.deviations(index, group, into);
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
