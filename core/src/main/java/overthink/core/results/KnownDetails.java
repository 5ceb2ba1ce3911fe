package overthink.core.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Mean;
import overthink.core.estimate.PassRates;
import overthink.core.estimate.Quantiles;
import overthink.core.estimate.Quantity;
import overthink.core.law.cost.Latency;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.RandomSpending;

/** What is known of the trials of one budget on the problems of a bin, beside their outcomes. */
final class KnownDetails {

    /** Nothing is known, of any problems. */
    static final KnownDetails NONE = new KnownDetails(new Bin(Bin.ALL, 0), i -> ExpectedDetail.UNKNOWN, i -> 0);

    private final IntFunction<ExpectedDetail> details;
    private final IntToDoubleFunction answered;
    private final Bin bin;
    private final AnswerLength length;

    /**
     * The details of the problems of a bin.
     *
     * @param details by problem of the bin
     * @param answered answers given per trial, by problem of the bin
     */
    KnownDetails(Bin bin, IntFunction<ExpectedDetail> details, IntToDoubleFunction answered) {
        this.bin = bin;
        this.details = details;
        this.answered = answered;
        double tokens = 0;
        double answers = 0;
        for (int i = 0; i < bin.size(); i++) {
            tokens += bin.weight(i) * committed(i, answered.applyAsDouble(i));
            answers += bin.weight(i) * answered.applyAsDouble(i);
        }
        length = new AnswerLength(tokens / bin.total(), answers / bin.total());
    }

    /** Tokens committed per trial. */
    private double committed(int index, double answered) {
        return answered > 0 ? answered * details.apply(index).length() : 0;
    }

    /** Puts the means of a problem where {@link Quantity} has them. */
    void put(int index, double answered, double[] into) {
        into[Quantity.QUALITY.ordinal()] = quality(index, 0);
        into[Quantity.CORRECT.ordinal()] = details.apply(index).correct();
        into[Quantity.DISTINCT.ordinal()] = details.apply(index).distinct();
        into[Quantity.LENGTH.ordinal()] = length.of(committed(index, answered), answered);
    }

    /**
     * Puts what answers move that deviate from their mean.
     *
     * @param answers more answers
     */
    void deviate(int index, double answers, double[] into) {
        into[Quantity.QUALITY.ordinal()] = 0;
        into[Quantity.CORRECT.ordinal()] = 0;
        into[Quantity.DISTINCT.ordinal()] = 0;
        into[Quantity.LENGTH.ordinal()] = answers == 0
                ? 0
                : length.deviation(answers * details.apply(index).length(), answers);
    }

    /** The mean of the numbers of the quality, by name. */
    Map<String, Mean> quality(List<String> names) {
        Map<String, Mean> means = new LinkedHashMap<>();
        for (int which = 0; which < names.size(); which++) {
            int place = which;
            means.put(names.get(which), QualityMeans.known(bin, i -> quality(i, place), answered));
        }
        return means;
    }

    private double quality(int index, int which) {
        List<Double> known = details.apply(index).quality();
        return which < known.size() ? known.get(which) : Double.NaN;
    }

    /** What trials say of the chance that a candidate is accepted: the mean over the bin. */
    PassRates passRates() {
        double biased = 0;
        double unbiased = 0;
        for (int i = 0; i < bin.size(); i++) {
            PassRates own = details.apply(i).passRates();
            biased += bin.weight(i) * own.biased();
            unbiased += bin.weight(i) * own.unbiased();
        }
        return bin.size() == 0 ? PassRates.UNKNOWN : new PassRates(biased / bin.total(), unbiased / bin.total());
    }

    private KnownQuantiles quantiles() {
        return new KnownQuantiles(
                IntStream.range(0, bin.size())
                        .mapToObj(i -> details.apply(i).spending())
                        .toArray(RandomSpending[]::new),
                bin);
    }

    /** Quantiles of latency; of tokens and what depends on them nothing is known where they vary. */
    Quantiles latency(CostMaker costs, boolean tokensVary) {
        return tokensVary && costs.timedByTokens()
                ? Quantiles.UNKNOWN
                : quantiles().of(spending -> spending.nanos() / Latency.NANOS_A_SECOND);
    }

    /** Quantiles of tokens. */
    Quantiles tokens(boolean tokensVary) {
        return tokensVary ? Quantiles.UNKNOWN : quantiles().of(ExpectedSpending::tokens);
    }

    /** Quantiles of dollars. */
    Quantiles usd(CostMaker costs, boolean tokensVary) {
        return tokensVary && costs.pricedByTokens()
                ? Quantiles.UNKNOWN
                : quantiles().of(costs::usd);
    }
}
