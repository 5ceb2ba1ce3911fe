package overthink.core.fit.verifier;

import overthink.core.exact.replay.RecordRates;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.HalfSamples;
import overthink.core.random.Gaussian;
import overthink.core.random.NormalQuantile;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Recording;

/**
 * Best-of-N beyond a recording, without a family of scores. Let n be the least number of candidates of a problem. A further
 * candidate changes a winner only when its score is a strict record, and the {@link RecordRates} u<sub>j</sub> (gains) and
 * d<sub>j</sub> (losses), means over problems, are exact inside the recording. Of continuous scores the j-th is a record with
 * chance 1/j, so that j·u<sub>j</sub> is flat; where scores are shared it declines slowly. So
 *
 * <p>log(j·u<sub>j</sub>) = α − γ·log(j/n)
 *
 * <p>is fitted on j = n/2 … n by least squares with weights M·u<sub>j</sub> and the prior γ ~ N(0.15·(1 − ρ), 0.2²), ρ the share
 * of {@link ScoreProfile#distinct() distinct scores}, M the number of problems; the same for d<sub>j</sub>. Then
 *
 * <p>best-of-N = best-of-n + s·Σ<sub>j=n+1</sub><sup>N</sup> (u<sub>j</sub> − d<sub>j</sub>), with the shrinkage s = τ²/(τ² +
 * σ²), τ = 0.03, σ² = 2v·(1 − j₀/n)/log²(n/j₀), j₀ = n/2, since a drift that is read off a small recording is mostly noise. v is
 * the variance of best-of-n by {@link HalfSamples half samples}. What would be measured is normal with the variance
 *
 * <p>2v·(1 − n/N) + log²(N/n)·s·σ², of which the first part is the chance of the run and the second what is not known of the
 * drift. All is clipped to [0, 1]. Where best-of-N ends hangs on the ROC curve near its corner, which n candidates do not
 * show (Dorner et al. 2025): beyond {@value #TRUSTED} times n the interval is what is said, not the mean. Immutable.
 */
public final class BestOfForecast {

    /** How many times n the mean is worth something. */
    public static final int TRUSTED = 5;

    private static final double DRIFT = 0.03;
    private static final double DECLINE = 0.15;
    private static final double DECLINE_SPREAD = 0.2;
    /** Terms that are added one by one before sums become integrals. */
    private static final int SUMMED = 32;

    private static final double Z90 = NormalQuantile.of(0.95);
    private static final double Z50 = NormalQuantile.of(0.75);

    private final int n;
    private final double[] replayed;
    private final double[] up;
    private final double[] down;
    private final Decline gains;
    private final Decline losses;
    private final double variance;
    private final double driftVariance;
    private final double shrinkage;
    private final double populationVariance;
    private final Origin origin;

    private BestOfForecast(Recording recording, int call, long seed) {
        origin = Origin.of(seed);
        n = recording.fewest();
        int problems = recording.size();
        replayed = new double[n + 1];
        up = new double[n + 1];
        down = new double[n + 1];
        double sum = 0;
        double squares = 0;
        double distinct = 0;
        double[] accuracy = new double[n + 1];
        double[] ups = new double[n + 1];
        double[] downs = new double[n + 1];
        for (int problem = 0; problem < problems; problem++) {
            RecordRates records = records(recording, call, problem);
            records.rates(n, accuracy, ups, downs);
            distinct += (double) records.distinct() / records.candidates() / problems;
            for (int j = 1; j <= n; j++) {
                replayed[j] += accuracy[j] / problems;
                up[j] += ups[j] / problems;
                down[j] += downs[j] / problems;
            }
            sum += accuracy[n];
            squares += accuracy[n] * accuracy[n];
        }
        double mean = sum / problems;
        populationVariance =
                problems == 1 ? 0 : Math.max(0, squares - problems * mean * mean) / (problems - 1) / problems;
        double prior = DECLINE * (1 - distinct);
        gains = Decline.of(up, n, problems, prior);
        losses = Decline.of(down, n, problems, prior);
        double halves = halfSamples(recording, call, n, seed);
        // of one candidate a problem nothing is known but that its outcome is 0 or 1
        variance = Double.isNaN(halves) ? mean * (1 - mean) / problems : halves;
        int half = n / 2;
        double start = n == 1 ? 0.5 : half;
        double stretch = StrictMath.log(n / start);
        double read = 2 * variance * (1 - start / n) / (stretch * stretch);
        shrinkage = DRIFT * DRIFT / (DRIFT * DRIFT + read);
        driftVariance = shrinkage * read;
    }

    /**
     * The forecast.
     *
     * @param call whose scores select, from 0 to {@link Recording#calls()}, exclusive
     * @param seed of the half samples and of the draws
     * @throws IllegalArgumentException when there is no such call
     */
    public static BestOfForecast of(Recording recording, int call, long seed) {
        if (call < 0 || call >= recording.calls()) {
            throw new IllegalArgumentException(
                    "the recording has scores of %d verifier calls: there is no call %d to select by"
                            .formatted(recording.calls(), call));
        }
        return new BestOfForecast(recording, call, seed);
    }

    private static RecordRates records(Recording recording, int call, int problem) {
        int right = recording.correct(problem);
        double[] good = new double[right];
        double[] bad = new double[recording.candidates(problem) - right];
        int goods = 0;
        for (int i = 0; i < good.length + bad.length; i++) {
            double score = recording.score(call, problem, i);
            if (recording.correct(problem, i)) {
                good[goods++] = score;
            } else {
                bad[i - goods] = score;
            }
        }
        return new RecordRates(good, bad);
    }

    /**
     * v of best-of-k by half samples: the variance, over candidates, of the mean over problems of the share of right ones among
     * the best of k/2 candidates, equals sharing.
     *
     * @param most k, at most n; problems with more candidates have halves of more, of which k/2 count
     */
    static double halfSamples(Recording recording, int call, int most, long seed) {
        return HalfSamples.variance(
                recording.size(),
                recording::candidates,
                (problem, some) -> best(recording, call, problem, some, Math.min(some.length, most / 2)),
                seed);
    }

    private static double best(Recording recording, int call, int problem, int[] some, int count) {
        double best = Double.NEGATIVE_INFINITY;
        int equal = 0;
        int right = 0;
        for (int i = 0; i < count; i++) {
            double score = recording.score(call, problem, some[i]);
            if (score >= best) {
                if (score > best) {
                    best = score;
                    equal = 0;
                    right = 0;
                }
                equal++;
                right += recording.correct(problem, some[i]) ? 1 : 0;
            }
        }
        return equal == 0 ? 0 : (double) right / equal;
    }

    /** n: up to here best-of-N is replayed. */
    public int recorded() {
        return n;
    }

    /** Best-of-k replayed, unbiased and without a model, for k from 1 to n. */
    public double replayed(int k) {
        checkRecorded(k, 1);
        return replayed[k];
    }

    /** u<sub>j</sub>, the mean over problems, for j from 2 to n. */
    public double gain(int j) {
        checkRecorded(j, 2);
        return up[j];
    }

    /** d<sub>j</sub>, the mean over problems, for j from 2 to n. */
    public double loss(int j) {
        checkRecorded(j, 2);
        return down[j];
    }

    private void checkRecorded(int k, int least) {
        if (k < least || k > n) {
            throw new IllegalArgumentException("%d is not from %d to %d, what was recorded".formatted(k, least, n));
        }
    }

    /** v: the variance of best-of-n over candidates, on these problems. */
    public double variance() {
        return variance;
    }

    /** s: by how much the drift beyond n is trusted, in (0, 1]. */
    public double shrinkage() {
        return shrinkage;
    }

    /** Whether N is so far beyond the recording that the interval is what is said of it, and its mean is no claim. */
    public boolean isIntervalOnly(long candidates) {
        return candidates > (long) TRUSTED * n;
    }

    /**
     * What would be measured on the recorded problems if each had N candidates; inside the recording what is replayed, as it is.
     *
     * @param candidates N, at least 1
     */
    public ForecastValue at(long candidates) {
        return normal(center(candidates), varianceAt(candidates));
    }

    /** What would be measured on as many new problems of the kind with N candidates each. */
    public ForecastValue population(long candidates) {
        return normal(center(candidates), varianceAt(candidates) + populationVariance);
    }

    /**
     * What {@link #at} is made of, draw by draw: a draw is one continuation of the recording with one drift, the same for every
     * N, so that differences and orders can be taken draw by draw.
     *
     * @param number of the draw, from 0
     * @param candidates N, at least 1
     */
    public double draw(int number, long candidates) {
        if (number < 0) {
            throw new IllegalArgumentException("draws are numbered from 0, not " + number);
        }
        if (candidates <= n) {
            return center(candidates);
        }
        Site site = new Site(Purpose.BEST_OF_FORECAST);
        site.turnTo(origin, 0);
        double run = Gaussian.of(site.slot(2L * number)) * StrictMath.sqrt(runVariance(candidates));
        double drift = Gaussian.of(site.slot(2L * number + 1)) * StrictMath.sqrt(driftVariance) * reach(candidates);
        return clipped(center(candidates) + run + drift);
    }

    /** The draws from number 0 to {@code count}, exclusive. */
    public double[] draws(int count, long candidates) {
        double[] draws = new double[count];
        for (int number = 0; number < count; number++) {
            draws[number] = draw(number, candidates);
        }
        return draws;
    }

    private double center(long candidates) {
        if (candidates < 1) {
            throw new IllegalArgumentException("N must be at least 1, not " + candidates);
        }
        return candidates <= n
                ? replayed[(int) candidates]
                : replayed[n] + shrinkage * (gains.sum(candidates) - losses.sum(candidates));
    }

    private double varianceAt(long candidates) {
        double reach = reach(candidates);
        return candidates <= n ? 0 : runVariance(candidates) + reach * reach * driftVariance;
    }

    private double runVariance(long candidates) {
        return 2 * variance * (1 - (double) n / candidates);
    }

    private double reach(long candidates) {
        return StrictMath.log((double) candidates / n);
    }

    private static ForecastValue normal(double center, double variance) {
        double error = StrictMath.sqrt(variance);
        return new ForecastValue(
                clipped(center),
                clipped(center - Z90 * error),
                clipped(center - Z50 * error),
                clipped(center + Z50 * error),
                clipped(center + Z90 * error));
    }

    private static double clipped(double accuracy) {
        return Math.max(0, Math.min(1, accuracy));
    }

    /**
     * A rate that declines as e<sup>α</sup>·(j/n)<sup>−γ</sup> ÷ j.
     *
     * @param level e<sup>α</sup>; 0 where no candidate from n/2 on was a record
     * @param power γ
     */
    private record Decline(double level, double power, int n) {

        static Decline of(double[] rates, int n, int problems, double prior) {
            // least squares of y = α − γ·x, the prior being one more observation of γ
            double weights = 0;
            double xs = 0;
            double ys = 0;
            double squares = 0;
            double products = 0;
            for (int j = Math.max(2, n / 2); j <= n; j++) {
                if (rates[j] > 0) {
                    double weight = problems * rates[j];
                    double x = StrictMath.log((double) j / n);
                    double y = StrictMath.log(j * rates[j]);
                    weights += weight;
                    xs += weight * x;
                    ys += weight * y;
                    squares += weight * x * x;
                    products += weight * x * y;
                }
            }
            if (weights == 0) {
                return new Decline(0, prior, n);
            }
            double precision = 1 / (DECLINE_SPREAD * DECLINE_SPREAD);
            double spread = squares - xs * xs / weights;
            double slope = products - xs * ys / weights;
            double power = (precision * prior - slope) / (precision + spread);
            return new Decline(StrictMath.exp((ys + power * xs) / weights), power, n);
        }

        /** The sum of the rates from n + 1 to {@code last}. */
        double sum(long last) {
            if (level == 0) {
                return 0;
            }
            double sum = 0;
            long from = n;
            while (from < last && from < n + SUMMED) {
                from++;
                sum += rate(from);
            }
            return from == last ? sum : sum + integral(from, last) + (rate(last) - rate(from)) / 2 + bend(from, last);
        }

        private double rate(double j) {
            return level * StrictMath.exp(-power * StrictMath.log(j / n)) / j;
        }

        private double integral(double from, double to) {
            double low = StrictMath.log(from / n);
            double high = StrictMath.log(to / n);
            double length = high - low;
            double start = level * StrictMath.exp(-power * low);
            double x = power * length;
            return Math.abs(x) < 1e-12 ? start * length : start * -StrictMath.expm1(-x) / power;
        }

        /** Euler and Maclaurin's second term, (f′(to) − f′(from))/12; the next is below 1e-6 of it. */
        private double bend(double from, double to) {
            double factor = -(1 + power);
            return (factor * rate(to) / to - factor * rate(from) / from) / 12;
        }
    }
}
