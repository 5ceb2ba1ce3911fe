package overthink.core.results;

import overthink.core.estimate.ProblemFacts;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.world.Gathering;

/**
 * A sample with another number of the quality in the place of the whole.
 *
 * @param sample everything else
 * @param quality that number
 */
record QualitySample(Sample sample, CommittedQuality quality) implements Sample {

    @Override
    public int[] problems() {
        return sample.problems();
    }

    @Override
    public ProblemFacts facts() {
        return sample.facts();
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
        into[Quantity.QUALITY.ordinal()] = quality.of(index, 1 - into[Quantity.ABSTAINED.ordinal()]);
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        sample.deviations(index, group, into);
        into[Quantity.QUALITY.ordinal()] = quality.deviation(index, group, -into[Quantity.ABSTAINED.ordinal()]);
    }

    @Override
    public double utilityRange() {
        return sample.utilityRange();
    }
}
