package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import overthink.scenarios.chart.BarData;
import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.text.Amount;

/** A plan: its choice in words, and how far what it rests on may move before another is better. */
final class PlanPictures {

    private PlanPictures() {}

    /** Whether a document is a plan. */
    static boolean plan(StoredObject fields) {
        return fields.has("choice") && fields.has("flips");
    }

    /** The choice, the next best and what binds, as HTML. */
    static String headline(ReportDocument document) {
        StoredObject chosen = document.all().object("choice").object("chosen");
        if (chosen.values().isEmpty()) {
            return "<p>Nothing meets what was asked for.</p>";
        }
        StringBuilder words = new StringBuilder(
                "<p>Do <b>%s</b>: accuracy %.1f %%.".formatted(name(chosen), 100 * chosen.number("accuracy")));
        StoredObject second = document.all().object("choice").object("second").object("entrant");
        if (!second.values().isEmpty()) {
            words.append(" Next best is %s with %.1f %%.".formatted(name(second), 100 * second.number("accuracy")));
        }
        for (StoredObject requirement : document.all().objects("requirements")) {
            words.append(" %s %s."
                    .formatted(
                            SvgWriter.escaped(requirement.text("requirement")),
                            requirement.text("binds").equals("true") ? "binds" : "does not bind"));
        }
        return words.append("</p>").toString();
    }

    private static String name(StoredObject entrant) {
        return SvgWriter.escaped(
                "%s at %s".formatted(ReportRow.label(entrant), Amount.budget(entrant.number("budget"))));
    }

    /** How far each number may move, as a share of the way to the end of what was looked at. */
    static Picture flips(ReportDocument document) {
        Map<String, List<StoredObject>> axes = new LinkedHashMap<>();
        document.all()
                .objects("flips")
                .forEach(flip -> axes.computeIfAbsent(flip.text("axis"), axis -> new ArrayList<>())
                        .add(flip));
        List<BarData.Bar> bars = new ArrayList<>();
        axes.forEach((axis, flips) -> {
            double low = 0;
            double high = 0;
            String lowWords = "";
            String highWords = "";
            for (StoredObject flip : flips) {
                boolean down = flip.text("direction").equals("down");
                double reach = reach(flip);
                if (down) {
                    low = -reach;
                    lowWords = words(flip);
                } else {
                    high = reach;
                    highWords = words(flip);
                }
            }
            bars.add(new BarData.Bar(axis, low, lowWords, high, highWords));
        });
        return new Picture.Bars(
                new BarData("What would change the choice", "share of the way looked at", 0, bars),
                "A bar ends where another choice becomes better, which is written there, or where nothing further was looked at."
                        + " Short bars are what the plan hangs on.");
    }

    /** Which share of the way to the end the choice lasts. */
    private static double reach(StoredObject flip) {
        double present = flip.number("present");
        double way = flip.number("end") - present;
        double change = flip.object("change").number("same");
        return Double.isNaN(change) || way == 0 ? 1 : Math.abs((change - present) / way);
    }

    private static String words(StoredObject flip) {
        StoredObject change = flip.object("change");
        return change.values().isEmpty()
                ? "no change to " + number(flip.number("end"))
                : "%s: %s"
                        .formatted(
                                number(change.number("same")),
                                change.object("instead").text("strategy") + "@"
                                        + Amount.budget(change.object("instead").number("budget")));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
