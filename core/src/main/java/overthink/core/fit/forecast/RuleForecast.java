package overthink.core.fit.forecast;

import java.util.Optional;
import overthink.core.fit.ForecastValue;

/** How a rule goes on beyond the recording. */
interface RuleForecast {

    /** What would be measured on the recorded problems. */
    ForecastValue at(long budget);

    /** What would be measured on as many new ones. */
    ForecastValue population(long budget);

    /** The first draws that {@link #at} is made of; the draw of a number is the same continuation for all budgets. */
    double[] draws(long budget, int count);

    /** What is to be known beside the number. */
    Optional<String> remark(long budget);
}
