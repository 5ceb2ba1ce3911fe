package overthink.core.exact.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import overthink.core.exact.Approximation;
import overthink.core.exact.PooledAccuracy;
import overthink.core.exact.Ranges;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Verifier;

/**
 * The accuracy of best-of-N where candidates are of several kinds, as those of several policies are: n<sub>m</sub> of kind m, right
 * with chance p<sub>m</sub>, those of the first kind first. Of equal scores the first is taken. With one kind it is that of {@link
 * BestOfNAccuracy}, or of {@link FirstAcceptedLaw} with the first candidate for fallback.
 *
 * <p>Under a graded verifier whose scores are independent given who is correct ({@link BestOfNAccuracy#applies}) right candidates of
 * kind m have their latents about d<sub>m</sub>: {@link PooledMaximum}; without noise of their own, {@link FirstOfHighest}. Where
 * no d is other than 0 and nothing is loved all candidates are alike: Σ n<sub>m</sub>p<sub>m</sub>/N.
 *
 * <p>Ranges: as those of {@link BestOfNAccuracy}, N being the sum of all n<sub>m</sub>; error below 1e−12.
 */
public final class PooledBestOfN {

    private final NoiseLaw noise;
    private final double[] distances;
    private final double deviation;
    private final Hack hack;
    private @Nullable LatentLaws laws;

    private PooledBestOfN(NoiseLaw noise, double[] distances, double deviation, Hack hack) {
        this.noise = noise;
        this.distances = distances;
        this.deviation = deviation;
        this.hack = hack;
    }

    /**
     * Under a graded verifier.
     *
     * @param verifier one that {@link BestOfNAccuracy#applies} accepts with the answers of every kind
     * @param distances d of each kind, finite
     */
    public static PooledBestOfN of(Verifier verifier, double[] distances) {
        return new PooledBestOfN(
                verifier.noise(),
                distances.clone(),
                BestOfNAccuracy.selectionNoise(verifier.shares()),
                verifier.hack().shift() == 0 ? Hack.NONE : verifier.hack());
    }

    /**
     * Under verdicts.
     *
     * @param rates at which right and wrong candidates are accepted
     * @param p by kind, in [0, 1]
     */
    public static PooledAccuracy accepted(FirstAcceptedLaw rates, double[] p) {
        double[][] right = new double[p.length][];
        double[][] wrong = new double[p.length][];
        for (int kind = 0; kind < p.length; kind++) {
            Ranges.probability("p", p[kind]);
            right[kind] = new double[] {p[kind] * (1 - rates.tpr()), p[kind] * rates.tpr()};
            wrong[kind] = new double[] {(1 - p[kind]) * (1 - rates.fpr()), (1 - p[kind]) * rates.fpr()};
        }
        return new FirstOfHighest(right, wrong);
    }

    /**
     * The accuracies on a problem.
     *
     * @param p by kind, in [0, 1]
     */
    public PooledAccuracy on(double[] p) {
        for (double one : p) {
            Ranges.probability("p", one);
        }
        double reach = hack.share() > 0 ? Math.abs(hack.shift()) : 0;
        for (double d : distances) {
            reach = Math.max(reach, Math.abs(d));
        }
        if (deviation <= BestOfNAccuracy.UNRESOLVED * reach) {
            return atoms(p);
        }
        boolean alike = reach == 0
                || Arrays.stream(p).allMatch(one -> one == 0)
                || Arrays.stream(p).allMatch(one -> one == 1);
        return alike ? new Alike(p) : new Integral(p);
    }

    /** All noise is the problem's: scores are those of the centres. */
    private PooledAccuracy atoms(double[] p) {
        double[] centres = DoubleStream.concat(DoubleStream.of(0, hack.shift()), Arrays.stream(distances))
                .map(centre -> centre + 0.0)
                .sorted()
                .distinct()
                .toArray();
        double[][] right = new double[p.length][centres.length];
        double[][] wrong = new double[p.length][centres.length];
        for (int kind = 0; kind < p.length; kind++) {
            right[kind][Arrays.binarySearch(centres, distances[kind] + 0.0)] += p[kind];
            wrong[kind][Arrays.binarySearch(centres, 0.0)] += (1 - p[kind]) * (1 - hack.share());
            wrong[kind][Arrays.binarySearch(centres, hack.shift() + 0.0)] += (1 - p[kind]) * hack.share();
        }
        return new FirstOfHighest(right, wrong);
    }

    private synchronized LatentLaws laws() {
        LatentLaws known = laws;
        if (known == null) {
            List<LatentMixture> all = new ArrayList<>();
            for (double d : distances) {
                all.add(LatentMixture.of(new double[] {1}, new double[] {d / deviation}, new double[] {1}));
            }
            all.add(LatentMixture.of(
                    new double[] {1 - hack.share(), hack.share()},
                    new double[] {0, hack.shift() / deviation},
                    new double[] {1, 1}));
            known = new LatentLaws(NoiseDensity.of(noise), all);
            laws = known;
        }
        return known;
    }

    /** Scores say nothing of candidates, and are all different. */
    private static final class Alike implements PooledAccuracy {

        private final double[] p;

        Alike(double[] p) {
            this.p = p;
        }

        @Override
        public Approximation at(long[] counts) {
            double right = 0;
            double all = 0;
            for (int kind = 0; kind < counts.length; kind++) {
                right += counts[kind] * p[kind];
                all += counts[kind];
            }
            return new Approximation(right / all, 0);
        }

        @Override
        public OptionalDouble limit() {
            return Arrays.stream(p).average();
        }
    }

    private final class Integral implements PooledAccuracy {

        private final double[] p;
        private @Nullable PooledMaximum maximum;

        Integral(double[] p) {
            this.p = p;
        }

        @Override
        public Approximation at(long[] counts) {
            if (Arrays.stream(counts).sum() == 1) {
                return new Alike(p).at(counts);
            }
            if (maximum == null) {
                maximum = new PooledMaximum(laws(), p);
            }
            return maximum.at(counts);
        }

        /** At the top the highest of all centres takes all; in tails that are no exponentials all are alike. */
        @Override
        public OptionalDouble limit() {
            if (noise instanceof NoiseLaw.StudentT) {
                return new Alike(p).limit();
            }
            double top = Double.NEGATIVE_INFINITY;
            for (int kind = 0; kind < p.length; kind++) {
                top = p[kind] > 0 ? Math.max(top, distances[kind]) : top;
                top = p[kind] < 1 && hack.share() < 1 ? Math.max(top, 0) : top;
                top = p[kind] < 1 && hack.share() > 0 ? Math.max(top, hack.shift()) : top;
            }
            double right = 0;
            double wrong = 0;
            for (int kind = 0; kind < p.length; kind++) {
                right += distances[kind] == top ? p[kind] : 0;
                wrong += top == 0 ? (1 - p[kind]) * (1 - hack.share()) : 0;
                wrong += hack.shift() == top ? (1 - p[kind]) * hack.share() : 0;
            }
            return OptionalDouble.of(right / (right + wrong));
        }
    }
}
