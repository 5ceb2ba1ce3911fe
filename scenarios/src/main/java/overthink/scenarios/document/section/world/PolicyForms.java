package overthink.scenarios.document.section.world;

import java.util.List;
import java.util.stream.Stream;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Silence;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Sharpening;
import overthink.core.law.idea.Temperature;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.law.step.StepProfile;
import overthink.core.world.Policy;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.RealForm;

/** How the policy is written. */
final class PolicyForms {

    private static final int MOST_TOKENS = CountLaw.MOST;
    private static final RealForm WEIGHT = new RealForm(StepProfile.WEIGHT);

    private static final Key<Double> FIRST = Key.required("first", WEIGHT, "Weight of the first step");
    private static final Key<Double> LAST = Key.required("last", WEIGHT, "Weight of the last step");

    private static final Form<StepProfile> PROFILE_LAW = EitherForm.list(
            new ListForm<>(WEIGHT, "weights, one for each step", 1, Policy.MAX_STEPS).map(PolicyForms::listed),
            ChoiceForm.<StepProfile>of("profile of the steps")
                    .word("uniform", StepProfile.UNIFORM, "All steps are alike")
                    .option(
                            "linear",
                            Block.of(
                                    fields -> new StepProfile.Linear(fields.get(FIRST), fields.get(LAST)), FIRST, LAST),
                            "Weights from the first step's to the last's"));

    private static final Key<CountLaw> STEPS = Key.optional(
            "steps", CostForms.count(1, Policy.MAX_STEPS), "1", "Steps of a solution; 1 makes the world flat");
    private static final Key<Double> RECOVERY = Key.optional(
            "recovery",
            RealForm.PROBABILITY,
            "0",
            "A step mends a flawed solution with this times the chance that it keeps a sound one sound");
    private static final Key<StepProfile> PROFILE = Key.optional(
            "profile",
            PROFILE_LAW,
            "uniform",
            "How the risk of a slip is spread over the steps: a step is survived with probability s^weight, so that twice the"
                    + " weight is twice the -ln of it (about twice the risk where risks are small)");
    private static final Key<AnswerLaw> WRONG_ANSWERS =
            Key.optional("wrong-answers", AnswerForms.LAW, "distinct", "Which answer a wrong solution gives");
    private static final Key<Silence> NO_ANSWER = Key.derived(
            "no-answer",
            AnswerForms.SILENCE,
            "every candidate gives an answer",
            "The share of wrong solutions without an answer, which cost as others do and which no vote counts");
    private static final Key<CountLaw> PROMPT_TOKENS =
            Key.optional("prompt-tokens", CostForms.count(0, MOST_TOKENS), "0", "Tokens of a problem's text");
    private static final Key<CountLaw> TOKENS_PER_STEP =
            Key.optional("tokens-per-step", CostForms.count(0, MOST_TOKENS), "1", "Tokens of each step generated");

    private static final Key<ChainLaw> CHAIN = Key.derived(
            "chain",
            ChainForms.CHAIN,
            "the policy does not revise",
            "How the policy revises its candidates and when it is done; {} makes each revision a fresh sample");
    private static final Key<MergeLaw> MERGE = Key.derived(
            "merge",
            ChainForms.MERGE,
            "the policy does not merge",
            "How the policy makes one candidate of several that it reads; {} makes it a fresh sample");

    private static final Key<IdeaLaw> IDEAS = Key.derived(
            "ideas",
            IdeaForms.IDEAS,
            "candidates share no ideas, and none is asked for",
            "What the policy thinks of before it writes; candidates that draw one idea have its chance");
    private static final Key<Double> TEMPERATURE = Key.derived(
            "temperature",
            new RealForm(Temperature.RANGE),
            "1",
            "At t an answer comes with probability proportional to its own to the power of 1/t; 0 is greedy");
    private static final Key<Double> NOISE = Key.derived(
            "noise",
            new RealForm(Temperature.NOISE),
            "0",
            "Times (temperature - 1) is taken from the log-odds of a right candidate");
    private static final Key<ReadingLaw> READING = Key.derived(
            "reading",
            IdeaForms.READING,
            "the policy reads nothing",
            "What the policy may read before it writes: documents and demonstrations");

    /** What a policy is asked for beside the problems that it tries. */
    private static final List<Key<?>> OWN = List.of(
            RECOVERY,
            PROFILE,
            WRONG_ANSWERS,
            NO_ANSWER,
            TOKENS_PER_STEP,
            CHAIN,
            MERGE,
            TEMPERATURE,
            NOISE,
            CostForms.PARAMETERS,
            CostForms.PRICE,
            CostForms.LATENCY);

    private static final List<Key<?>> ALL = List.of(
            STEPS,
            RECOVERY,
            PROFILE,
            WRONG_ANSWERS,
            NO_ANSWER,
            PROMPT_TOKENS,
            TOKENS_PER_STEP,
            CHAIN,
            MERGE,
            IDEAS,
            TEMPERATURE,
            NOISE,
            READING,
            CostForms.PARAMETERS,
            CostForms.PRICE,
            CostForms.LATENCY);

    /** The policy. */
    static final Form<Policy> POLICY = first(PolicyForms::policy, List.of());

    /** The first of several policies, with more keys than the policy of a world has. */
    static <T> Form<T> first(Block.Builder<T> builder, List<Key<?>> more) {
        return Block.of(builder, Stream.concat(ALL.stream(), more.stream()).toList())
                .check(PolicyForms::profileFits, PROFILE, STEPS)
                .check(PolicyForms::answersCount, TEMPERATURE, WRONG_ANSWERS);
    }

    /** Another of several policies, which tries the same problems. */
    static <T> Form<T> other(Block.Builder<T> builder, List<Key<?>> more) {
        return Block.of(builder, Stream.concat(more.stream(), OWN.stream()).toList())
                .check(PolicyForms::answersCount, TEMPERATURE, WRONG_ANSWERS);
    }

    private PolicyForms() {}

    private static StepProfile listed(List<Double> weights) {
        return new StepProfile.Listed(
                weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void profileFits(Fields fields) {
        CountLaw steps = fields.get(STEPS);
        if (fields.get(PROFILE) instanceof StepProfile.Listed listed && steps.max() <= Policy.MAX_STEPS) {
            fields.attempt(PROFILE, () -> {
                listed.weights(steps.min());
                listed.weights(steps.max());
            });
        }
    }

    private static void answersCount(Fields fields) {
        if (fields.has(TEMPERATURE)) {
            fields.attempt(
                    TEMPERATURE,
                    () -> new Sharpening(new Temperature(fields.get(TEMPERATURE), 0), fields.get(WRONG_ANSWERS)));
        }
    }

    /** The policy of its keys; steps and prompts are left open where they are the problems'. */
    static Policy policy(Fields fields) {
        return new Policy(
                fields.has(STEPS) ? fields.get(STEPS) : new CountLaw.Constant(1),
                fields.get(RECOVERY),
                fields.get(PROFILE),
                fields.get(WRONG_ANSWERS),
                fields.has(NO_ANSWER) ? fields.get(NO_ANSWER) : Silence.NONE,
                fields.has(PROMPT_TOKENS) ? fields.get(PROMPT_TOKENS) : new CountLaw.Constant(0),
                fields.get(TOKENS_PER_STEP),
                CostForms.tariff(fields, CostForms.PRICE),
                fields.has(CHAIN) ? fields.get(CHAIN) : null,
                fields.has(MERGE) ? fields.get(MERGE) : null,
                fields.has(IDEAS) ? fields.get(IDEAS) : null,
                new Temperature(
                        fields.has(TEMPERATURE) ? fields.get(TEMPERATURE) : 1,
                        fields.has(NOISE) ? fields.get(NOISE) : 0),
                fields.has(READING) ? fields.get(READING) : null);
    }
}
