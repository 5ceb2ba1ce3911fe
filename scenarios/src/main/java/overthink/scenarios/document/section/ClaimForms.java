package overthink.scenarios.document.section;

import java.util.ArrayList;
import java.util.List;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.expectation.ClaimVerdict;
import overthink.scenarios.expectation.LiteratureClaim;

/** How it is written which claim of the literature a scenario looks at. */
final class ClaimForms {

    private static final Form<String> SENTENCE = new TextForm(
            "a text of 1 to 800 characters without control characters", "^[^" + TextForm.UNPRINTABLE + "]{1,800}$");

    private static final Key<String> SYSTEM =
            Key.required("system", TextForm.line("a line of text"), "The method or study that the claim is about");
    private static final Key<String> PAPER =
            Key.required("paper", TextForm.line("a line of text"), "Where the claim is made");
    private static final Key<String> SAYS = Key.required("says", SENTENCE, "The claim, a sentence");
    private static final Key<Judged> VERDICT =
            Key.required("verdict", verdict(), "What the scenario's world says of the claim, with the reason");

    /** A claim. */
    static final Form<LiteratureClaim> CLAIM = Block.of(
            fields -> new LiteratureClaim(
                    fields.get(SYSTEM),
                    fields.get(PAPER),
                    fields.get(SAYS),
                    fields.get(VERDICT).verdict(),
                    fields.get(VERDICT).reason()),
            SYSTEM,
            PAPER,
            SAYS,
            VERDICT);

    private ClaimForms() {}

    /** A verdict with its reason. */
    private record Judged(ClaimVerdict verdict, String reason) {}

    private static Form<Judged> verdict() {
        List<Variant<Judged>> variants = new ArrayList<>();
        for (ClaimVerdict verdict : ClaimVerdict.values()) {
            Key<String> reason = Key.required(verdict.label(), SENTENCE, verdict.reason());
            variants.add(Variant.of(
                    Block.of(fields -> new Judged(verdict, fields.get(reason)), reason), reason.name()));
        }
        return new VariantForm<>(variants);
    }
}
