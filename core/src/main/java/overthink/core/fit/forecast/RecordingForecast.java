package overthink.core.fit.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.math3.special.Erf;
import org.jspecify.annotations.Nullable;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.answer.AnswerPosterior;
import overthink.core.fit.baseline.Baseline;
import overthink.core.fit.curve.CurvePoint;
import overthink.core.fit.curve.Reach;
import overthink.core.fit.curve.Replay;
import overthink.core.fit.curve.ReplayedCurve;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.fit.difficulty.MoreSamples;
import overthink.core.random.NormalQuantile;
import overthink.core.world.Recording;

/**
 * What a recording says of strategies at budgets. Up to n, the least number of candidates of a problem, values are replayed;
 * beyond, they are forecast, with the baselines beside. Deterministic given the recording and the question.
 */
public final class RecordingForecast {

    private static final double Z90 = NormalQuantile.of(0.95);
    /** Means that differ by less are equal: of one candidate every strategy has the same. */
    private static final double ROUNDING = 1e-9;

    private static final double Z50 = NormalQuantile.of(0.75);

    private final Recording recording;
    private final Question question;
    private final int recorded;
    private final Replay replay;
    private final CandidateCosts costs;
    private final Map<Rule, ReplayedCurve> curves = new EnumMap<>(Rule.class);
    private final Map<Rule, RuleForecast> forecasts = new EnumMap<>(Rule.class);
    private final @Nullable Forecasts laws;
    private final List<ForecastRow> rows = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private RecordingForecast(Recording recording, Question question, Consumer<String> progress) {
        this.recording = recording;
        this.question = question;
        recorded = recording.fewest();
        costs = new CandidateCosts(recording, question.price());
        int[] inside = question.budgets().stream()
                .filter(budget -> budget <= recorded)
                .mapToInt(Long::intValue)
                .toArray();
        long[] beyond = question.budgets().stream()
                .filter(budget -> budget > recorded)
                .mapToLong(Long::longValue)
                .toArray();
        int[] places = Baseline.places(recorded);
        int[] all = Arrays.copyOf(inside, inside.length + places.length);
        System.arraycopy(places, 0, all, inside.length, places.length);
        replay = new Replay(recording, Reach.ALL_PROBLEMS, all, question.seed());
        progress.accept("replay");
        // independent of each other: the same on any number of processors
        List<ReplayedCurve> replayed =
                question.rules().parallelStream().map(replay::curve).toList();
        for (ReplayedCurve curve : replayed) {
            curves.put(curve.rule(), curve);
        }
        if (beyond.length > 0) {
            progress.accept("law of difficulty");
            laws = new Forecasts(recording, question, beyond);
            for (Rule rule : question.rules()) {
                Optional<String> refusal = Forecasts.refusal(rule);
                if (refusal.isPresent()) {
                    refusals.add(refusal.get());
                } else {
                    progress.accept("forecast of " + rule.label());
                    forecasts.put(rule, laws.of(rule));
                }
            }
        } else {
            laws = null;
        }
        for (Rule rule : question.rules()) {
            for (long budget : question.budgets()) {
                addRows(rule, budget);
            }
        }
        progress.accept("comparison");
        choices.addAll(question.budgets().parallelStream()
                .flatMap(budget -> choice(budget).stream())
                .toList());
    }

    /**
     * Answers the question.
     *
     * @param progress is told what begins
     * @throws IllegalArgumentException when the recording lacks what a rule needs
     */
    public static RecordingForecast of(Recording recording, Question question, Consumer<String> progress) {
        for (Rule rule : question.rules()) {
            Optional<String> lack = rule.lack(recording);
            if (lack.isPresent()) {
                throw new IllegalArgumentException("%s needs %s".formatted(rule.label(), lack.get()));
            }
        }
        return new RecordingForecast(recording, question, progress);
    }

    /** n: up to here values are replayed. */
    public int recorded() {
        return recorded;
    }

    /** By rule in the order asked, ascending in budget, baselines behind what they stand beside. */
    public List<ForecastRow> rows() {
        return List.copyOf(rows);
    }

    /** The best strategy at each budget; coverage, which selects nothing, is not among them. */
    public List<Choice> choices() {
        return List.copyOf(choices);
    }

    /** A rule's replayed values, at the budgets inside the recording and where baselines look. */
    public ReplayedCurve curve(Rule rule) {
        ReplayedCurve curve = curves.get(rule);
        if (curve == null) {
            throw new IllegalArgumentException(rule.label() + " was not asked for");
        }
        return curve;
    }

    /** What the forecasts of hard problems rest on; empty when all budgets are inside the recording. */
    public Optional<DifficultyPosterior> difficulty() {
        return laws == null ? Optional.empty() : Optional.of(laws.difficulty());
    }

    /** What the forecasts of votes rest on; empty when there are none. */
    public Optional<AnswerPosterior> answers() {
        return laws == null ? Optional.empty() : laws.answers();
    }

    /**
     * What would halve the interval of coverage at the greatest budget: more candidates of the hard problems, or more problems.
     * Makes the posterior anew a few dozen times.
     *
     * @return empty when all budgets are inside the recording
     */
    public Optional<MoreSamples> more() {
        long greatest = question.budgets().get(question.budgets().size() - 1);
        return difficulty().map(posterior -> MoreSamples.of(posterior, greatest, question.seed()));
    }

    /** Dollars for so many candidates more of an average problem; {@code NaN} without tokens or a price. */
    public double dollars(long candidates) {
        return costs.of(Rule.COVERAGE, candidates).usd();
    }

    /** What a reader must know beside the rows: what was not forecast, and where the recording's laws are at an edge. */
    public List<String> statements() {
        Set<String> all = new LinkedHashSet<>(refusals);
        if (recording.most() > recorded) {
            all.add("problems have %d to %d candidates: replayed up to %d, the least, and forecast beyond it"
                    .formatted(recorded, recording.most(), recorded));
        }
        difficulty().ifPresent(posterior -> all.addAll(posterior.statements()));
        answers().ifPresent(posterior -> all.addAll(posterior.statements()));
        return List.copyOf(all);
    }

    private void addRows(Rule rule, long budget) {
        if (budget <= recorded) {
            rows.add(replayed(rule, curve(rule).at((int) budget).orElseThrow()));
            return;
        }
        RuleForecast forecast = forecasts.get(rule);
        if (forecast == null) {
            return;
        }
        ForecastValue value = forecast.at(budget);
        rows.add(new ForecastRow(
                rule,
                budget,
                Kind.FORECAST,
                value.mean(),
                Optional.of(value),
                recording.size() > 1 ? Optional.of(forecast.population(budget)) : Optional.empty(),
                costs.of(rule, budget),
                recording.size(),
                forecast.remark(budget)));
        for (Baseline baseline : baselines(rule)) {
            double[] ks = places();
            OptionalDouble mean = baseline.at(ks, values(rule, ks), budget);
            if (mean.isPresent()) {
                rows.add(new ForecastRow(
                        rule,
                        budget,
                        Kind.of(baseline),
                        mean.getAsDouble(),
                        Optional.empty(),
                        Optional.empty(),
                        costs.of(rule, budget),
                        recording.size(),
                        Optional.empty()));
            }
        }
    }

    private ForecastRow replayed(Rule rule, CurvePoint point) {
        double own = Double.isNaN(point.ownError())
                ? StrictMath.sqrt(point.mean() * (1 - point.mean()) / point.problems())
                : point.ownError();
        double ownWithOrders = StrictMath.sqrt(own * own + point.orderError() * point.orderError());
        return new ForecastRow(
                rule,
                point.candidates(),
                Kind.REPLAYED,
                point.mean(),
                Optional.of(normal(point.mean(), ownWithOrders)),
                Double.isNaN(point.populationError())
                        ? Optional.empty()
                        : Optional.of(normal(point.mean(), point.populationError())),
                costs.of(rule, point.candidates()),
                point.problems(),
                Optional.empty());
    }

    private static ForecastValue normal(double mean, double error) {
        return new ForecastValue(
                mean,
                clipped(mean - Z90 * error),
                clipped(mean - Z50 * error),
                clipped(mean + Z50 * error),
                clipped(mean + Z90 * error));
    }

    private static double clipped(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** The baselines that suit a rule: coverage goes to 1, other curves settle where they will. */
    private static List<Baseline> baselines(Rule rule) {
        return rule == Rule.COVERAGE
                ? List.of(Baseline.EXPONENTIATED_POWER_LAW, Baseline.LOG_LINEAR, Baseline.LAST_VALUE)
                : List.of(Baseline.SATURATING_POWER_LAW, Baseline.LOG_LINEAR, Baseline.LAST_VALUE);
    }

    private double[] places() {
        return Arrays.stream(Baseline.places(recorded)).asDoubleStream().toArray();
    }

    private double[] values(Rule rule, double[] ks) {
        ReplayedCurve curve = curve(rule);
        return Arrays.stream(ks)
                .map(k -> clipped(curve.at((int) k).orElseThrow().mean()))
                .toArray();
    }

    private static boolean selects(Rule rule) {
        return rule != Rule.COVERAGE && rule != Rule.ALL_RIGHT;
    }

    private Optional<Choice> choice(long budget) {
        List<ForecastRow> standing = rows.stream()
                .filter(row -> row.budget() == budget
                        && selects(row.rule())
                        && row.kind().baseline().isEmpty())
                .sorted(Comparator.comparingDouble(row -> -Math.rint(row.mean() / ROUNDING)))
                .toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        ForecastRow best = standing.get(0);
        Optional<String> remark = Optional.empty();
        if (budget > recorded && best.rule() == Rule.BEST_OF_N && standing.size() > 1) {
            ForecastRow next = standing.get(1);
            if (best.value().orElseThrow().lower90() <= next.mean()) {
                remark = Optional.of(notOnItsMean(next.mean()));
                best = next;
            }
        }
        ForecastRow chosen = best;
        Optional<ForecastRow> runnerUp =
                standing.stream().filter(row -> row.rule() != chosen.rule()).findFirst();
        double difference = runnerUp.map(row -> chosen.mean() - row.mean()).orElse(Double.NaN);
        return Optional.of(new Choice(
                budget,
                chosen.kind(),
                chosen.rule(),
                chosen.mean(),
                runnerUp.map(ForecastRow::rule),
                difference,
                runnerUp.map(row -> reversed(chosen.rule(), row.rule(), budget)).orElse(Double.NaN),
                runnerUp.map(row -> populationError(chosen.rule(), row.rule(), budget))
                        .orElse(Double.NaN),
                remark));
    }

    /** Why best-of-n is not the best, and what it gives with fewer candidates where that is more than the best. */
    private String notOnItsMean(double best) {
        CurvePoint peak = curve(Rule.BEST_OF_N).points().stream()
                .reduce((one, other) -> other.mean() > one.mean() ? other : one)
                .orElseThrow();
        return "best-of-n has the greater mean, but beyond the recording it is not chosen on its mean"
                + (peak.mean() > best
                        ? "; with %d of the candidates it is replayed at %.1f %%, which is more than the best has"
                                .formatted(peak.candidates(), 100 * peak.mean())
                        : "");
    }

    /** The chance that the order of two rules is the other one when these problems are sampled anew. */
    private double reversed(Rule best, Rule other, long budget) {
        if (budget <= recorded) {
            double difference = mean(best, budget) - mean(other, budget);
            double orders = StrictMath.hypot(orderError(best, budget), orderError(other, budget));
            double error = StrictMath.hypot(replay.differenceError(best, other, (int) budget), orders);
            if (Math.abs(difference) < ROUNDING && error < ROUNDING) {
                return 0.5;
            }
            return error > 0 ? Erf.erfc(difference / error / StrictMath.sqrt(2)) / 2 : difference > 0 ? 0 : 1;
        }
        int count = laws == null ? 0 : laws.comparableDraws();
        double[] ones = forecast(best).draws(budget, count);
        double[] others = forecast(other).draws(budget, count);
        double reversed = 0;
        for (int draw = 0; draw < count; draw++) {
            reversed += ones[draw] < others[draw] ? 1 : ones[draw] == others[draw] ? 0.5 : 0;
        }
        return reversed / count;
    }

    private RuleForecast forecast(Rule rule) {
        RuleForecast forecast = forecasts.get(rule);
        if (forecast == null) {
            throw new IllegalStateException(rule.label() + " has no forecast");
        }
        return forecast;
    }

    private double mean(Rule rule, long budget) {
        return curve(rule).at((int) budget).orElseThrow().mean();
    }

    private double orderError(Rule rule, long budget) {
        return curve(rule).at((int) budget).orElseThrow().orderError();
    }

    private double populationError(Rule best, Rule other, long budget) {
        if (budget > recorded || recording.size() < 2) {
            return Double.NaN;
        }
        double[] ones = problems(best, budget);
        double[] others = problems(other, budget);
        double mean = mean(best, budget) - mean(other, budget);
        double squares = 0;
        for (int problem = 0; problem < ones.length; problem++) {
            double off = ones[problem] - others[problem] - mean;
            squares += off * off;
        }
        return StrictMath.sqrt(squares / (ones.length - 1) / ones.length);
    }

    private double[] problems(Rule rule, long budget) {
        ReplayedCurve curve = curve(rule);
        return curve.problems(curve.at((int) budget).orElseThrow());
    }

    /** The question answered. */
    public Question question() {
        return question;
    }
}
