package overthink.scenarios.document.section.world;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.law.cost.Tariff;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.VerifierPanel;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.OptionalForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WholeForm;

/** How verifiers and the judge are written. */
final class VerifierForms {

    private static final Key<Double> BETA =
            Key.optional("beta", new RealForm(Judge.BETA), "1", "How decided the judge is");
    private static final Key<Double> POSITION_BIAS = Key.optional(
            "position-bias", new RealForm(Judge.POSITION_BIAS), "0", "Log-odds that it gives to the one named first");

    private static final Form<Verifier> PROCESS =
            ScoringForms.verifier(List.of(NoiseForms.PROCESS_SHARED, ScoringForms.PERSISTENCE));
    private static final Form<Judge> JUDGE = new VariantForm<>(List.of(
            Variant.of(judge(ScoringForms.D, ScoringForms::told), ScoringForms.D.name()),
            Variant.of(judge(ScoringForms.AUC, ScoringForms::told), ScoringForms.AUC.name()),
            Variant.of(judge(ScoringForms.AUC_WITHIN, ScoringForms::felt), ScoringForms.AUC_WITHIN.name())));

    private static final Key<Optional<PanelForms.Outcome>> OUTCOME_KEY = Key.optional(
            "outcome",
            new OptionalForm<>(PanelForms.OUTCOME),
            "none",
            "Scores candidates; several do where it is a map of names, the first of which is asked unless a strategy names another");
    private static final Key<Optional<Verifier>> PROCESS_KEY =
            Key.optional("process", new OptionalForm<>(PROCESS), "none", "Scores solutions after each step");
    private static final Key<Optional<Judge>> JUDGE_KEY =
            Key.optional("judge", new OptionalForm<>(JUDGE), "none", "Compares two candidates");
    private static final Key<Integer> TOKENS_PER_CALL = Key.optional(
            "tokens-per-call",
            WholeForm.ints(Verifiers.TOKENS_PER_CALL),
            "0",
            "Tokens that each call reads; with the price, parameters and latency below it is what calls cost: nothing"
                    + " unless stated");

    /** The verifiers. */
    static final Form<Verifiers> VERIFIERS = Block.of(
            VerifierForms::verifiers,
            OUTCOME_KEY,
            PROCESS_KEY,
            JUDGE_KEY,
            PanelForms.CORRELATION,
            TOKENS_PER_CALL,
            CostForms.PARAMETERS,
            CostForms.READING_PRICE,
            CostForms.LATENCY);

    private VerifierForms() {}

    private static <T> Block<Judge> judge(Key<T> told, ScoringForms.Distance<T> distance) {
        return Block.of(
                fields -> new Judge(
                        ScoringForms.graded(fields, told, ScoringForms.plain(told, distance), Scoring.Graded.of(0)),
                        fields.get(BETA),
                        fields.get(POSITION_BIAS)),
                told,
                ScoringForms.SPREAD,
                BETA,
                POSITION_BIAS,
                NoiseForms.OUTCOME_SHARED,
                NoiseForms.NOISE,
                NoiseForms.HACK);
    }

    private static @Nullable Verifiers verifiers(Fields fields) {
        int tokens = fields.get(TOKENS_PER_CALL);
        Tariff tariff = CostForms.tariff(fields, CostForms.READING_PRICE);
        Optional<PanelForms.Outcome> outcome = fields.get(OUTCOME_KEY);
        VerifierPanel panel = PanelForms.panel(fields, outcome, tokens, tariff);
        if (panel == null) {
            return null;
        }
        Verifiers others = new Verifiers(
                outcome.map(PanelForms.Outcome::single).orElse(null),
                fields.get(PROCESS_KEY).orElse(null),
                fields.get(JUDGE_KEY).orElse(null),
                tokens,
                tariff);
        return panel.size() == 0 ? others : others.with(panel);
    }
}
