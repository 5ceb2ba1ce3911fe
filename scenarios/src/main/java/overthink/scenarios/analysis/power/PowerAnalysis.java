package overthink.scenarios.analysis.power;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import overthink.core.estimate.Agreement;
import overthink.core.estimate.Cost;
import overthink.core.estimate.DifferenceVariance;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.PairedTrials;
import overthink.core.estimate.Pairing;
import overthink.core.results.PairedResults;

/**
 * How two strategies differ in a world, and what it takes to show it.
 *
 * @param question what was asked
 * @param trials what trials say, by problem
 * @param results of these trials
 * @param first accuracy of the first strategy
 * @param second accuracy of the second
 * @param difference first − second
 * @param stdError of the difference over these problems: of the trials alone
 * @param populationStdError of the difference over the population that the problems were drawn from
 * @param designs one for each of the {@linkplain Pairing pairings} that there can be
 * @param mcNemar the problems that McNemar's test needs, one sample each; empty where candidates cannot be shared or answers are
 *     graded; {@link Long#MAX_VALUE} when no number is enough
 */
public record PowerAnalysis(
        PowerQuestion question,
        PairedTrials trials,
        PairedResults results,
        double first,
        double second,
        double difference,
        double stdError,
        double populationStdError,
        List<PowerDesign> designs,
        OptionalLong mcNemar) {

    /** Copies the list. */
    public PowerAnalysis {
        designs = List.copyOf(designs);
    }

    /**
     * The analysis of what was played.
     *
     * @throws IllegalArgumentException when nothing was: a strategy was stopped
     */
    public static PowerAnalysis of(PowerQuestion question, PairedResults results) {
        PairedTrials trials = results.trials()
                .orElseThrow(
                        () -> new IllegalArgumentException("a strategy was stopped, so there is nothing to compare"));
        double first = 0;
        double second = 0;
        for (PairedTrials.Problem problem : trials.problems()) {
            first += problem.first();
            second += problem.second();
        }
        int size = trials.problems().size();
        double difference = (first - second) / size;
        DifferenceVariance seen = DifferenceVariance.of(trials, Pairing.CANDIDATES);
        double populationStdError = trials.populationStdError();
        List<PowerDesign> designs = new ArrayList<>();
        for (Pairing pairing : Pairing.values()) {
            if (pairing != Pairing.CANDIDATES || sharesCandidates(question)) {
                designs.add(design(
                        question, results, DifferenceVariance.of(trials, pairing), difference, populationStdError));
            }
        }
        return new PowerAnalysis(
                question,
                trials,
                results,
                first / size,
                second / size,
                difference,
                Math.sqrt(seen.within() / trials.trials() / size),
                populationStdError,
                designs,
                sharesCandidates(question) && results.agreement().isPresent()
                        ? OptionalLong.of(mcNemar(question, results.agreement().get(), difference))
                        : OptionalLong.empty());
    }

    /** Whether an experiment can give both strategies the same candidates: both choose from whole ones. */
    public boolean sharesCandidates() {
        return sharesCandidates(question);
    }

    private static boolean sharesCandidates(PowerQuestion question) {
        return question.first().choosesFromWholeCandidates()
                && question.second().choosesFromWholeCandidates();
    }

    private static long mcNemar(PowerQuestion question, Agreement agreement, double difference) {
        return (long) question.test().mcNemar(agreement.discordance(), difference); // saturates
    }

    private static PowerDesign design(
            PowerQuestion question,
            PairedResults results,
            DifferenceVariance variance,
            double difference,
            double populationStdError) {
        double usd = usdPerSample(question, results, variance.pairing());
        double side = Estimate.Z95 * populationStdError;
        double far = Math.abs(difference) + side;
        double near = Math.max(0, Math.abs(difference) - side);
        List<PowerPoint> points = new ArrayList<>();
        for (double samples : question.samples()) {
            double problems = question.test().problems(variance, difference, samples);
            double given = question.problems().isPresent() ? question.problems().getAsLong() : Double.NaN;
            points.add(new PowerPoint(
                    samples,
                    problems,
                    question.test().problems(variance, far, samples),
                    question.test().problems(variance, near, samples),
                    usd(question, variance.pairing(), usd, problems, samples),
                    question.problems().isPresent()
                            ? question.test().chance(variance, difference, given, samples)
                            : Double.NaN,
                    question.problems().isPresent() ? question.test().detectable(variance, given, samples) : Double.NaN,
                    usd(question, variance.pairing(), usd, given, samples)));
        }
        return new PowerDesign(variance, usd, points);
    }

    /** What one sample of both strategies costs. Candidates that both choose from are paid once. */
    private static double usdPerSample(PowerQuestion question, PairedResults results, Pairing pairing) {
        Cost first = results.first();
        Cost second = results.second();
        boolean shared = pairing == Pairing.CANDIDATES;
        double usd;
        if (question.usdPerCandidate().isPresent()) {
            double candidates = shared ? results.both().generations() : first.generations() + second.generations();
            usd = question.usdPerCandidate().getAsDouble() * candidates;
        } else {
            usd = shared ? results.both().usd() : first.usd() + second.usd();
        }
        return usd == 0 && question.usdPerProblem() == 0 ? Double.NaN : usd;
    }

    private static double usd(
            PowerQuestion question, Pairing pairing, double perSample, double problems, double samples) {
        return problems * (samples * perSample + pairing.problems() * question.usdPerProblem());
    }
}
