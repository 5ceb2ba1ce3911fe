package overthink.core.fit.forecast;

import java.util.Optional;
import overthink.core.estimate.Cost;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.curve.Rule;

/**
 * A rule's value at a budget.
 *
 * @param rule which
 * @param budget candidates a problem
 * @param kind what the number rests on
 * @param mean in [0, 1]
 * @param value what would be measured on the recorded problems with so many fresh candidates, or with the recording continued to
 *     so many: mean and intervals; empty for baselines, which have none
 * @param population the same of as many new problems of the kind; empty for baselines and for a single problem
 * @param cost what is spent on a problem, on average; {@code NaN} for resources that were not recorded
 * @param problems how many it is of
 * @param remark what is to be known beside the number; empty when nothing is
 */
public record ForecastRow(
        Rule rule,
        long budget,
        Kind kind,
        double mean,
        Optional<ForecastValue> value,
        Optional<ForecastValue> population,
        Cost cost,
        int problems,
        Optional<String> remark) {}
