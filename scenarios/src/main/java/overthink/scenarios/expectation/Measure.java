package overthink.scenarios.expectation;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Resource;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Method;
import overthink.core.estimate.Quantiles;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.experiment.Observation;

/** A figure of a row that something may be expected of. */
@SuppressWarnings("ImmutableEnumChecker") // functions of a row that hold nothing
public enum Measure implements RowFigure {
    /** Share of correct answers. */
    ACCURACY("accuracy", Quantity.ACCURACY),
    /** Share of trials in which some candidate was correct. */
    COVERAGE("coverage", Quantity.COVERAGE),
    /** Share of trials without an answer. */
    ABSTAINED("abstained", Quantity.ABSTAINED),
    /** Share of trials with a wrong answer. */
    FALSE_ACCEPTED("false-accepted", Quantity.FALSE_ACCEPTED),
    /** Expected utility. */
    UTILITY("utility", Quantity.UTILITY),
    /** Mean cost in generations. */
    GENERATIONS("cost.generations", Quantity.GENERATIONS),
    /** Mean cost in steps. */
    STEPS("cost.steps", Quantity.STEPS),
    /** Mean cost in tokens. */
    TOKENS("cost.tokens", Quantity.TOKENS),
    /** Mean cost in tokens read. */
    INPUT_TOKENS("cost.input-tokens", Quantity.INPUT_TOKENS),
    /** Mean cost in verifier calls. */
    VERIFIER_CALLS("cost.verifier-calls", Quantity.VERIFIER_CALLS),
    /** Mean cost in rounds. */
    ROUNDS("cost.rounds", Quantity.ROUNDS),
    /** Mean cost in seconds. */
    LATENCY("cost.latency", Quantity.LATENCY),
    /** Mean cost in floating-point operations. */
    FLOPS("cost.flops", Quantity.FLOPS),
    /** Mean cost in dollars. */
    USD("cost.usd", Quantity.USD),
    /** Right candidates a trial. */
    CORRECT("correct", Quantity.CORRECT, row -> row.perTrial().correct()),
    /** Different answers a trial. */
    DISTINCT("distinct", Quantity.DISTINCT, row -> row.perTrial().distinct()),
    /** Tokens of what was committed. */
    LENGTH("length", Quantity.LENGTH, row -> row.perTrial().length()),
    /** Quality of what was committed. */
    QUALITY("quality", Quantity.QUALITY, row -> row.perTrial().wholeQuality()),
    /** Divergence of best-of-N from the policy. */
    DIVERGENCE("divergence", Quantity.GENERATIONS, row -> row.perTrial().divergence(), row -> 0),
    /** Mean of r/K of what samples until r are accepted. */
    PASS_RATE(
            "pass-rate.biased",
            Quantity.CORRECT,
            row -> row.perTrial().passRates().biased(),
            row -> 0),
    /** Mean of (r − 1)/(K − 1). */
    PASS_RATE_UNBIASED(
            "pass-rate.unbiased",
            Quantity.CORRECT,
            row -> row.perTrial().passRates().unbiased(),
            row -> 0),
    /** Median of the latency in seconds. */
    LATENCY_P50("latency.p50", Quantity.LATENCY, latency(Quantiles::p50), latency(Quantiles::p50StdError)),
    /** Its quantile at 90 %. */
    LATENCY_P90("latency.p90", Quantity.LATENCY, latency(Quantiles::p90), latency(Quantiles::p90StdError)),
    /** Its quantile at 95 %. */
    LATENCY_P95("latency.p95", Quantity.LATENCY, latency(Quantiles::p95), latency(Quantiles::p95StdError)),
    /** Its quantile at 99 %. */
    LATENCY_P99("latency.p99", Quantity.LATENCY, latency(Quantiles::p99), latency(Quantiles::p99StdError)),
    /** Median of the tokens. */
    TOKENS_P50("tokens.p50", Quantity.TOKENS, tokens(Quantiles::p50), tokens(Quantiles::p50StdError)),
    /** Their quantile at 90 %. */
    TOKENS_P90("tokens.p90", Quantity.TOKENS, tokens(Quantiles::p90), tokens(Quantiles::p90StdError)),
    /** Their quantile at 95 %. */
    TOKENS_P95("tokens.p95", Quantity.TOKENS, tokens(Quantiles::p95), tokens(Quantiles::p95StdError)),
    /** Their quantile at 99 %. */
    TOKENS_P99("tokens.p99", Quantity.TOKENS, tokens(Quantiles::p99), tokens(Quantiles::p99StdError)),
    /** Median of the dollars. */
    USD_P50("usd.p50", Quantity.USD, usd(Quantiles::p50), usd(Quantiles::p50StdError)),
    /** Their quantile at 90 %. */
    USD_P90("usd.p90", Quantity.USD, usd(Quantiles::p90), usd(Quantiles::p90StdError)),
    /** Their quantile at 95 %. */
    USD_P95("usd.p95", Quantity.USD, usd(Quantiles::p95), usd(Quantiles::p95StdError)),
    /** Their quantile at 99 %. */
    USD_P99("usd.p99", Quantity.USD, usd(Quantiles::p99), usd(Quantiles::p99StdError));

    private final String label;
    private final Quantity quantity;
    private final boolean mean;
    /** Of what rows say beside accuracy and mean costs. */
    @SuppressWarnings("ImmutableEnumChecker") // methods of records, without state
    private final @Nullable ToDoubleFunction<Row> value;

    @SuppressWarnings("ImmutableEnumChecker")
    private final @Nullable ToDoubleFunction<Row> stdError;

    Measure(String label, Quantity quantity) {
        this.label = label;
        this.quantity = quantity;
        mean = true;
        value = null;
        stdError = null;
    }

    Measure(String label, Quantity quantity, Function<Row, Mean> mean) {
        this.label = label;
        this.quantity = quantity;
        this.mean = true;
        value = row -> mean.apply(row).value();
        stdError = row -> mean.apply(row).stdError();
    }

    Measure(String label, Quantity quantity, ToDoubleFunction<Row> value, ToDoubleFunction<Row> stdError) {
        this.label = label;
        this.quantity = quantity;
        mean = false;
        this.value = value;
        this.stdError = stdError;
    }

    private static ToDoubleFunction<Row> latency(ToDoubleFunction<Quantiles> of) {
        return row -> of.applyAsDouble(row.perTrial().latencySeconds());
    }

    private static ToDoubleFunction<Row> tokens(ToDoubleFunction<Quantiles> of) {
        return row -> of.applyAsDouble(row.perTrial().tokens());
    }

    private static ToDoubleFunction<Row> usd(ToDoubleFunction<Quantiles> of) {
        return row -> of.applyAsDouble(row.perTrial().usd());
    }

    /** The mean cost in a resource. */
    public static Measure cost(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> GENERATIONS;
            case STEPS -> STEPS;
            case TOKENS -> TOKENS;
            case INPUT_TOKENS -> INPUT_TOKENS;
            case VERIFIER_CALLS -> VERIFIER_CALLS;
            case ROUNDS -> ROUNDS;
            case LATENCY -> LATENCY;
            case FLOPS -> FLOPS;
            case USD -> USD;
        };
    }

    /** The name in results. */
    @Override
    public String label() {
        return label;
    }

    /** What it is the {@linkplain #mean() mean} of, or else goes by. */
    @Override
    public Quantity quantity() {
        return quantity;
    }

    /** Whether it is a mean over trials, so that two rows can be paired by it. */
    @Override
    public boolean mean() {
        return mean;
    }

    /** What must be looked at in trials for rows to have it; empty when they always do. */
    @Override
    public Optional<Observation> observation() {
        if (value == null || this == DIVERGENCE || this == QUALITY) {
            return Optional.empty();
        }
        return Optional.of(
                mean || this == PASS_RATE || this == PASS_RATE_UNBIASED
                        ? Observation.CANDIDATES
                        : Observation.QUANTILES);
    }

    /** Whether it is what trials achieve, of which chance has a part, rather than a mean cost. */
    public boolean achievement() {
        return compareTo(UTILITY) <= 0;
    }

    /** Whether it means something only where candidates are right or wrong. */
    @Override
    public boolean ofRightOrWrong() {
        return switch (this) {
            case ACCURACY, COVERAGE, FALSE_ACCEPTED, UTILITY, CORRECT -> true;
            default -> false;
        };
    }

    /** The figure. */
    @Override
    public double of(Row row) {
        if (value != null) {
            return value.applyAsDouble(row);
        }
        return switch (this) {
            case ACCURACY -> row.accuracy();
            case COVERAGE -> row.coverage();
            case ABSTAINED -> row.abstained();
            case FALSE_ACCEPTED -> row.falseAccepted();
            case UTILITY -> row.utility().map(ExpectedUtility::mean).orElse(Double.NaN);
            default -> in(row.cost());
        };
    }

    /**
     * Its standard error over these problems; 0 for what is exact. Of an accuracy that of the row, and no less than the larger
     * side of its interval stands for; of another share √(s(1 − s)/n) with s = (successes + 1)/(trials + 2), which trials
     * divided equally among problems do not exceed. All others have errors of their own.
     */
    @Override
    public double error(Row row) {
        if (row.method() == Method.EXACT) {
            return 0;
        }
        if (stdError != null) {
            return stdError.applyAsDouble(row);
        }
        if (this == UTILITY) {
            return row.utility().map(ExpectedUtility::stdError).orElse(Double.NaN);
        }
        if (!achievement()) {
            return in(row.costStdError());
        }
        if (this == ACCURACY) {
            double side = Math.max(row.upper() - row.accuracy(), row.accuracy() - row.lower());
            return Math.max(row.stdError(), side / Estimate.Z95);
        }
        double n = row.trials();
        double s = (of(row) * n + 1) / (n + 2);
        return Math.sqrt(s * (1 - s) / n);
    }

    /** By how much arithmetic may have moved it; 0 unless it is exact. */
    @Override
    public double tolerance(Row row) {
        return this == UTILITY
                ? row.utility().map(ExpectedUtility::tolerance).orElse(0.0)
                : quantity.share() ? row.tolerance() : 0;
    }

    private double in(Cost cost) {
        return switch (this) {
            case GENERATIONS -> cost.generations();
            case STEPS -> cost.steps();
            case TOKENS -> cost.tokens();
            case INPUT_TOKENS -> cost.inputTokens();
            case VERIFIER_CALLS -> cost.verifierCalls();
            case ROUNDS -> cost.rounds();
            case LATENCY -> cost.latencySeconds();
            case FLOPS -> cost.flops();
            case USD -> cost.usd();
            default -> throw new IllegalStateException(this + " is not a cost");
        };
    }
}
