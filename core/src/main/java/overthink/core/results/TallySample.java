package overthink.core.results;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Resource;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Cost;
import overthink.core.estimate.ProblemFacts;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.estimate.Utility;
import overthink.core.model.Model;
import overthink.core.trial.Tally;
import overthink.core.world.Gathering;

/** What a tally has of one budget on some problems. */
final class TallySample implements Sample {

    /** Deviations that are smaller beside the sum are the rounding of its mean. */
    private static final double ROUNDING = 0x1p-50;

    private final Tally tally;
    private final int budget;
    private final Gathering gathering;
    private final int[] problems;
    private final long[] trials;
    private final double total;
    private final CostMaker costs;
    private final int[] steps;
    private final Cost @Nullable [] spent;
    private final double[] coverage;
    private final Optional<Utility> utility;
    /** Null where trials tell. */
    private final @Nullable KnownDetails details;

    private final @Nullable AnswerLength length;
    private final boolean tellsAnswers;
    /** Null where it is no number. */
    private final @Nullable CommittedQuality quality;

    private ProblemMeans means;

    /**
     * Means of the problem whose deviations were asked for last, since all its groups ask for them.
     *
     * @param byField NaN until wanted; several threads that want one find the same
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record ProblemMeans(int index, double[] byField) {

        /** None yet. */
        static ProblemMeans of(int index, int fields) {
            double[] byField = new double[fields];
            Arrays.fill(byField, Double.NaN);
            return new ProblemMeans(index, byField);
        }
    }

    /**
     * A sample.
     *
     * @param bin the problems, which weigh the same
     * @param steps of one solution of each of them
     * @param spent what every trial spends, where that is known, by problem
     * @param coverage by problem, NaN where it is known of trials alone
     * @param details what is known of candidates beside; null where trials tell, if anything does
     * @param tellsAnswers whether the tally's counts of different answers mean something
     */
    TallySample(
            Tally tally,
            int budget,
            Bin bin,
            int[] steps,
            Cost @Nullable [] spent,
            double[] coverage,
            CostMaker costs,
            Optional<Utility> utility,
            @Nullable KnownDetails details,
            boolean tellsAnswers) {
        this.tally = tally;
        this.budget = budget;
        gathering = bin.gathering();
        problems = bin.problems();
        this.steps = steps;
        this.spent = spent;
        this.coverage = coverage;
        this.costs = costs;
        this.utility = utility;
        trials = new long[tally.groups().count()];
        double sum = 0;
        for (int group = 0; group < trials.length; group++) {
            trials[group] = tally.sum(problems[0], group, budget, Tally.TRIALS);
            sum += trials[group];
        }
        total = sum;
        this.details = details;
        this.tellsAnswers = tellsAnswers;
        length = tally.counting() && details == null
                ? new AnswerLength(
                        tally.sum(problems, budget, Tally.COMMITTED_TOKENS) / (total * problems.length),
                        1 - tally.sum(problems, budget, Tally.ABSTAINED) / (total * problems.length))
                : null;
        quality = tally.numbers() > 0 ? quality(0) : null;
        means = ProblemMeans.of(-1, Tally.TOLD + tally.told());
    }

    private CommittedQuality quality(int which) {
        return new CommittedQuality(tally, problems, trials, total, budget, which);
    }

    @Override
    public Optional<Sample> ofQuality(int which) {
        return details == null && which < tally.numbers()
                ? Optional.of(new QualitySample(this, quality(which)))
                : Optional.empty();
    }

    @Override
    public int[] problems() {
        return problems;
    }

    @Override
    public ProblemFacts facts() {
        return costs.facts();
    }

    @Override
    public Gathering gathering() {
        return gathering;
    }

    @Override
    public long[] trials() {
        return trials;
    }

    @Override
    public void means(int index, double[] into) {
        double correct = mean(index, Tally.WORTH) / Model.RIGHT;
        double abstained = mean(index, Tally.ABSTAINED);
        into[Quantity.ACCURACY.ordinal()] = correct;
        into[Quantity.COVERAGE.ordinal()] = coverage(index);
        into[Quantity.ABSTAINED.ordinal()] = abstained;
        into[Quantity.FALSE_ACCEPTED.ordinal()] = 1 - correct - abstained;
        if (spent != null) {
            CostMaker.put(spent[index], into);
        } else {
            costs.put(
                    mean(index, Tally.STEPS),
                    mean(index, Tally.TOKENS),
                    mean(index, Tally.PROMPT_TOKENS),
                    mean(index, Tally.CACHED_TOKENS),
                    mean(index, Tally.VERIFIER_CALLS),
                    mean(index, Tally.ROUNDS),
                    mean(index, Tally.NANOS),
                    steps[index],
                    told(field -> mean(index, field)),
                    into);
        }
        into[Quantity.UTILITY.ordinal()] = utility.map(worth -> worth.mean(correct, abstained, paid(worth, into)))
                .orElse(Double.NaN);
        into[Quantity.QUALITY.ordinal()] = quality == null ? Double.NaN : quality.of(index, 1 - abstained);
        if (details != null) {
            details.put(index, 1 - abstained, into);
        } else if (length != null) {
            into[Quantity.CORRECT.ordinal()] = mean(index, Tally.CORRECT);
            into[Quantity.DISTINCT.ordinal()] = tellsAnswers ? mean(index, Tally.DISTINCT) : Double.NaN;
            into[Quantity.LENGTH.ordinal()] = length.of(mean(index, Tally.COMMITTED_TOKENS), 1 - abstained);
        } else {
            into[Quantity.CORRECT.ordinal()] = Double.NaN;
            into[Quantity.DISTINCT.ordinal()] = Double.NaN;
            into[Quantity.LENGTH.ordinal()] = Double.NaN;
        }
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        double correct = deviation(index, group, Tally.WORTH) / Model.RIGHT;
        double abstained = deviation(index, group, Tally.ABSTAINED);
        into[Quantity.ACCURACY.ordinal()] = correct;
        into[Quantity.COVERAGE.ordinal()] = Double.isNaN(coverage[index]) ? deviation(index, group, Tally.COVERED) : 0;
        into[Quantity.ABSTAINED.ordinal()] = abstained;
        into[Quantity.FALSE_ACCEPTED.ordinal()] = -correct - abstained;
        if (spent != null) {
            CostMaker.put(Cost.NOTHING, into);
        } else {
            costs.put(
                    deviation(index, group, Tally.STEPS),
                    deviation(index, group, Tally.TOKENS),
                    deviation(index, group, Tally.PROMPT_TOKENS),
                    deviation(index, group, Tally.CACHED_TOKENS),
                    deviation(index, group, Tally.VERIFIER_CALLS),
                    deviation(index, group, Tally.ROUNDS),
                    deviation(index, group, Tally.NANOS),
                    steps[index],
                    told(field -> deviation(index, group, field)),
                    into);
        }
        into[Quantity.UTILITY.ordinal()] = utility.map(worth -> worth.correct() * correct
                        - worth.wrong() * (correct + abstained)
                        + worth.abstained() * abstained
                        - paid(worth, into))
                .orElse(0.0);
        into[Quantity.QUALITY.ordinal()] = quality == null ? 0 : quality.deviation(index, group, -abstained);
        if (details != null) {
            details.deviate(index, -abstained, into);
        } else if (length != null) {
            into[Quantity.CORRECT.ordinal()] = deviation(index, group, Tally.CORRECT);
            into[Quantity.DISTINCT.ordinal()] = deviation(index, group, Tally.DISTINCT);
            into[Quantity.LENGTH.ordinal()] =
                    length.deviation(deviation(index, group, Tally.COMMITTED_TOKENS), -abstained);
        } else {
            into[Quantity.CORRECT.ordinal()] = 0;
            into[Quantity.DISTINCT.ordinal()] = 0;
            into[Quantity.LENGTH.ordinal()] = 0;
        }
    }

    private double[] told(IntToDoubleFunction calls) {
        return IntStream.range(0, tally.told())
                .mapToDouble(i -> calls.applyAsDouble(Tally.TOLD + i))
                .toArray();
    }

    private double coverage(int index) {
        return Double.isNaN(coverage[index]) ? mean(index, Tally.COVERED) : coverage[index];
    }

    /** The mean coverage of the problems. */
    double coverage() {
        return Arrays.stream(coverage).allMatch(Double::isNaN)
                ? tally.sum(problems, budget, Tally.COVERED) / (total * problems.length)
                : IntStream.range(0, problems.length)
                                .mapToDouble(this::coverage)
                                .sum()
                        / problems.length;
    }

    @Override
    public double utilityRange() {
        return utility.map(Utility::range).orElse(0.0);
    }

    private double mean(int index, int field) {
        return tally.value(problems[index], budget, field) / total;
    }

    private double deviation(int index, int group, int field) {
        double sum = tally.value(problems[index], group, budget, field);
        double deviation = sum - trials[group] * keptMean(index, field);
        return Math.abs(deviation) <= ROUNDING * Math.abs(sum) ? 0 : deviation;
    }

    /** {@link #mean}, which goes through all groups, once for them all. */
    private double keptMean(int index, int field) {
        ProblemMeans known = means;
        if (known.index() != index) {
            known = ProblemMeans.of(index, known.byField().length);
            means = known;
        }
        double mean = known.byField()[field];
        if (Double.isNaN(mean)) {
            mean = mean(index, field);
            known.byField()[field] = mean;
        }
        return mean;
    }

    private static double paid(Utility utility, double[] quantities) {
        double sum = 0;
        for (Resource resource : Resource.values()) {
            sum += utility.price(resource) * quantities[Quantity.of(resource).ordinal()];
        }
        return sum;
    }
}
