package overthink.core.results;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.api.Resource;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Cost;
import overthink.core.estimate.CostParts;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Moments;
import overthink.core.estimate.PassRates;
import overthink.core.estimate.PerTrial;
import overthink.core.estimate.Quantiles;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Observation;
import overthink.core.law.cost.Latency;
import overthink.core.model.DrawnWorld;
import overthink.core.model.Model;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.Route;
import overthink.core.trial.AmountCounts;
import overthink.core.trial.SpendingCounts;
import overthink.core.trial.Tally;

/** Makes what rows say of trials beside accuracy and mean costs. */
final class DetailMaker {

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final CostMaker costs;
    private final @Nullable BinCells cells;
    private final boolean tellsAnswers;
    private final boolean tokensVary;

    DetailMaker(Experiment experiment, DrawnWorld drawn, CostMaker costs, @Nullable BinCells cells) {
        this.experiment = experiment;
        this.drawn = drawn;
        this.costs = costs;
        this.cells = cells;
        Model model = drawn.model();
        tellsAnswers = model.tellsAnswers();
        tokensVary = model.tokensPerStep() == Model.VARIABLE;
    }

    /** Whether equal answers are told from different ones. */
    boolean tellsAnswers() {
        return tellsAnswers;
    }

    /**
     * What is known on the problems of a bin.
     *
     * @param expected by problem and budget; none where nobody asks
     * @param outcomes likewise
     */
    KnownDetails known(ExpectedDetail[][] expected, ExpectedOutcome[][] outcomes, Bin bin, int budget) {
        if (expected.length == 0) {
            return KnownDetails.NONE;
        }
        int[] problems = bin.problems();
        return new KnownDetails(
                bin, i -> expected[problems[i]][budget], i -> 1 - outcomes[problems[i]][budget].abstained());
    }

    /** What is known on the problems of a bin where trials tell no more than their outcomes. */
    KnownDetails known(Route.Aggregated route, Tally tally, long trials, Bin bin, int budget) {
        if (experiment.observations().isEmpty()) {
            return KnownDetails.NONE;
        }
        int[] problems = bin.problems();
        Route.Details known = route.details(drawn);
        ExpectedDetail[] own = new ExpectedDetail[problems.length];
        for (int i = 0; i < own.length; i++) {
            long candidates = candidates(problems[i], budget);
            own[i] = candidates == 0 ? ExpectedDetail.NOTHING : known.at(problems[i], candidates);
        }
        return new KnownDetails(
                bin, i -> own[i], i -> 1 - (double) tally.sum(problems[i], budget, Tally.ABSTAINED) / trials);
    }

    private long candidates(int problem, int budget) {
        return experiment.budgets().candidates(budget, drawn.steps(problem));
    }

    /**
     * What a row says.
     *
     * @param errors of the sample's means over these problems
     * @param known what is known without trials; null where trials tell
     * @param tally of the trials; null where there are none
     */
    PerTrial perTrial(
            ConfiguredStrategy strategy,
            Sample sample,
            double[] errors,
            @Nullable KnownDetails known,
            @Nullable Tally tally,
            Bin bin,
            int budget) {
        Moments moments = Moments.of(sample, errors);
        Quantiles latency = Quantiles.UNKNOWN;
        Quantiles tokens = Quantiles.UNKNOWN;
        Quantiles usd = Quantiles.UNKNOWN;
        SpendingCounts spendings = tally == null ? null : tally.spendings();
        if (known != null && experiment.observes(Observation.QUANTILES)) {
            latency = known.latency(costs, tokensVary);
            tokens = known.tokens(tokensVary);
            usd = known.usd(costs, tokensVary);
        } else if (spendings != null && cells != null) {
            int[] own = cells.of(bin);
            latency = counted(spendings.of(own, budget, SpendingCounts.Amount.NANOS), Latency.NANOS_A_SECOND);
            tokens = counted(spendings.of(own, budget, SpendingCounts.Amount.TOKENS), 1);
            usd = counted(spendings.of(own, budget, SpendingCounts.Amount.USD), 1);
        }
        return new PerTrial(
                experiment.world().rightOrWrong() ? mean(moments, Quantity.CORRECT, errors) : Mean.UNKNOWN,
                mean(moments, Quantity.DISTINCT, errors),
                mean(moments, Quantity.LENGTH, errors),
                divergence(strategy, bin, budget),
                Cost.of(moments.errors()),
                latency,
                tokens,
                usd,
                quality(known, tally, bin, budget),
                known != null && experiment.observes(Observation.CANDIDATES) ? known.passRates() : PassRates.UNKNOWN,
                CostShares.NONE,
                CostParts.NONE);
    }

    private Map<String, Mean> quality(@Nullable KnownDetails known, @Nullable Tally tally, Bin bin, int budget) {
        List<String> names = experiment.world().qualities();
        if (names.isEmpty()) {
            return Map.of();
        }
        return tally == null
                ? known == null ? Map.of() : known.quality(names)
                : QualityMeans.of(names, tally, bin, budget, tally.sum(bin.problems()[0], budget, Tally.TRIALS));
    }

    private Mean mean(Moments moments, Quantity quantity, double[] errors) {
        return experiment.observes(Observation.CANDIDATES)
                ? moments.mean(quantity, errors[quantity.ordinal()])
                : Mean.UNKNOWN;
    }

    private static Quantiles counted(AmountCounts counts, double unit) {
        return new Quantiles(
                counts.quantile(50) / unit,
                counts.quantile(90) / unit,
                counts.quantile(95) / unit,
                counts.quantile(99) / unit,
                counts.error(50) / unit,
                counts.error(90) / unit,
                counts.error(95) / unit,
                counts.error(99) / unit);
    }

    /** The mean of log N − (N − 1)/N over some problems; {@code NaN} of other strategies, and where N is not known or 0. */
    private double divergence(ConfiguredStrategy strategy, Bin bin, int budget) {
        Resource resource = experiment.budgets().resource();
        boolean known = strategy.law().filter(Law.BestOf.class::isInstance).isPresent()
                && (resource == Resource.GENERATIONS || resource == Resource.STEPS);
        if (!known) {
            return Double.NaN;
        }
        double sum = 0;
        int[] problems = bin.problems();
        for (int i = 0; i < problems.length; i++) {
            double n = candidates(problems[i], budget);
            if (n == 0) {
                return Double.NaN;
            }
            sum += bin.weight(i) * (StrictMath.log(n) - (n - 1) / n);
        }
        return sum / bin.total();
    }
}
