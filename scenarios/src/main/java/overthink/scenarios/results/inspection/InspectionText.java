package overthink.scenarios.results.inspection;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import overthink.core.fault.Printable;
import overthink.core.fit.curve.CurvePoint;
import overthink.core.fit.verifier.ScoreProfile;
import overthink.core.world.Recording;
import overthink.scenarios.recording.Columns;
import overthink.scenarios.recording.Inspection;
import overthink.scenarios.recording.Recorded;
import overthink.scenarios.recording.Role;
import overthink.scenarios.results.table.Cell;
import overthink.scenarios.results.table.Paragraph;
import overthink.scenarios.results.table.TableStyle;
import overthink.scenarios.results.table.TextTable;
import overthink.scenarios.text.Amount;

/** Says on a terminal what a recording holds. */
public final class InspectionText {

    private static final int INDENT = 18;
    private static final int MOST_RUNS = 8;

    private final PrintStream out;
    private final TableStyle style;

    /** Writes to a stream, which is not closed. */
    public InspectionText(PrintStream out, TableStyle style) {
        this.out = out;
        this.style = style;
    }

    /**
     * Writes an inspection.
     *
     * @param file its name
     * @param uses what strategies can be replayed, and what others lack
     */
    public void write(String file, Inspection inspection, StrategyUses uses) {
        Recorded recorded = inspection.recorded();
        out.print(Paragraph.of(
                "",
                "%s: %s, %s, digest %s"
                        .formatted(
                                file,
                                recorded.format(),
                                Amount.of(recorded.tally().rows(), "row"),
                                recorded.digest()),
                2,
                style.width()));
        out.println();
        columns(recorded.columns());
        out.println();
        holdings(inspection);
        if (!inspection.curves().isEmpty()) {
            out.println();
            curves(inspection);
        }
        if (!inspection.scores().isEmpty()) {
            out.println();
            scores(inspection);
        }
        out.println();
        fact("can be asked", String.join(", ", uses.possible()) + ".");
        uses.impossible()
                .forEach((lack, names) ->
                        fact("", "Not %s, for want of %s.".formatted(String.join(", ", names), lack)));
        if (recorded.recording().filter(recording -> recording.hasStepScores()).isPresent()) {
            fact(
                    "",
                    "Step scores were recorded of finished solutions, one path each: what another continuation of a step would"
                            + " have been is not there, so searches over steps need the whole tree.");
        }
        list("beware", inspection.cautions());
        list("record also", inspection.wishes());
    }

    private void columns(Columns columns) {
        List<String> parts = new ArrayList<>();
        boolean guessed = false;
        for (Role role : Role.values()) {
            if (columns.has(role)) {
                guessed |= columns.guessed(role);
                parts.add("%s: %s%s"
                        .formatted(
                                role.label(),
                                String.join(" and ", columns.names(role)),
                                columns.guessed(role) ? "" : " (as said)"));
            }
        }
        fact("columns", String.join(", ", parts) + (guessed ? ". Guessed; options say otherwise." : "."));
        if (!columns.unused().isEmpty()) {
            fact("", "Not used: " + String.join(", ", columns.unused()) + ".");
        }
    }

    private void holdings(Inspection inspection) {
        Recorded recorded = inspection.recorded();
        Recorded.Tally tally = recorded.tally();
        fact(
                "problems",
                "%s, %s never solved (%s), %s always"
                        .formatted(
                                Amount.whole(inspection.problems()),
                                Amount.whole(inspection.neverSolved()),
                                share(inspection.neverSolved(), inspection.problems()),
                                Amount.whole(inspection.alwaysSolved())));
        fact(
                "candidates",
                inspection.fewest() == inspection.most()
                        ? "%s, %s each"
                                .formatted(Amount.whole(inspection.candidates()), Amount.whole(inspection.most()))
                        : "%s, %s to %s each"
                                .formatted(
                                        Amount.whole(inspection.candidates()),
                                        Amount.whole(inspection.fewest()),
                                        Amount.whole(inspection.most())));
        if (tally.discarded() > 0) {
            fact("left out", Amount.whole(tally.discarded()));
        }
        recorded.recording().ifPresent(recording -> {
            if (!recording.runs().isEmpty()) {
                fact("runs", runs(recording));
            }
            fact(
                    "answers",
                    recording.hasAnswers()
                            ? "%s missing (%s), %s different ones a problem"
                                    .formatted(
                                            Amount.whole(tally.missingAnswers()),
                                            share(tally.missingAnswers(), tally.candidates()),
                                            Amount.mean(inspection.classes()))
                            : "not recorded");
            fact(
                    "cut off",
                    tally.cut() < 0
                            ? "not recorded"
                            : "%s (%s)".formatted(Amount.whole(tally.cut()), share(tally.cut(), tally.candidates())));
            fact(
                    "recorded twice",
                    recorded.columns().has(Role.SAMPLE)
                            ? Amount.whole(tally.twice())
                            : "samples have no numbers; %s rows (%s) repeat another in every column"
                                    .formatted(Amount.whole(tally.alike()), share(tally.alike(), tally.candidates())));
            inspection
                    .tokens()
                    .ifPresent(mean -> fact(
                            "tokens",
                            "%s on average, %s at most"
                                    .formatted(Amount.mean(mean), Amount.whole(recording.tokenQuantile(1)))));
        });
    }

    private static String runs(Recording recording) {
        int runs = recording.runs().size();
        long[] all = new long[runs];
        long[] right = new long[runs];
        for (int problem = 0; problem < recording.size(); problem++) {
            for (int i = 0; i < recording.candidates(problem); i++) {
                all[recording.run(problem, i)]++;
                right[recording.run(problem, i)] += recording.correct(problem, i) ? 1 : 0;
            }
        }
        List<String> parts = new ArrayList<>();
        for (int run = 0; run < Math.min(runs, MOST_RUNS); run++) {
            parts.add("%s (%s right)".formatted(recording.runs().get(run), share(right[run], all[run])));
        }
        return "%d, pooled: %s%s".formatted(runs, String.join(", ", parts), runs > MOST_RUNS ? ", …" : "");
    }

    private void curves(Inspection inspection) {
        TreeSet<Integer> ks = new TreeSet<>();
        List<String> headers = new ArrayList<>();
        boolean reached = inspection.fewest() < inspection.most();
        if (reached) {
            headers.add("problems");
        }
        for (Inspection.Curve curve : inspection.curves()) {
            curve.values().points().forEach(point -> ks.add(point.candidates()));
            headers.add(
                    several(inspection) && !curve.score().isEmpty()
                            ? curve.label() + " " + curve.score()
                            : curve.label());
        }
        TextTable table = new TextTable(style, headers);
        for (int k : ks) {
            List<Cell> cells = new ArrayList<>();
            if (reached) {
                cells.add(Cell.of(Amount.whole(inspection
                        .curves()
                        .get(0)
                        .values()
                        .at(k)
                        .map(CurvePoint::problems)
                        .orElse(0))));
            }
            for (Inspection.Curve curve : inspection.curves()) {
                cells.add(curve.values().at(k).map(InspectionText::cell).orElse(Cell.of("")));
            }
            table.add("k = " + Amount.whole(k), "", cells);
        }
        StringBuilder text = new StringBuilder();
        table.print(text);
        out.print(text);
        out.print(Paragraph.of(
                "",
                "Percent of problems, replayed without replacement and unbiased. The first error is over problems like these, the"
                        + " second over fresh candidates of these very problems.",
                0,
                style.width()));
    }

    private static boolean several(Inspection inspection) {
        return inspection.scores().size() > 1;
    }

    private static Cell cell(CurvePoint point) {
        return Cell.number(
                String.format(Locale.ROOT, "%.1f", 100 * point.mean()),
                " %s %s".formatted(error(point.populationError()), error(point.ownError())),
                false);
    }

    private static String error(double error) {
        return Double.isNaN(error) ? "±?" : String.format(Locale.ROOT, "±%.1f", 100 * error);
    }

    private void scores(Inspection inspection) {
        List<Long> missing = inspection.recorded().tally().missingScores();
        for (int i = 0; i < inspection.scores().size(); i++) {
            Inspection.Score score = inspection.scores().get(i);
            ScoreProfile profile = score.profile();
            fact(
                    i == 0 ? "scores" : "",
                    "%s: AUC %s within problems, %s pooled; %s of pairs tied, %s of scores alone in their problem, %s missing"
                            .formatted(
                                    score.name(),
                                    area(profile.within()),
                                    area(profile.pooled()),
                                    percent(profile.tied()),
                                    percent(profile.distinct()),
                                    Amount.whole(missing.get(i))));
        }
        fact(
                "",
                "Choosing among a problem's candidates feels the order within problems. The pooled one also counts which problems"
                        + " are easy; it tells how to spread effort over problems.");
    }

    private static String area(double area) {
        return Double.isNaN(area) ? "unknown" : String.format(Locale.ROOT, "%.3f", area);
    }

    private static String share(long some, long all) {
        return all == 0 ? "none" : percent((double) some / all);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "unknown" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private void list(String label, List<String> sentences) {
        for (int i = 0; i < sentences.size(); i++) {
            if (i == 0) {
                out.println();
            }
            fact(i == 0 ? label : "", sentences.get(i));
        }
    }

    private void fact(String label, String text) {
        String padded = label + " ".repeat(INDENT - label.length());
        out.print(Paragraph.of(padded, Printable.line(text, Integer.MAX_VALUE), INDENT, style.width()));
    }
}
