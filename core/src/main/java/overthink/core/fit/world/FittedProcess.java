package overthink.core.fit.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import overthink.core.fit.verifier.GradedFit;
import overthink.core.fit.verifier.ProcessFit;
import overthink.core.fit.verifier.VerifierFit;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Prior;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.Policy;
import overthink.core.world.Recording;

/**
 * The process verifier and the steps of a fitted world, from scores of the steps of whole candidates. Of these only the end was
 * graded, so d is that of the last step's score, which sees what an outcome verifier sees; persistence is the correlation of
 * successive steps' noise, given how the candidate ends. What the scores say of unfinished solutions was not recorded.
 *
 * @param verifier of nodes
 * @param steps of a solution
 * @param tokens of a step
 * @param parameters its numbers
 */
record FittedProcess(Verifier verifier, CountLaw steps, CountLaw tokens, List<FittedParameter> parameters) {

    /** Problems, and candidates of each, that persistence is read from. */
    private static final int MOST_PROBLEMS = 500;

    private static final int MOST_CANDIDATES = 16;
    private static final double LEAST_SHARE = 0.5;
    private static final double MOST_SCORE = 999;

    /** From a recording; empty unless most candidates have scores of steps, and these tell right from wrong. */
    static Optional<FittedProcess> of(Recording recording, long seed) {
        if (!recording.hasStepScores()) {
            return Optional.empty();
        }
        Recording lasts = lastSteps(recording);
        if (lasts.size() == 0 || share(recording) < LEAST_SHARE || lasts.hasVerdicts()) {
            return Optional.empty();
        }
        if (!(VerifierFit.of(lasts, seed) instanceof GradedFit fit)
                || !fit.d().isKnown()
                || !fit.spread().isKnown()) {
            return Optional.empty();
        }
        ProcessFit paths = paths(recording);
        double unit = StrictMath.sqrt(1 - fit.shares().problem());
        double d = Rounded.within(fit.d().value() * unit, Sensitivity.D.least(), Sensitivity.D.most());
        double spread = Rounded.within(fit.spread().value() * unit, 0, Sensitivity.Spread.DEVIATION.most());
        double ofProblem = StrictMath.rint(fit.shares().problem() * 1e5) / 1e5;
        double persistence = paths.persistence().isKnown()
                ? Rounded.within(paths.persistence().value(), 0, 1)
                : 0;
        Verifier verifier = new Verifier(
                new Scoring.Graded(Sensitivity.of(d).with(new Sensitivity.Spread.Normal(spread)), Prior.HALF, 1, 0),
                new NoiseShares(ofProblem, 0, 1 - ofProblem, 0),
                new NoiseLaw.Gaussian(),
                persistence,
                Hack.NONE);
        return Optional.of(new FittedProcess(
                verifier,
                FittedTokens.law(counts(recording, false), Policy.MAX_STEPS),
                recording.hasTokens()
                        ? FittedTokens.law(counts(recording, true), CountLaw.MOST)
                        : new CountLaw.Constant(1),
                List.of(
                        new FittedParameter(
                                "process.d", d, fit.d().error() * unit, "best-of-k by the last step's score"),
                        new FittedParameter(
                                "process.spread", spread, fit.spread().error() * unit, "the same"),
                        new FittedParameter(
                                "process.shared.problem",
                                ofProblem,
                                Double.NaN,
                                "the area of pooled last scores beside that within problems"),
                        new FittedParameter(
                                "process.persistence",
                                persistence,
                                paths.persistence().error(),
                                "scores of successive steps, given how candidates end"))));
    }

    private static double share(Recording recording) {
        long scored = 0;
        long all = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            for (int i = 0; i < recording.candidates(problem); i++) {
                all++;
                scored += recording.stepScores(problem, i).length > 0 ? 1 : 0;
            }
        }
        return (double) scored / all;
    }

    /** The recording with the last step's score in place of others. */
    private static Recording lastSteps(Recording recording) {
        Recording.Builder builder = new Recording.Builder(false, 1, false);
        for (int problem = 0; problem < recording.size(); problem++) {
            builder.problem(recording.name(problem), Optional.empty());
            for (int i = 0; i < recording.candidates(problem); i++) {
                double[] steps = recording.stepScores(problem, i);
                double last = steps.length == 0 ? Recording.NO_SCORE : kept(steps[steps.length - 1]);
                builder.candidate(recording.correct(problem, i), Recording.NO_ANSWER, 0, last);
            }
        }
        return builder.build();
    }

    private static double kept(double score) {
        return Math.max(-MOST_SCORE, Math.min(MOST_SCORE, score));
    }

    private static ProcessFit paths(Recording recording) {
        ProcessFit.Builder builder = new ProcessFit.Builder();
        int problems = Math.min(MOST_PROBLEMS, recording.size());
        for (int i = 0; i < problems; i++) {
            int problem = (int) ((long) i * recording.size() / problems);
            builder.problem();
            for (int c = 0; c < Math.min(MOST_CANDIDATES, recording.candidates(problem)); c++) {
                builder.path();
                double[] steps = recording.stepScores(problem, c);
                for (int t = 0; t < steps.length; t++) {
                    builder.node(t + 1, recording.correct(problem, c), kept(steps[t]));
                }
            }
        }
        return builder.fit();
    }

    /** Of each candidate with scores of steps: how many steps, or the tokens of one of them on average. */
    private static int[] counts(Recording recording, boolean tokens) {
        int[] counts = new int[1024];
        int size = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            for (int i = 0; i < recording.candidates(problem); i++) {
                int steps = recording.stepScores(problem, i).length;
                if (steps > 0) {
                    if (size == counts.length) {
                        counts = Arrays.copyOf(counts, 2 * size);
                    }
                    counts[size++] = tokens
                            ? (int) Math.max(1, Math.rint((double) recording.tokens(problem, i) / steps))
                            : Math.min(Policy.MAX_STEPS, steps);
                }
            }
        }
        return Arrays.copyOf(counts, size);
    }
}
