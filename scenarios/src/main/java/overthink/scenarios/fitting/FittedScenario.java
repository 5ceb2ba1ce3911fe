package overthink.scenarios.fitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.FamilyPosterior;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.fit.world.CheckedCurve;
import overthink.core.fit.world.WorldFit;
import overthink.core.world.Recording;

/**
 * The scenario of a fitted world: what was fitted to what and how well stands in its comments.
 *
 * @param fit the world
 * @param name of the scenario
 * @param file that the recording was read from, as it is named in the comments
 * @param source where the recording comes from; empty when it is not said
 * @param command that makes it again
 * @param digest of the recording
 * @param posterior the name of the file with the posterior
 * @param exponent what was held likely of the tail of difficulty
 * @param seed that the fit and the scenario have
 */
public record FittedScenario(
        WorldFit fit,
        String name,
        String file,
        String source,
        String command,
        String digest,
        String posterior,
        TailExponent exponent,
        long seed) {

    private static final int MOST_CANDIDATES = 1 << 20;

    /** The text of the file. */
    public String text() {
        List<String> lines = new ArrayList<>();
        head(lines);
        lines.add("name: " + quoted(name));
        lines.add("seed: " + seed);
        lines.add("world:");
        Recording recording = fit.recording();
        lines.addAll(new WorldText(fit.world(), fit.parameters()).lines(recording.size()));
        lines.add("budgets: {resource: generations, values: [%s]}".formatted(budgets(recording.fewest())));
        lines.add("strategies:");
        strategies().forEach(strategy -> lines.add("  - " + strategy));
        lines.add("trials: {count: 200}");
        return String.join("\n", lines) + "\n";
    }

    private void head(List<String> lines) {
        Recording recording = fit.recording();
        comment(
                lines,
                "A world fitted to %s: %d problems with %s, digest %s."
                        .formatted(plain(file), recording.size(), candidates(recording), digest));
        if (!source.isEmpty()) {
            comment(lines, "Source: " + plain(source));
        }
        comment(lines, "Made by: " + plain(command));
        comment(lines, "Verdict: " + fit.verdict().sentence() + ".");
        for (String statement : fit.statements()) {
            comment(lines, "Note: " + statement + (statement.endsWith(".") ? "" : "."));
        }
        comment(lines, "");
        comment(
                lines,
                "What the recording's own candidates give (replayed) and what this world gives (fitted); error: the"
                        + " standard error");
        comment(lines, "of the difference, were the recording drawn from this world; * more than 3 errors off.");
        TrustTable.lines(fit.verdict()).forEach(line -> comment(lines, "  " + line));
        comment(lines, "");
        comment(lines, families());
        comment(
                lines,
                "Errors behind the numbers are standard errors. Draws of all parameters from their posterior: "
                        + plain(posterior) + ".");
    }

    private String families() {
        List<String> families = new ArrayList<>();
        for (FamilyPosterior family : fit.difficulty().families()) {
            families.add(String.format(Locale.ROOT, "%s %.2f", family.family().label(), family.weight()));
        }
        return String.format(
                Locale.ROOT,
                "Families of difficulty by posterior probability: %s (tail exponent beforehand: median %s, spread %s).",
                String.join(", ", families),
                exponent.median(),
                exponent.spread());
    }

    /** How many candidates problems have, in words. */
    public static String candidates(Recording recording) {
        return recording.fewest() == recording.most()
                ? "%d candidates each".formatted(recording.most())
                : "%d to %d candidates".formatted(recording.fewest(), recording.most());
    }

    /** Powers of two up to what was recorded, and four times as many. */
    private static String budgets(int recorded) {
        List<String> values = new ArrayList<>();
        for (long budget = 1; budget < recorded; budget *= 2) {
            values.add(Long.toString(budget));
        }
        values.add(Integer.toString(recorded));
        values.add(Long.toString(Math.min(MOST_CANDIDATES, 4L * recorded)));
        return String.join(", ", values);
    }

    /** Those that were compared with the replay. */
    private List<String> strategies() {
        List<String> strategies = new ArrayList<>(List.of("single"));
        for (CheckedCurve curve : fit.verdict().curves()) {
            if (curve.rule() != Rule.COVERAGE) {
                strategies.add(curve.rule().label());
            }
        }
        if (fit.world().process().isPresent()) {
            strategies.add("beam-search: {width: 4}");
        }
        return strategies;
    }

    private static void comment(List<String> lines, String text) {
        lines.add(text.isEmpty() ? "#" : "# " + text);
    }

    /** On one line, whatever a file's name holds. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String quoted(String text) {
        return '"' + plain(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
