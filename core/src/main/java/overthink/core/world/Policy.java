package overthink.core.world;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.Silence;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Sharpening;
import overthink.core.law.idea.Temperature;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.law.step.StepProfile;

/**
 * The model that generates.
 *
 * @param steps T of a problem, at least 1; 1 makes the world flat
 * @param recovery ρ in [0, 1]: a step makes a flawed node sound with ρ times the chance that it keeps a sound one sound
 * @param profile how the chance of a slip is spread over the steps
 * @param wrongAnswers which answer a wrong candidate gives
 * @param silence how many wrong candidates give no answer
 * @param promptTokens of a problem
 * @param tokensPerStep of each step generated
 * @param tariff what tokens cost
 * @param chain how it revises its candidates; null when it cannot
 * @param merge how it makes one candidate of several; null when it cannot
 * @param ideas what it thinks of before it writes; null when candidates share no ideas and none is asked for
 * @param temperature at which it samples
 * @param reading what it can read before it writes; null when nothing
 */
public record Policy(
        CountLaw steps,
        double recovery,
        StepProfile profile,
        AnswerLaw wrongAnswers,
        Silence silence,
        CountLaw promptTokens,
        CountLaw tokensPerStep,
        Tariff tariff,
        @Nullable ChainLaw chain,
        @Nullable MergeLaw merge,
        @Nullable IdeaLaw ideas,
        Temperature temperature,
        @Nullable ReadingLaw reading) {

    /** The most steps that a solution may have. */
    public static final int MAX_STEPS = 4096;

    /** How many steps a solution may have. */
    public static final WholeRange STEPS = new WholeRange(1, MAX_STEPS);

    /** Solutions of one step, answers that never agree, one token a step, no cost. */
    public static final Policy FLAT = new Policy(
            new CountLaw.Constant(1),
            0,
            StepProfile.UNIFORM,
            new Distinct(),
            new CountLaw.Constant(0),
            new CountLaw.Constant(1),
            Tariff.FREE);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when steps may fall outside [1, {@value #MAX_STEPS}] or ρ outside [0, 1],
     *     or ρ is above 0 and the profile's last weight is 0, or the temperature is not 1 and the wrong answers cannot be counted
     */
    public Policy {
        STEPS.check("steps", steps.min());
        STEPS.check("steps", steps.max());
        RealRange.PROBABILITY.check("recovery", recovery);
        if (recovery > 0 && steps.max() > 1) {
            double[] weights = profile.weights(steps.max());
            if (weights[weights.length - 1] == 0) {
                throw new IllegalArgumentException(
                        "with recovery the last step must have a weight above 0: a step of weight 0 recovers for free, and then"
                                + " a small accuracy cannot be reached");
            }
        }
        new Sharpening(temperature, wrongAnswers);
    }

    /** A policy that neither revises nor merges, shares no ideas, reads nothing, and samples at temperature 1. */
    public Policy(
            CountLaw steps,
            double recovery,
            StepProfile profile,
            AnswerLaw wrongAnswers,
            Silence silence,
            CountLaw promptTokens,
            CountLaw tokensPerStep,
            Tariff tariff) {
        this(
                steps,
                recovery,
                profile,
                wrongAnswers,
                silence,
                promptTokens,
                tokensPerStep,
                tariff,
                null,
                null,
                null,
                Temperature.ONE,
                null);
    }

    /** A policy whose candidates all give an answer. */
    public Policy(
            CountLaw steps,
            double recovery,
            StepProfile profile,
            AnswerLaw wrongAnswers,
            CountLaw promptTokens,
            CountLaw tokensPerStep,
            Tariff tariff) {
        this(steps, recovery, profile, wrongAnswers, Silence.NONE, promptTokens, tokensPerStep, tariff);
    }

    /** This policy with other wrong answers. */
    public Policy with(AnswerLaw other) {
        return changed(to -> to.wrongAnswers = other);
    }

    /** This policy with other wrong candidates that give no answer. */
    public Policy with(Silence other) {
        return changed(to -> to.silence = other);
    }

    /** This policy with chains. */
    public Policy with(ChainLaw other) {
        return changed(to -> to.chain = other);
    }

    /** This policy with merging. */
    public Policy with(MergeLaw other) {
        return changed(to -> to.merge = other);
    }

    /** This policy with ideas. */
    public Policy with(IdeaLaw other) {
        return changed(to -> to.ideas = other);
    }

    /** This policy with another temperature. */
    public Policy with(Temperature other) {
        return changed(to -> to.temperature = other);
    }

    /** This policy with reading. */
    public Policy with(ReadingLaw other) {
        return changed(to -> to.reading = other);
    }

    /** This policy with another tariff. */
    public Policy with(Tariff other) {
        return changed(to -> to.tariff = other);
    }

    /** This policy with solutions of {@code count} steps. */
    public Policy withSteps(int count) {
        return changed(to -> to.steps = new CountLaw.Constant(count));
    }

    /** This policy with the steps and prompts of another, which are the problems'. */
    public Policy onProblemsOf(Policy other) {
        return changed(to -> {
            to.steps = other.steps;
            to.promptTokens = other.promptTokens;
        });
    }

    /**
     * This policy at temperature 1 with the answers that it gives at its own: what temperature does to the chance of a right one
     * is the problem's ({@link Sharpening#accuracy}), and to shares of silent candidates that differ from problem to problem, too.
     */
    public Policy sharpened() {
        if (temperature.none()) {
            return this;
        }
        Sharpening sharpening = new Sharpening(temperature, wrongAnswers);
        Silence kept =
                silence instanceof Silence.Share share ? new Silence.Share(sharpening.silence(share.share())) : silence;
        return with(Temperature.ONE).with(sharpening.answers()).with(kept);
    }

    private Policy changed(Consumer<Change> change) {
        Change to = new Change(this);
        change.accept(to);
        return new Policy(
                to.steps,
                recovery,
                profile,
                to.wrongAnswers,
                to.silence,
                to.promptTokens,
                tokensPerStep,
                to.tariff,
                to.chain,
                to.merge,
                to.ideas,
                to.temperature,
                to.reading);
    }

    /** What may be otherwise in another policy: all as it is here until it is set. */
    private static final class Change {

        private CountLaw steps;
        private AnswerLaw wrongAnswers;
        private Silence silence;
        private CountLaw promptTokens;
        private Tariff tariff;
        private @Nullable ChainLaw chain;
        private @Nullable MergeLaw merge;
        private @Nullable IdeaLaw ideas;
        private Temperature temperature;
        private @Nullable ReadingLaw reading;

        Change(Policy from) {
            steps = from.steps;
            wrongAnswers = from.wrongAnswers;
            silence = from.silence;
            promptTokens = from.promptTokens;
            tariff = from.tariff;
            chain = from.chain;
            merge = from.merge;
            ideas = from.ideas;
            temperature = from.temperature;
            reading = from.reading;
        }
    }
}
