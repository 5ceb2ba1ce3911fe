package overthink.scenarios.document.remark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import overthink.core.exact.selection.WithinProblemAuc;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;

/**
 * What of a declared world lies outside all that was recorded of real models. Five plain numbers stand for a world: pass@1; the
 * exponent by which what k candidates leave unsolved falls, read between 30 and 300 candidates; the chance that two wrong
 * candidates of a problem agree; the area under the ROC curve within problems of its verifiers; and the persistence of a process
 * verifier. (Wrong answers that never agree are the default, and nothing is said of them.) Each is compared with the range that recordings span: Pythia on MATH, GPT-4 on the game of 24, Llama-3.1-8B and
 * Qwen2.5-1.5B on MATH-500, CodeGen-16B on HumanEval, 17 models on EvalPerf, 8 reward models on RewardMATH.
 */
public final class RealismRemarks {

    /** pass@1 of Pythia-70M on MATH, and of the best model of EvalPerf. */
    private static final double[] PASS = {0.001, 0.90};
    /** GPT-4 on the game of 24 with one prompt, and code models. */
    private static final double[] EXPONENT = {0.03, 1.0};
    /** GPT-4 on the game of 24, and behaviours of programs. */
    private static final double[] AGREEMENT = {0.05, 0.45};
    /** Reward models that are hardly better than chance within problems, and process scores on MATH-500. */
    private static final double[] AREA = {0.50, 0.92};
    /** Process scores of Llama-3.1-8B's and Qwen2.5-1.5B's solutions, from one step to the next. */
    private static final double[] PERSISTENCE = {0.5, 0.95};

    private static final long NEAR = 30;
    private static final long FAR = 300;
    private static final double MIDDLE = 0.5;

    private final List<String> outside = new ArrayList<>();

    /** Of a world; there are none of one that was recorded. */
    public RealismRemarks(World any) {
        if (!(any instanceof SyntheticWorld world)) {
            return;
        }
        difficulty(world.problems().law());
        AnswerLaw answers = world.policy().sharpened().wrongAnswers();
        if (!(answers instanceof Distinct)) {
            check("two wrong candidates of a problem agree with probability", agreement(answers), AGREEMENT);
        }
        area("outcome", world.verifiers().outcome(), 1);
        Verifier process = world.verifiers().process();
        area("process", process, (int)
                Math.max(1, Math.round(world.policy().steps().mean())));
        if (process != null && world.policy().steps().max() > 1) {
            check("the process verifier's persistence is", process.persistence(), PERSISTENCE);
        }
    }

    private void difficulty(DifficultyLaw law) {
        if (law instanceof Empirical) {
            return; // measured, as far as anybody can tell
        }
        check("pass@1 is", law.mean(), PASS);
        double near = law.failure(NEAR);
        double far = law.failure(FAR);
        if (near > 0 && far > 0) {
            double exponent = (StrictMath.log(near) - StrictMath.log(far)) / StrictMath.log((double) FAR / NEAR);
            check("what k candidates leave unsolved falls as k to the power of minus", exponent, EXPONENT);
        }
    }

    private void area(String name, @Nullable Verifier verifier, int steps) {
        if (verifier != null) {
            double area = new WithinProblemAuc(verifier, steps).at(MIDDLE);
            check("within problems the AUC of %s is".formatted(name), area, AREA);
        }
    }

    /** Σ w² of the answers' weights. */
    private static double agreement(AnswerLaw law) {
        if (law instanceof UniformAnswers uniform) {
            return 1.0 / uniform.answers();
        }
        if (law instanceof PitmanYor process) {
            return (1 - process.discount()) / (1 + process.concentration());
        }
        if (law instanceof Attractor attractor) {
            double rest = 1 - attractor.share();
            return attractor.share() * attractor.share()
                    + (attractor.answers() > 1 ? rest * rest / (attractor.answers() - 1) : 0);
        }
        if (law instanceof Zipf zipf) {
            double sum = 0;
            double squares = 0;
            for (int k = zipf.answers(); k >= 1; k--) {
                double weight = StrictMath.pow(k, -zipf.exponent());
                sum += weight;
                squares += weight * weight;
            }
            return squares / (sum * sum);
        }
        return 0;
    }

    private void check(String what, double value, double[] range) {
        if (value < range[0] || value > range[1]) {
            outside.add(String.format(Locale.ROOT, "%s %.2g (recorded: %s to %s)", what, value, range[0], range[1]));
        }
    }

    /** A sentence that lists what is outside the recordings; none when nothing is. */
    public List<String> cautions() {
        return outside.isEmpty()
                ? List.of()
                : List.of("the world is far from every recorded one: %s. Worlds fitted to recordings: overthink worlds"
                        .formatted(String.join("; ", outside)));
    }
}
