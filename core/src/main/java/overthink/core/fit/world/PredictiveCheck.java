package overthink.core.fit.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import overthink.core.fit.curve.CurvePoint;
import overthink.core.fit.curve.Reach;
import overthink.core.fit.curve.Replay;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.DifficultyDraw;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.fit.difficulty.SuccessCounts;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.model.Model;
import overthink.core.world.Recording;

/**
 * Posterior predictive checks (Gelman, Meng and Stern 1996): recordings of the same shape are drawn from the fitted world, and
 * what strategies get of their candidates is compared with what they get of the recorded ones.
 *
 * <p>Coverage is compared with that of the fitted law of difficulty, its error being that of the replay over problems. Everything
 * else is compared on these very problems: each has a p drawn from its posterior given what was recorded, and {@value
 * #REPETITIONS} times its candidates, answers and scores are drawn from the fitted world by the model that plays it. The error
 * is the standard deviation of a drawn recording's value (problems' variances summed), so that it carries what belongs to a
 * problem (its answers, its d) as well as chance, and that of the mean of the repetitions.
 *
 * <p>Of more than {@value #MOST_PROBLEMS} problems so many are compared, evenly spaced.
 */
final class PredictiveCheck {

    static final int REPETITIONS = 6;
    static final int MOST_PROBLEMS = 1000;
    private static final int[] CANDIDATES = {
        1, 2, 3, 5, 8, 13, 20, 32, 50, 80, 128, 200, 256, 500, 1000, 2000, 5000, 10_000
    };

    /** Where candidates are drawn, so many of a problem at most. */
    private static final int MOST_DRAWN = 256;

    private final Recording recording;
    private final DifficultyPosterior posterior;
    private final int[] ks;
    private final long seed;
    private final List<Rule> rules;
    private final List<List<CurvePoint>> replayed = new ArrayList<>();

    PredictiveCheck(Recording whole, DifficultyPosterior ofWhole, TailExponent exponent, long seed) {
        recording = Thinned.problems(whole, MOST_PROBLEMS);
        posterior = recording.size() == whole.size()
                ? ofWhole
                : DifficultyPosterior.of(SuccessCounts.of(recording), exponent);
        this.seed = seed;
        boolean drawn = recording.hasAnswers() || recording.calls() > 0;
        int most = Math.min(recording.fewest(), drawn ? MOST_DRAWN : CANDIDATES[CANDIDATES.length - 1]);
        ks = IntStream.concat(Arrays.stream(CANDIDATES), IntStream.of(most))
                .filter(k -> k <= most)
                .sorted()
                .distinct()
                .toArray();
        rules = TrustVerdict.RULES.stream()
                .filter(rule -> rule.lack(recording).isEmpty())
                .toList();
        Replay replay = new Replay(recording, Reach.ALL_PROBLEMS, ks, seed);
        replayed.addAll(rules.stream()
                .parallel()
                .map(rule -> replay.curve(rule).points())
                .toList());
    }

    /** Compares a world. */
    TrustVerdict of(FittedWorld world) {
        List<Rule> drawn = rules.stream()
                .filter(rule -> rule != Rule.COVERAGE)
                .filter(rule -> rule == Rule.MAJORITY_VOTE || world.verifier() != null)
                .toList();
        Moments[][] moments = simulate(world, drawn);
        List<CheckedCurve> curves = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            Rule rule = rules.get(r);
            int number = drawn.indexOf(rule);
            if (rule == Rule.COVERAGE) {
                curves.add(coverage(world.difficulty().law(), replayed.get(r)));
            } else if (number >= 0) {
                curves.add(curve(rule, replayed.get(r), moments[number]));
            }
        }
        return new TrustVerdict(curves, TrustVerdict.unasked(recording));
    }

    private static CheckedCurve coverage(DifficultyLaw law, List<CurvePoint> points) {
        List<CheckedPoint> checked = new ArrayList<>();
        for (CurvePoint point : points) {
            double error = Double.isNaN(point.populationError()) ? 1 : point.populationError();
            checked.add(new CheckedPoint(
                    point.candidates(), point.mean(), 1 - law.failure(point.candidates()), Math.max(error, LEAST)));
        }
        return new CheckedCurve(Rule.COVERAGE, checked);
    }

    /** Of an error: less is rounding. */
    private static final double LEAST = 1e-6;

    private static CheckedCurve curve(Rule rule, List<CurvePoint> points, Moments[] moments) {
        List<CheckedPoint> checked = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            CurvePoint point = points.get(i);
            double error =
                    StrictMath.sqrt(moments[i].error() * moments[i].error() + point.orderError() * point.orderError());
            checked.add(new CheckedPoint(point.candidates(), point.mean(), moments[i].mean(), error));
        }
        CheckedCurve curve = new CheckedCurve(rule, checked);
        int best = checked.indexOf(curve.replayedPeak());
        int chosen = checked.indexOf(curve.fittedPeak());
        return best == chosen
                ? curve
                : curve.withPeakError(moments[chosen].minus(moments[best]).error());
    }

    /** By rule and k. */
    private Moments[][] simulate(FittedWorld world, List<Rule> drawn) {
        Moments[][] moments = new Moments[drawn.size()][ks.length];
        for (Moments[] ofRule : moments) {
            Arrays.setAll(ofRule, i -> new Moments(recording.size()));
        }
        IntStream.range(0, REPETITIONS).parallel().forEach(repetition -> simulate(world, drawn, repetition, moments));
        return moments;
    }

    private void simulate(FittedWorld world, List<Rule> drawn, int repetition, Moments[][] into) {
        double[] p = new double[recording.size()];
        DifficultyDraw draw = posterior.draw(repetition, seed);
        for (int problem = 0; problem < p.length; problem++) {
            p[problem] = draw.p(problem);
        }
        DrawnCandidates candidates = new DrawnCandidates(ks, drawn.contains(Rule.BEST_OF_N));
        double[] values = new double[ks.length];
        Model model = world.ofDifficulties(p).draw(seed + repetition).model();
        for (int problem = 0; problem < p.length; problem++) {
            model.turnTo(problem);
            model.begin(0);
            candidates.draw(model, recording.candidates(problem));
            for (int r = 0; r < drawn.size(); r++) {
                candidates.values(drawn.get(r), values);
                for (int i = 0; i < ks.length; i++) {
                    into[r][i].set(repetition, problem, values[i]);
                }
            }
        }
    }

    /** What repetitions of each problem come to at one k. */
    private static final class Moments {

        /** By repetition and problem. */
        private final double[][] values;

        Moments(int problems) {
            values = new double[REPETITIONS][problems];
        }

        void set(int repetition, int problem, double value) {
            values[repetition][problem] = value;
        }

        /** These less others. */
        Moments minus(Moments other) {
            Moments difference = new Moments(values[0].length);
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                for (int problem = 0; problem < values[0].length; problem++) {
                    difference.values[repetition][problem] =
                            values[repetition][problem] - other.values[repetition][problem];
                }
            }
            return difference;
        }

        double mean() {
            double sum = 0;
            for (double[] ofRepetition : values) {
                for (double value : ofRepetition) {
                    sum += value;
                }
            }
            return sum / REPETITIONS / values[0].length;
        }

        /** The standard error of one repetition's mean over problems less the mean of all: problems' variances summed. */
        double error() {
            double sum = 0;
            int problems = values[0].length;
            for (int problem = 0; problem < problems; problem++) {
                double mean = 0;
                for (double[] ofRepetition : values) {
                    mean += ofRepetition[problem] / REPETITIONS;
                }
                for (double[] ofRepetition : values) {
                    double rest = ofRepetition[problem] - mean;
                    sum += rest * rest;
                }
            }
            double variance = sum / (REPETITIONS - 1) / problems / problems;
            return Math.max(LEAST, StrictMath.sqrt(variance * (1 + 1.0 / REPETITIONS)));
        }
    }
}
