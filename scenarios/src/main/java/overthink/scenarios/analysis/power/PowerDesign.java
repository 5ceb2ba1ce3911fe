package overthink.scenarios.analysis.power;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import overthink.core.estimate.DifferenceVariance;

/**
 * An experiment that shares so much between the strategies.
 *
 * @param variance of the difference in it
 * @param usdPerSample dollars of one sample of both strategies; {@code NaN} when nothing has a price
 * @param points by samples of each problem, ascending
 */
public record PowerDesign(DifferenceVariance variance, double usdPerSample, List<PowerPoint> points) {

    private static final int MOST_SAMPLES = 1000;

    /** Copies the list. */
    public PowerDesign {
        points = List.copyOf(points);
    }

    /**
     * The samples of each problem with which the test is cheapest, up to {@value #MOST_SAMPLES}: the least of
     * (between + within/m)·(usdPerProblem + m·usdPerSample), to which the dollars are proportional. Empty when nothing has a
     * price.
     */
    public OptionalInt cheapest(double usdPerProblem) {
        double perProblem = variance.pairing().problems() * usdPerProblem;
        return usdPerSample > 0
                ? IntStream.rangeClosed(1, MOST_SAMPLES)
                        .boxed()
                        .min((one, other) -> Double.compare(
                                variance.each(one) * (perProblem + one * usdPerSample),
                                variance.each(other) * (perProblem + other * usdPerSample)))
                        .map(OptionalInt::of)
                        .orElseThrow()
                : OptionalInt.empty();
    }
}
