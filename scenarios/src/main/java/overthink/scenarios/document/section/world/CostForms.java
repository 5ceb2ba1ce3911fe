package overthink.scenarios.document.section.world;

import java.util.OptionalDouble;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.WholeForm;

/** How counts and costs are written, of a policy and of its verifiers alike. */
final class CostForms {

    private static final RealForm DOLLARS = new RealForm(Price.DOLLARS);
    private static final RealForm SECONDS = new RealForm(Latency.SECONDS);

    private static final Key<Double> INPUT = Key.optional(
            "input",
            DOLLARS,
            "0",
            "Dollars per million tokens read; a prompt is read once by all samples of a trial, and again by each revision and merge");
    private static final Key<OptionalDouble> CACHED = Key.optional(
            "cached",
            EitherForm.number(
                    DOLLARS.map(OptionalDouble::of),
                    ChoiceForm.<OptionalDouble>of("price")
                            .word(
                                    "none",
                                    OptionalDouble.empty(),
                                    "There is a cache for samples alone, and it is free")),
            "none",
            "Dollars per million tokens that a call begins with like one before it: the prompt again, for samples, revisions and"
                    + " merges, and what the revision before read; no FLOPs. none: samples read the prompt together for"
                    + " nothing, revisions and merges read all anew");
    private static final Key<Double> READ = Key.optional(
            "input", DOLLARS, "0", "Dollars per million tokens read; a call reads tokens-per-call and generates none");
    private static final Key<Double> OUTPUT = Key.optional(
            "output", DOLLARS, "0", "Dollars per million tokens generated; steps that solutions share are paid once");

    private static final Key<Double> PREFILL =
            Key.optional("prefill", SECONDS, "0", "Seconds of a call before its first token");
    private static final Key<Double> PER_TOKEN = Key.optional("per-token", SECONDS, "0", "Seconds for each token");
    private static final Key<Integer> CONCURRENCY = Key.optional(
            "concurrency",
            EitherForm.number(
                    WholeForm.ints(Latency.CONCURRENCY),
                    ChoiceForm.<Integer>of("number of calls")
                            .word("unlimited", Integer.MAX_VALUE, "All calls issued together run together")),
            "unlimited",
            "Calls that run at once; each of the others starts when one of them is back");

    /** The model's size. */
    static final Key<Double> PARAMETERS = Key.optional(
            "parameters",
            new RealForm(Tariff.PARAMETERS),
            "0",
            "Parameters of the model; FLOPs = 2 x parameters x tokens");
    /** The policy's price. */
    static final Key<Price> PRICE = Key.optional(
            "price",
            Block.of(CostForms::price, INPUT, CACHED, OUTPUT).check(CostForms::cachedIsCheaper, INPUT, CACHED),
            "{}",
            "Dollars per million tokens");
    /** The verifiers' price. */
    static final Key<Price> READING_PRICE = Key.optional(
            "price", Block.of(fields -> new Price(fields.get(READ), 0), READ), "{}", "Dollars per million tokens");
    /** The model's speed. */
    static final Key<Latency> LATENCY = Key.optional(
            "latency",
            Block.of(
                    fields -> new Latency(fields.get(PREFILL), fields.get(PER_TOKEN), fields.get(CONCURRENCY)),
                    PREFILL,
                    PER_TOKEN,
                    CONCURRENCY),
            "{}",
            "How long calls take, in seconds");

    private CostForms() {}

    private static Price price(Fields fields) {
        return new Price(fields.get(INPUT), fields.get(CACHED), fields.get(OUTPUT));
    }

    private static void cachedIsCheaper(Fields fields) {
        if (fields.get(CACHED).orElse(0) > fields.get(INPUT)) {
            fields.refuse(
                    CACHED,
                    "must be at most the price of input, which is "
                            + fields.explained(INPUT).excerpt(),
                    "");
        }
    }

    /** What a model costs, of its three keys. */
    static Tariff tariff(Fields fields, Key<Price> price) {
        return new Tariff(fields.get(PARAMETERS), fields.get(price), fields.get(LATENCY));
    }

    /**
     * A law of whole numbers from {@code least}, at most 1, to {@code most}.
     */
    static Form<CountLaw> count(int least, int most) {
        Form<Integer> whole = WholeForm.between(least, most);
        Key<Integer> min = Key.required("min", whole, "The least");
        Key<Integer> max = Key.required("max", whole, "The greatest");
        ChoiceForm<CountLaw> uniform = ChoiceForm.<CountLaw>of("law of a whole number")
                .option(
                        "uniform",
                        Block.of(fields -> new CountLaw.UniformCount(fields.get(min), fields.get(max)), min, max),
                        "Every whole number from min to max alike");
        return EitherForm.number(
                whole.map(CountLaw.Constant::new),
                uniform.option("log-normal", logNormal(most), "A log-normal, rounded, from 1 to max"));
    }

    private static Form<CountLaw> logNormal(int most) {
        Key<Double> median = Key.required("median", RealForm.between(1, most), "The median");
        Key<Double> sigma = Key.required(
                "sigma", new RealForm(CountLaw.LogNormalCount.SIGMA), "Standard deviation of the logarithm");
        Key<Integer> max = Key.optional(
                "max",
                WholeForm.between(1, most),
                Integer.toString(most),
                "The greatest; what would be above it is it");
        return Block.of(
                fields -> new CountLaw.LogNormalCount(fields.get(median), fields.get(sigma), fields.get(max)),
                median,
                sigma,
                max);
    }
}
