package overthink.scenarios.document.section.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.law.cost.CountLaw;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.yaml.Node;

/** How it is written what a policy does with its own candidates: chains of revisions, and merging. */
final class ChainForms {

    /** What a slope over log-odds may be: over those that occur, within ±20.8, it makes a number anything. */
    private static final RealRange SLOPE = RealRange.within(10);

    private static final Tendency UNTOLD = new Tendency("0", "0");
    private static final Tendency TOLD = new Tendency("that of the chain", "that of the chain");

    private static final Key<ByDifficulty> DRIFT = Key.optional(
            "drift",
            byDifficulty("drift", ChainLaw.DRIFT),
            "0",
            "What the log-odds of a fresh draw lose with each revision before it; above 0 long chains get worse");
    private static final Key<ByDifficulty> AVOIDANCE = Key.optional(
            "avoidance",
            byDifficulty("avoidance", RealRange.PROBABILITY),
            "0",
            "Probability that a fresh draw leaves out the wrong answers in its context");
    private static final Key<Integer> CONTEXT = Key.optional(
            "context",
            WholeForm.ints(ChainLaw.CONTEXT),
            Integer.toString(ChainLaw.USUAL_CONTEXT),
            "How many of the chain's last candidates a revision reads, which are input tokens");
    private static final Key<ByDifficulty> STOP_RIGHT =
            Key.optional("right", byDifficulty("stop.right", RealRange.PROBABILITY), "1", "After a right candidate");
    private static final Key<ByDifficulty> STOP_WRONG =
            Key.optional("wrong", byDifficulty("stop.wrong", RealRange.PROBABILITY), "1", "After a wrong one");
    private static final Key<ChainLaw.Stop> STOP = Key.optional(
            "stop",
            Block.of(
                    fields -> new ChainLaw.Stop(fields.get(STOP_RIGHT), fields.get(STOP_WRONG)),
                    STOP_RIGHT,
                    STOP_WRONG),
            "{}",
            "Probability that the policy itself considers the chain done");
    private static final Key<Told> TOLD_KEY = Key.derived(
            "told",
            TOLD.in(Block.of(Told::new, TOLD.keys())),
            "as what was not told",
            "What comes of a candidate that the policy is told is wrong, whether it is or not");
    private static final Key<CountLaw> TOKENS =
            Key.derived("tokens", CostForms.count(0, CountLaw.MOST), "those of a solution", "Tokens of a revision");

    /** A chain. */
    static final Form<ChainLaw> CHAIN = UNTOLD.in(Block.of(ChainForms::chain, chainKeys()));

    private static final Key<ByDifficulty> FRESH = Key.optional(
            "fresh",
            byDifficulty("fresh", RealRange.PROBABILITY),
            "1",
            "Probability that what is merged is a fresh candidate; else it adopts a member's answer");
    private static final Key<ByDifficulty> DISCERNMENT = Key.optional(
            "discernment",
            byDifficulty("discernment", MergeLaw.DISCERNMENT),
            "1",
            "Odds at which a right member is adopted rather than a wrong one; 1 adopts any alike");

    /** Merging. */
    static final Form<MergeLaw> MERGE =
            Block.of(fields -> new MergeLaw(fields.get(FRESH), fields.get(DISCERNMENT)), FRESH, DISCERNMENT);

    private ChainForms() {}

    /** A number that may follow difficulty, within a range on all of them. */
    private static Form<ByDifficulty> byDifficulty(String name, RealRange range) {
        RealForm number = new RealForm(range);
        Key<Double> hard = Key.required("hard", number, "On a problem of p = 0");
        Key<Double> easy = Key.required("easy", number, "On a problem of p = 1");
        Key<Double> even = Key.required("even", number, "On a problem of p = 1/2");
        Key<Double> perLogit = Key.required(
                "per-logit", new RealForm(SLOPE), "How much it rises when the odds of p rise by a factor e");
        return EitherForm.number(
                number.map(ByDifficulty::of),
                new VariantForm<ByDifficulty>(List.of(
                        Variant.of(
                                Block.of(
                                        fields -> new ByDifficulty.Linear(fields.get(hard), fields.get(easy)),
                                        hard,
                                        easy),
                                hard.name(),
                                easy.name()),
                        Variant.of(
                                Block.of(
                                        fields -> {
                                            ByDifficulty law =
                                                    new ByDifficulty.Logit(fields.get(even), fields.get(perLogit));
                                            law.check(name, range);
                                            return law;
                                        },
                                        even,
                                        perLogit),
                                even.name(),
                                perLogit.name()))));
    }

    private static List<Key<?>> chainKeys() {
        List<Key<?>> keys = new ArrayList<>(UNTOLD.keys());
        keys.addAll(List.of(TOLD_KEY, DRIFT, AVOIDANCE, CONTEXT, STOP, TOKENS));
        return keys;
    }

    private static @Nullable ChainLaw chain(Fields fields) {
        Revision revision = UNTOLD.read(fields, null);
        if (revision == null) {
            return null;
        }
        Revision told = fields.has(TOLD_KEY) ? TOLD.read(fields.get(TOLD_KEY).fields(), revision) : revision;
        if (told == null) {
            fields.spoil();
            return null;
        }
        return new ChainLaw(
                revision,
                told,
                fields.get(DRIFT),
                fields.get(AVOIDANCE),
                fields.get(CONTEXT),
                fields.get(STOP),
                fields.has(TOKENS) ? fields.get(TOKENS) : null);
    }

    /** What is said of candidates that were told to be wrong, which is read once it is known what holds of the others. */
    private record Told(Fields fields) {}

    /** The keys of how an answer is kept or drawn afresh: a tendency, or both rates. */
    private static final class Tendency {

        private final Key<ByDifficulty> anchoring;
        private final Key<ByDifficulty> gain;
        private final Key<ByDifficulty> rightToWrong = Key.derived(
                "right-to-wrong",
                byDifficulty("right-to-wrong", RealRange.PROBABILITY),
                "(1 - anchoring)(1 - f)",
                "Probability that a right answer is lost; with wrong-to-right, in place of anchoring and gain");
        private final Key<ByDifficulty> wrongToRight = Key.derived(
                "wrong-to-right",
                byDifficulty("wrong-to-right", RealRange.PROBABILITY),
                "(1 - anchoring)f",
                "Probability that a wrong answer is mended");

        Tendency(String anchoringRule, String gainRule) {
            anchoring = Key.derived(
                    "anchoring",
                    byDifficulty("anchoring", RealRange.PROBABILITY),
                    anchoringRule,
                    "Probability that a revision keeps the answer; else it is drawn afresh, right with chance f");
            gain = Key.derived(
                    "gain",
                    byDifficulty("gain", Revision.Tendency.GAIN),
                    gainRule,
                    "What the log-odds of f exceed those of p by");
        }

        List<Key<?>> keys() {
            return List.of(anchoring, gain, rightToWrong, wrongToRight);
        }

        /** The revision of these keys, those left out taken from another; null when a mistake was reported. */
        @Nullable
        Revision read(Fields fields, @Nullable Revision other) {
            boolean tendency = fields.stated(anchoring) || fields.stated(gain);
            boolean rates = fields.stated(rightToWrong) || fields.stated(wrongToRight);
            if (rates && tendency) {
                fields.refuse(
                        fields.stated(anchoring) ? anchoring : gain,
                        "stands beside right-to-wrong and wrong-to-right, which say the same: give the one pair or the other",
                        "");
                return null;
            }
            if (rates) {
                for (Key<ByDifficulty> key : List.of(rightToWrong, wrongToRight)) {
                    if (!fields.stated(key)) {
                        fields.missing(key);
                    }
                }
                return fields.sound() ? new Revision.Rates(fields.get(rightToWrong), fields.get(wrongToRight)) : null;
            }
            if (other instanceof Revision.Rates) {
                if (tendency) {
                    fields.refuse("must give right-to-wrong and wrong-to-right, as the chain does", "");
                    return null;
                }
                return other;
            }
            Revision.Tendency usual = other instanceof Revision.Tendency known ? known : Revision.Tendency.FRESH;
            if (other == null) {
                deriveZero(fields, anchoring);
                deriveZero(fields, gain);
            }
            return new Revision.Tendency(
                    fields.has(anchoring) ? fields.get(anchoring) : usual.anchoring(),
                    fields.has(gain) ? fields.get(gain) : usual.gain());
        }

        /** A mapping with these keys among others, whose rates are checked whatever else is wrong. */
        <T> Block<T> in(Block<T> block) {
            return block.check(
                    fields -> fields.attempt(
                            rightToWrong, () -> new Revision.Rates(fields.get(rightToWrong), fields.get(wrongToRight))),
                    rightToWrong,
                    wrongToRight);
        }

        private static void deriveZero(Fields fields, Key<ByDifficulty> key) {
            if (!fields.has(key)) {
                fields.derive(key, ByDifficulty.of(0), Node.Scalar.number(BigDecimal.ZERO, fields.place(key)));
            }
        }
    }
}
