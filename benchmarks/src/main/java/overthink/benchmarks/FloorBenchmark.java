package overthink.benchmarks;

import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import overthink.core.random.Address;
import overthink.core.random.Gaussian;
import overthink.core.random.Lineage;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * The floor: the random numbers of a candidate (or step) and its score, one uniform that is compared with p and one Gaussian,
 * and nothing else. An operation is one pair.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class FloorBenchmark {

    /** Pairs drawn by a call. */
    static final int PAIRS = 4096;

    /** Words made at a time: they stay in the nearest cache. */
    private static final int BLOCK = 1024;

    /** The probability that the uniform is compared with. */
    static final double P = 0.3;

    /** Of everything drawn here. */
    static final long SEED = 1;

    private final UniformRandomProvider commons = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);
    private final SharedStateContinuousSampler ziggurat = ZigguratSampler.NormalizedGaussian.of(commons);
    private final long threshold = Address.threshold(P);
    private final long[] words = new long[BLOCK];
    private final Lineage candidates = new Lineage();
    private final Site sound = new Site(Purpose.SOUND);
    private final Site scores = new Site(Purpose.OUTCOME_OWN);
    private long drawn;

    /** Puts the engine's draws where those of a trial begin. */
    public FloorBenchmark() {
        Origin origin = Origin.of(SEED);
        candidates.turnTo(origin, 0);
        sound.turnTo(origin, 0);
        scores.turnTo(origin, 0);
        candidates.begin(0);
        sound.begin(0);
        scores.begin(0);
    }

    /**
     * As the engine draws: words at addresses, many at once, an integer threshold, the engine's ziggurat.
     *
     * @return how many uniforms are below p, plus the sum of the Gaussians
     */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double addressed() {
        long below = 0;
        double sum = 0;
        for (int done = 0; done < PAIRS; done += BLOCK) {
            sound.inLine(candidates.whole(drawn), candidates.stride(), words, 0, BLOCK);
            below += below();
            scores.inLine(candidates.whole(drawn), candidates.stride(), words, 0, BLOCK);
            sum += sum();
            drawn += BLOCK;
        }
        return below + sum;
    }

    private long below() {
        long below = 0;
        for (int i = 0; i < BLOCK; i++) {
            below += ((words[i] >>> 1) - threshold) >>> 63;
        }
        return below;
    }

    private double sum() {
        double sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += Gaussian.of(words[i]);
        }
        return sum;
    }

    /**
     * As Commons RNG draws: {@code XO_RO_SHI_RO_128_PP} and its ziggurat.
     *
     * @return how many uniforms are below p, plus the sum of the Gaussians
     */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double commonsRng() {
        int below = 0;
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            below += commons.nextDouble() < P ? 1 : 0;
            sum += ziggurat.sample();
        }
        return below + sum;
    }
}
