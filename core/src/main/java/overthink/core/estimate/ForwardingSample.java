package overthink.core.estimate;

import overthink.core.world.Gathering;

/** A sample of the trials of another, of which it tells something else. What other numbers the quality has is not known of it. */
public abstract class ForwardingSample implements Sample {

    private final Sample sample;

    /** A sample of the trials of another. */
    protected ForwardingSample(Sample sample) {
        this.sample = sample;
    }

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
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        sample.deviations(index, group, into);
    }

    @Override
    public double utilityRange() {
        return sample.utilityRange();
    }
}
