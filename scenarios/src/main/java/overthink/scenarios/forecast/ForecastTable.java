package overthink.scenarios.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.fit.difficulty.FamilyPosterior;
import overthink.core.fit.difficulty.MoreSamples;
import overthink.core.fit.forecast.Choice;
import overthink.core.fit.forecast.ForecastRow;
import overthink.core.fit.forecast.Kind;
import overthink.core.fit.forecast.RecordingForecast;
import overthink.scenarios.results.table.Paragraph;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Plain;

/** Sets a forecast as tables of at most 80 columns where words allow it. */
public final class ForecastTable {

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");

    private static final String GAP = "  ";

    /** Between columns where they do not fit otherwise. */
    private static final String NARROW_GAP = " ";

    private static final int INDENT = 2;

    private final ForecastFacts facts;
    private final RecordingForecast forecast;
    private final Optional<MoreSamples> more;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    /**
     * A table.
     *
     * @param width of a line in characters, for the sentences
     */
    public ForecastTable(ForecastDocument document, int width) {
        facts = document.facts();
        forecast = document.forecast();
        more = document.more();
        this.width = Math.max(60, Math.min(width, 80));
    }

    /** The tables and what is said below them, each line ended by a line feed. */
    public String text() {
        out.setLength(0);
        sentence(
                "",
                "%s: %s with %s%s"
                        .formatted(facts.file(), Amount.of(facts.problems(), "problem"), candidates(), score()));
        for (Rule rule : forecast.question().rules()) {
            out.append('\n');
            strategy(rule);
        }
        out.append('\n');
        legend();
        costs();
        best();
        assumed();
        more.ifPresent(this::next);
        return out.toString();
    }

    private String candidates() {
        return facts.fewest() == facts.most()
                ? Amount.of(facts.most(), "candidate") + " each"
                : "%s to %s candidates".formatted(Amount.whole(facts.fewest()), Amount.whole(facts.most()));
    }

    private String score() {
        return facts.score().isEmpty() ? "" : ", scored by " + facts.score();
    }

    private void sentence(String label, String text) {
        out.append(Paragraph.of(label, text, INDENT, width));
    }

    /** Rows of one budget. */
    private void strategy(Rule rule) {
        Map<Long, Map<Kind, ForecastRow>> rows = new TreeMap<>();
        List<Kind> baselines = new ArrayList<>();
        for (ForecastRow row : forecast.rows()) {
            if (row.rule() == rule) {
                rows.computeIfAbsent(row.budget(), budget -> new LinkedHashMap<>())
                        .put(row.kind(), row);
                if (row.kind().baseline().isPresent() && !baselines.contains(row.kind())) {
                    baselines.add(row.kind());
                }
            }
        }
        boolean beyond = rows.values().stream().anyMatch(row -> row.containsKey(Kind.FORECAST));
        boolean inside = rows.values().stream().anyMatch(row -> row.containsKey(Kind.REPLAYED));
        List<String> header = new ArrayList<>(List.of("candidates"));
        if (inside) {
            header.add("replayed");
        }
        if (beyond) {
            header.add("forecast");
            header.add("90 %");
        }
        header.add("new ones");
        baselines.forEach(kind -> header.add(shortName(kind)));
        List<List<String>> lines = new ArrayList<>(List.of(header));
        rows.forEach((budget, row) -> lines.add(line(budget, row, inside, beyond, baselines)));
        out.append(rule.label()).append(", in %\n");
        print(lines);
    }

    private static List<String> line(
            long budget, Map<Kind, ForecastRow> row, boolean inside, boolean beyond, List<Kind> baselines) {
        List<String> line = new ArrayList<>(List.of(Amount.whole(budget)));
        ForecastRow replayed = row.get(Kind.REPLAYED);
        ForecastRow forecast = row.get(Kind.FORECAST);
        if (inside) {
            line.add(replayed == null ? "" : percent(replayed.mean()) + " ±" + percent(halfWidth(replayed)));
        }
        if (beyond) {
            line.add(forecast == null ? "" : percent(forecast.mean()));
            line.add(forecast == null ? "" : interval(forecast.value().orElseThrow()));
        }
        ForecastRow either = replayed == null ? forecast : replayed;
        line.add(
                either == null
                        ? ""
                        : either.population().map(ForecastTable::interval).orElse(""));
        for (Kind kind : baselines) {
            ForecastRow baseline = row.get(kind);
            line.add(baseline == null ? "" : percent(baseline.mean()));
        }
        return line;
    }

    private static double halfWidth(ForecastRow row) {
        ForecastValue value = row.value().orElseThrow();
        return Math.max(value.upper90() - row.mean(), row.mean() - value.lower90());
    }

    private static String interval(ForecastValue value) {
        return percent(value.lower90()) + "-" + percent(value.upper90());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String shortName(Kind kind) {
        return switch (kind) {
            case EXPONENTIATED_POWER_LAW, SATURATING_POWER_LAW -> "pow.law";
            case LOG_LINEAR -> "log-lin";
            case LAST_VALUE -> "last";
            case REPLAYED, FORECAST -> kind.label();
        };
    }

    /** Right-aligned columns. */
    private void print(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        int wide = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
        String gap = wide > width ? NARROW_GAP : GAP;
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = line.get(column);
                text.append(column == 0 ? "" : gap)
                        .append(" ".repeat(widths[column] - cell.length()))
                        .append(cell);
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }

    private void legend() {
        boolean beyond = forecast.rows().stream().anyMatch(row -> row.kind() == Kind.FORECAST);
        StringBuilder text = new StringBuilder(
                "replayed: from the file alone, every way to draw so many of a problem's candidates. ± and intervals hold"
                        + " nine tenths: of these problems with other candidates, under new ones of as many new problems of the"
                        + " kind.");
        if (beyond) {
            text.append(" forecast: what would be measured if the recording went on.");
            if (forecast.rows().stream().anyMatch(row -> row.kind() == Kind.EXPONENTIATED_POWER_LAW)) {
                text.append(" Baselines beside: pow.law of coverage exp(-A/k^B);");
            } else {
                text.append(" Baselines beside:");
            }
            if (forecast.rows().stream().anyMatch(row -> row.kind() == Kind.SATURATING_POWER_LAW)) {
                text.append(" pow.law A - B/k^g;");
            }
            text.append(" log-lin, a line in log k; last, the value seen last. They have no intervals.");
        }
        sentence("", text.toString());
    }

    private void costs() {
        Map<Long, List<ForecastRow>> byBudget = new TreeMap<>();
        for (ForecastRow row : forecast.rows()) {
            if (row.kind().baseline().isEmpty()) {
                byBudget.computeIfAbsent(row.budget(), budget -> new ArrayList<>())
                        .add(row);
            }
        }
        boolean tokens = byBudget.values().stream()
                .flatMap(List::stream)
                .anyMatch(row -> Double.isFinite(row.cost().tokens()));
        if (!tokens) {
            return;
        }
        boolean usd = byBudget.values().stream()
                .flatMap(List::stream)
                .anyMatch(row -> Double.isFinite(row.cost().usd()));
        out.append("\nCost of a problem\n");
        List<List<String>> lines = new ArrayList<>();
        lines.add(usd ? List.of("candidates", "tokens", "dollars") : List.of("candidates", "tokens"));
        byBudget.forEach((budget, rows) -> {
            ForecastRow any = rows.get(0);
            List<String> line = new ArrayList<>(
                    List.of(Amount.whole(budget), Amount.mean(any.cost().tokens())));
            if (usd) {
                line.add(Amount.mean(any.cost().usd()));
            }
            lines.add(line);
        });
        print(lines);
    }

    private void best() {
        List<Choice> choices = forecast.choices().stream()
                .filter(choice -> choice.runnerUp().isPresent())
                .toList();
        if (choices.isEmpty()) {
            return;
        }
        out.append("\nThe best strategy; reversed: the chance that the next one is ahead when these\n");
        out.append("problems are sampled anew\n");
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("candidates", "kind", "best", "in %", "next", "ahead by", "reversed"));
        for (Choice choice : choices) {
            lines.add(List.of(
                    Amount.whole(choice.budget()),
                    choice.kind().label(),
                    choice.best().label(),
                    percent(choice.mean()),
                    choice.runnerUp().map(Rule::label).orElse(""),
                    percent(choice.difference()),
                    chance(choice.reversed())));
        }
        print(lines);
        Map<String, List<Long>> remarks = new LinkedHashMap<>();
        for (Choice choice : choices) {
            choice.remark()
                    .ifPresent(remark -> remarks.computeIfAbsent(remark, key -> new ArrayList<>())
                            .add(choice.budget()));
        }
        remarks.forEach((remark, budgets) -> sentence("", "At %s: %s.".formatted(list(budgets), remark)));
    }

    private static String chance(double reversed) {
        return reversed < 0.005 ? "< 1 %" : "%.0f %%".formatted(100 * reversed);
    }

    private static String list(List<Long> budgets) {
        return budgets.stream().map(Amount::whole).collect(Collectors.joining(", "));
    }

    private void assumed() {
        List<String> sentences = new ArrayList<>(facts.cautions());
        forecast.difficulty().ifPresent(posterior -> sentences.add(laws(posterior)));
        // remarks that differ in what they say in brackets are one, told with the brackets of the first
        Map<String, String> firsts = new LinkedHashMap<>();
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (ForecastRow row : forecast.rows()) {
            row.remark().ifPresent(remark -> {
                String kind = row.rule().label() + BRACKETS.matcher(remark).replaceAll("");
                firsts.putIfAbsent(kind, row.rule().label() + ": " + remark);
                places.computeIfAbsent(kind, key -> new ArrayList<>()).add(Amount.whole(row.budget()));
            });
        }
        firsts.forEach((kind, remark) ->
                sentences.add("%s (at %s)".formatted(remark, String.join("; ", places.getOrDefault(kind, List.of())))));
        sentences.addAll(forecast.statements());
        if (!sentences.isEmpty()) {
            out.append("\nWhat this rests on\n");
            sentences.forEach(text -> sentence("- ", text + (text.endsWith(".") ? "" : ".")));
        }
    }

    private void next(MoreSamples remedies) {
        out.append("\nWhat to record next\n");
        sentence(
                "",
                "The interval of coverage at %s candidates is %s points wide. %s"
                        .formatted(
                                Amount.whole(remedies.budget()),
                                percent(remedies.width()),
                                remedies.better().equals(remedies.hardProblems())
                                        ? "Candidates of the hard problems are the better way to narrow it."
                                        : "More problems are the better way to narrow it."));
        MoreSamples.Remedy hard = remedies.hardProblems();
        sentence(
                "- ",
                "%s more of each of the %s with at most one success: %s points%s."
                        .formatted(
                                Amount.of(hard.candidates(), "candidate"),
                                Amount.of(hard.problems(), "problem"),
                                percent(hard.width()),
                                dollars(hard)));
        MoreSamples.Remedy problems = remedies.moreProblems();
        sentence(
                "- ",
                "%s more with %s each: %s points%s."
                        .formatted(
                                Amount.of(problems.problems(), "problem"),
                                Amount.of(problems.candidates(), "candidate"),
                                percent(problems.width()),
                                dollars(problems)));
    }

    private String dollars(MoreSamples.Remedy remedy) {
        double usd = forecast.dollars(remedy.total());
        return Double.isFinite(usd) ? ", for $" + Amount.mean(usd) : "";
    }

    private String laws(DifficultyPosterior posterior) {
        String families =
                posterior.families().stream().map(ForecastTable::family).collect(Collectors.joining(", "));
        return "how hard problems are: %s; held likely before: a tail exponent of %s, within a factor of %s (--tail-exponent)"
                .formatted(
                        families,
                        Plain.of(facts.exponent().median()),
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                StrictMath.exp(facts.exponent().spread())));
    }

    private static String family(FamilyPosterior family) {
        return String.format(
                Locale.ROOT,
                "%s %.0f %% (%s %.2f ±%.2f, %s %.3g)",
                family.family().label(),
                100 * family.weight(),
                family.family().first(),
                family.first().mean(),
                family.first().sd(),
                family.family().second(),
                family.second().mean());
    }
}
