package overthink.core.results;

import overthink.core.estimate.ForwardingSample;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;

/** A sample with another number of the quality in the place of the whole. */
final class QualitySample extends ForwardingSample {

    private final CommittedQuality quality;

    QualitySample(Sample sample, CommittedQuality quality) {
        super(sample);
        this.quality = quality;
    }

    @Override
    public void means(int index, double[] into) {
        super.means(index, into);
        into[Quantity.QUALITY.ordinal()] = quality.of(index, 1 - into[Quantity.ABSTAINED.ordinal()]);
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        super.deviations(index, group, into);
        into[Quantity.QUALITY.ordinal()] = quality.deviation(index, group, -into[Quantity.ABSTAINED.ordinal()]);
    }
}
