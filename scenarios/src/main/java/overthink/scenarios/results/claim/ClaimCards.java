package overthink.scenarios.results.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import overthink.scenarios.expectation.ClaimVerdict;
import overthink.scenarios.results.table.Paragraph;
import overthink.scenarios.text.Amount;

/** Sets what runs say of claims as cards: claim, paper, published figures with those found, verdict, file. */
public final class ClaimCards {

    private static final int INDENT = 13;

    private ClaimCards() {}

    /** A card. */
    public static String card(ClaimResult result, int width) {
        String head = result.claim().system();
        String score = result.holds()
                ? "as expected (%d of %d)"
                        .formatted(result.met(), result.findings().size())
                : "NOT AS EXPECTED (%d of %d)"
                        .formatted(result.met(), result.findings().size());
        int gap = width - head.length() - score.length();
        StringBuilder card = new StringBuilder(
                gap < 2 ? head + "\n" + " ".repeat(Math.max(0, width - score.length())) : head + " ".repeat(gap));
        card.append(score).append('\n');
        line(card, "claim", result.claim().says(), width);
        line(card, "paper", result.claim().paper(), width);
        for (ClaimResult.PublishedFigure figure : result.figures()) {
            line(card, "published", figure.published(), width);
            line(card, figure.met() ? "ours" : "ours, NOT", figure.ours(), width);
        }
        line(
                card,
                "verdict",
                "%s: %s"
                        .formatted(
                                result.claim().verdict().words(), result.claim().reason()),
                width);
        line(card, "file", result.file(), width);
        return card.toString();
    }

    private static void line(StringBuilder card, String label, String text, int width) {
        String padded = "  " + label + " ".repeat(INDENT - 2 - label.length());
        card.append(Paragraph.of(padded, text, INDENT, width));
    }

    /** What all come to. */
    public static String summary(List<ClaimResult> results, int width) {
        Map<ClaimVerdict, Integer> verdicts = new LinkedHashMap<>();
        for (ClaimVerdict verdict : ClaimVerdict.values()) {
            verdicts.put(verdict, 0);
        }
        int expectations = 0;
        int met = 0;
        double seconds = 0;
        for (ClaimResult result : results) {
            verdicts.merge(result.claim().verdict(), 1, Integer::sum);
            expectations += result.findings().size();
            met += result.met();
            seconds += result.seconds();
        }
        List<String> counts = new ArrayList<>();
        verdicts.forEach((verdict, count) -> {
            if (count > 0) {
                counts.add("%s: %d".formatted(verdict.words(), count));
            }
        });
        return Paragraph.of(
                "",
                "%s (%s). %d of %s met, in %s s."
                        .formatted(
                                Amount.of(results.size(), "claim"),
                                String.join("; ", counts),
                                met,
                                Amount.of(expectations, "expectation"),
                                String.format(Locale.ROOT, "%.1f", seconds)),
                0,
                width);
    }
}
