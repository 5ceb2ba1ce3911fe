package overthink.scenarios.document.section.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.yaml.Node;

/** How a verifier's noise is written. */
final class NoiseForms {

    private static final BigDecimal ROUNDING = new BigDecimal("1e-9");
    private static final RealForm SHARE = RealForm.PROBABILITY;

    private static final Key<Double> PROBLEM =
            Key.optional("problem", SHARE, "0", "Noise shared by all solutions of a problem");
    private static final Key<Double> ANSWER =
            Key.optional("answer", SHARE, "0", "Noise shared by all candidates with the same answer");
    private static final Key<Double> CANDIDATE =
            Key.derived("candidate", SHARE, "what the others leave of 1", "Noise of the candidate, in all calls");
    private static final Key<Double> PATH =
            Key.derived("path", SHARE, "what the others leave of 1", "Noise of the path, which may persist");
    private static final Key<Double> CALL = Key.optional("call", SHARE, "0", "Noise of the single call");

    private static final Key<Double> FREEDOM = Key.required(
            "degrees-of-freedom",
            new RealForm(NoiseLaw.StudentT.DEGREES_OF_FREEDOM),
            "The fewer, the heavier the tails");

    private static final Key<Double> HACKED =
            Key.optional("share", SHARE, "0", "Share of the wrong answers that the verifier loves");
    private static final Key<Double> SHIFT = Key.optional(
            "shift", new RealForm(Hack.SHIFT), "0", "How much it overrates them, in standard deviations of the noise");

    private static final Form<NoiseLaw> LAW = ChoiceForm.<NoiseLaw>of("law of noise")
            .word("gaussian", new NoiseLaw.Gaussian(), "Standard normal noise")
            .option(
                    "student-t",
                    Block.of(fields -> new NoiseLaw.StudentT(fields.get(FREEDOM)), FREEDOM),
                    "Student's t, scaled to variance 1");

    /** Whose a verifier of candidates' noise is. */
    static final Key<Shared> OUTCOME_SHARED = shared(List.of(PROBLEM, ANSWER), CANDIDATE);
    /** Whose a verifier of nodes' noise is. */
    static final Key<Shared> PROCESS_SHARED = shared(List.of(PROBLEM), PATH);
    /** The same of a verifier that knows no right and wrong ones. */
    static final Key<NoiseShares> OUTCOME_ALIKE = alike(List.of(PROBLEM, ANSWER), CANDIDATE);
    /** Likewise, of nodes. */
    static final Key<NoiseShares> PROCESS_ALIKE = alike(List.of(PROBLEM), PATH);
    /** The law of each part of the noise. */
    static final Key<NoiseLaw> NOISE = Key.optional("noise", LAW, "gaussian", "The law of each part of the noise");
    /** The wrong answers that it loves. */
    static final Key<Hack> HACK = Key.optional(
            "hack",
            Block.of(fields -> new Hack(fields.get(HACKED), fields.get(SHIFT)), HACKED, SHIFT),
            "{}",
            "Wrong answers that the verifier loves");

    private NoiseForms() {}

    /**
     * Whose the noise is.
     *
     * @param bad that of bad ones
     * @param good that of good ones
     */
    record Shared(NoiseShares bad, NoiseShares good) {}

    private static Key<Shared> shared(List<Key<Double>> first, Key<Double> rest) {
        List<Key<?>> keys = new ArrayList<>(first);
        keys.add(rest);
        keys.add(CALL);
        List<Key<Double>> others = new ArrayList<>(first);
        others.add(CALL);
        Key<NoiseShares> right = Key.derived(
                "right",
                Block.of(fields -> shares(fields, others, rest), List.copyOf(keys)),
                "that of wrong ones",
                "Whose the noise of right ones is, where it is shared otherwise");
        keys.add(right);
        Form<Shared> form = Block.of(
                fields -> {
                    NoiseShares bad = shares(fields, others, rest);
                    return new Shared(bad, fields.has(right) ? fields.get(right) : bad);
                },
                keys);
        return Key.optional("shared", form, "{}", "Whose the noise is: shares of its variance that sum to 1");
    }

    private static Key<NoiseShares> alike(List<Key<Double>> first, Key<Double> rest) {
        List<Key<?>> keys = new ArrayList<>(first);
        keys.add(rest);
        keys.add(CALL);
        List<Key<Double>> others = new ArrayList<>(first);
        others.add(CALL);
        return Key.optional(
                "shared",
                Block.of(fields -> shares(fields, others, rest), keys),
                "{}",
                "Whose the noise is: shares of its variance that sum to 1");
    }

    private static NoiseShares shares(Fields fields, List<Key<Double>> others, Key<Double> rest) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Key<Double> other : others) {
            sum = sum.add((BigDecimal) fields.explained(other).plain());
        }
        BigDecimal left = BigDecimal.ONE.subtract(sum);
        if (!fields.has(rest) && left.signum() >= 0) {
            BigDecimal share =
                    left.round(MathContext.DECIMAL64); // 1 less a tiny share has more digits than can be read
            fields.derive(rest, share.doubleValue(), Node.Scalar.number(share, fields.place(rest)));
        } else {
            BigDecimal all = fields.has(rest)
                    ? sum.add((BigDecimal) fields.explained(rest).plain())
                    : sum;
            if (all.subtract(BigDecimal.ONE).abs().compareTo(ROUNDING) > 0) {
                throw new IllegalArgumentException("the noise shares must sum to 1, not %s".formatted(all));
            }
        }
        double answer = others.contains(ANSWER) ? fields.get(ANSWER) : 0;
        return new NoiseShares(fields.get(PROBLEM), answer, fields.get(rest), fields.get(CALL));
    }
}
