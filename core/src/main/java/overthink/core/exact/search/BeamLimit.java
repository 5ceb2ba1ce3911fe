package overthink.core.exact.search;

import overthink.core.exact.selection.NoiseDensity;
import overthink.core.law.step.StepChain;
import overthink.core.law.verifier.NoiseLaw;

/**
 * {@link BeamChain} as N grows without end while a share 1/w of the nodes is kept: the share x of sound ones loses its chance.
 * Those above a threshold y are kept, x·u₁(y) + (1 − x)·u₀(y) = 1/w, of which w·x·u₁(y) are sound.
 *
 * @param noise of every score, of deviation 1
 * @param distance of the centre of sound ones from that of flawed ones
 * @param width w, at least 1
 * @param best of independent nodes, by the same scores
 */
public record BeamLimit(NoiseLaw noise, double distance, double width, BestOne best) {

    private static final int HALVINGS = 100;

    /** What the search comes to on a problem. */
    public SearchEnd end(StepChain steps) {
        // of Gaussian noise the far end alone decides, whatever the share
        double sound = noise instanceof NoiseLaw.StudentT ? share(steps) : steps.value(true, 0);
        return new SearchEnd(best.limit(sound), 0, sound > 0 ? 1 : 0, sound > 0 ? Double.POSITIVE_INFINITY : 0);
    }

    /** The share of sound nodes in the last step. */
    public double share(StepChain steps) {
        NoiseDensity density = NoiseDensity.of(noise);
        double share = steps.stays(1);
        for (int t = 2; t <= steps.steps(); t++) {
            double kept = kept(density, share);
            share = kept * steps.stays(t) + (1 - kept) * steps.recovers(t);
        }
        return share;
    }

    /** The share of sound ones among those kept. */
    private double kept(NoiseDensity density, double share) {
        if (width == 1 || share == 0 || share == 1 || distance == 0) {
            return share;
        }
        double low = Math.min(0, distance) + density.lowest();
        double high = Math.max(0, distance) + density.highest();
        for (int i = 0; i < HALVINGS && Math.nextUp(low) < high; i++) {
            double middle = 0.5 * (low + high);
            if (share * density.survival(middle - distance) + (1 - share) * density.survival(middle) > 1 / width) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double sound = share * density.survival(low - distance);
        return sound / (sound + (1 - share) * density.survival(low));
    }
}
