package overthink.core.fit.difficulty;

import java.util.Map;
import java.util.Optional;
import overthink.core.fit.ForecastValue;

/** signatures */
public final class CoverageForecast {

    /** How many draws a forecast is made of where nothing else is said. */
    public static final int DRAWS = 2000;

    private CoverageForecast() {}

    /**
     * The forecast.
     *
     * @param budgets the k to be asked, each at least 1, in any order
     */
    public static CoverageForecast of(DifficultyPosterior posterior, long[] budgets, int draws, long seed) {
        throw new UnsupportedOperationException("soon");
    }

    /** What would be measured on the recorded problems if each had k candidates. */
    public ForecastValue at(long k) {
        throw new UnsupportedOperationException("soon");
    }

    /** The same without the chance of that run. */
    public ForecastValue expected(long k) {
        throw new UnsupportedOperationException("soon");
    }

    /** What would be measured on as many new problems of the kind with k candidates each. */
    public ForecastValue population(long k) {
        throw new UnsupportedOperationException("soon");
    }

    /** The mean of each family's draws alone; families without draws are left out. */
    public Map<DifficultyFamily, Double> familyMeans(long k) {
        throw new UnsupportedOperationException("soon");
    }

    /** Says so when families that the recording holds possible differ at k. */
    public Optional<String> lawInDoubt(long k) {
        throw new UnsupportedOperationException("soon");
    }

    /** What {@link #at} is made of: by draw number, so that differences can be taken draw by draw. */
    public double[] draws(long k) {
        throw new UnsupportedOperationException("soon");
    }
}
