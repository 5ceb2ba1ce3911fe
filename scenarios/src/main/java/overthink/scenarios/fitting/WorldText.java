package overthink.scenarios.fitting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import overthink.core.fit.difficulty.DifficultyFamily;
import overthink.core.fit.difficulty.FittedDifficulty;
import overthink.core.fit.world.FittedParameter;
import overthink.core.fit.world.FittedWorld;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.ScoreTable;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.scenarios.text.Numbers;

/** A fitted world as it is written in a scenario, each fitted number followed by its error in a comment. */
final class WorldText {

    /** A line of a table of scores. */
    private static final int SCORES_A_LINE = 12;

    private final FittedWorld world;
    private final Map<String, FittedParameter> parameters = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    WorldText(FittedWorld world, List<FittedParameter> parameters) {
        this.world = world;
        parameters.forEach(one -> this.parameters.put(one.name(), one));
    }

    /** The lines below {@code world:}, indented by two. */
    List<String> lines(int problems) {
        lines.clear();
        difficulty(problems);
        policy();
        Verifier verifier = world.verifier();
        if (verifier != null || world.process().isPresent()) {
            add(2, "verifier:");
        }
        if (verifier != null) {
            add(4, "outcome:");
            verifier(verifier);
        }
        world.process().ifPresent(this::process);
        return List.copyOf(lines);
    }

    private void difficulty(int problems) {
        FittedDifficulty law = world.difficulty();
        add(2, "problems:");
        add(4, "count: " + problems);
        String first =
                law.family() == DifficultyFamily.BETA ? "alpha" : law.family().first();
        String second =
                law.family() == DifficultyFamily.BETA ? "beta" : law.family().second();
        String possible = "{%s: {%s: %s, %s: %s}}"
                .formatted(law.family().label(), first, number(law.first()), second, number(law.second()));
        String errors = errors(law.family().first(), law.family().second());
        if (law.atom() == 0) {
            add(4, "accuracy: " + possible + errors);
            return;
        }
        add(4, "accuracy:");
        add(6, "mixture:");
        add(8, "- {weight: %s, accuracy: {point: 0}}%s".formatted(number(law.atom()), errors("never solved")));
        add(8, "- {weight: %s, accuracy: %s}%s".formatted(rest(law.atom()), possible, errors));
    }

    /** 1 − x in decimal, so that the weights sum to 1 as they are written. */
    private static String rest(double x) {
        return BigDecimal.ONE
                .subtract(new BigDecimal(Numbers.shortest(x)))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void policy() {
        List<String> keys = new ArrayList<>();
        if (world.answers() instanceof PitmanYor law) {
            keys.add("wrong-answers: {pitman-yor: {discount: %s, concentration: %s}}%s"
                    .formatted(
                            number(law.discount()), number(law.concentration()), errors("discount", "concentration")));
        }
        if (world.silence() instanceof Silence.OverProblems silence) {
            keys.add("no-answer: {beta: {alpha: %s, beta: %s}}%s"
                    .formatted(
                            number(silence.law().alpha()),
                            number(silence.law().beta()),
                            errors("no-answer alpha", "no-answer beta")));
        }
        count(keys, "steps", world.steps());
        count(keys, "tokens-per-step", world.tokens());
        if (!keys.isEmpty()) {
            add(2, "policy:");
            keys.forEach(key -> add(4, key));
        }
    }

    private static void count(List<String> keys, String key, CountLaw law) {
        if (law instanceof CountLaw.LogNormalCount spread) {
            keys.add("%s: {log-normal: {median: %s, sigma: %s, max: %d}}"
                    .formatted(key, number(spread.median()), number(spread.sigma()), spread.ceiling()));
        } else if (law.max() != 1) {
            keys.add(key + ": " + law.max());
        }
    }

    private void process(Verifier verifier) {
        Sensitivity sensitivity = ((Scoring.Graded) verifier.scoring()).sensitivity();
        add(4, "process:");
        add(6, "d: " + number(sensitivity.hard()) + errors("process.d"));
        add(6, "spread: " + number(sensitivity.spread().deviation()) + errors("process.spread"));
        add(6, "persistence: " + number(verifier.persistence()) + errors("process.persistence"));
        add(
                6,
                "shared: {problem: %s}%s"
                        .formatted(number(verifier.shares().problem()), errors("process.shared.problem")));
    }

    private void verifier(Verifier verifier) {
        if (verifier.scoring() instanceof Scoring.Graded graded) {
            Sensitivity sensitivity = graded.sensitivity();
            if (sensitivity.trend() instanceof Sensitivity.Trend.Logit trend) {
                add(
                        6,
                        "d: {even: %s, per-logit: %s}%s"
                                .formatted(
                                        number(trend.even()),
                                        number(trend.perLogit()),
                                        errors("d.even", "d.per-logit")));
            } else {
                add(6, "d: " + number(sensitivity.hard()) + errors("d"));
            }
            add(6, "spread: " + number(sensitivity.spread().deviation()) + errors("spread"));
            add(6, "sharpness: " + number(graded.sharpness()) + errors("sharpness"));
            add(6, "bias: " + number(graded.bias()) + errors("bias"));
        } else if (verifier.scoring() instanceof Scoring.Verdict verdict) {
            add(6, "tpr: " + number(verdict.tpr()) + errors("tpr"));
            add(6, "fpr: " + number(verdict.fpr()) + errors("fpr"));
        } else {
            Scoring.Tabulated tables = (Scoring.Tabulated) verifier.scoring();
            add(6, "tables: # scores in log-odds, each as likely as the others of its table");
            table("right", tables.good());
            table("wrong", tables.bad());
        }
        add(6, "shared:" + errors("shared.problem", "shared.answer"));
        shares(8, verifier.shares());
        if (!verifier.sharesAlike()) {
            add(8, "right:" + errors("shared.right.problem", "shared.right.answer"));
            shares(10, verifier.goodShares());
        }
    }

    private void shares(int indent, NoiseShares shares) {
        add(indent, "problem: " + number(shares.problem()));
        add(indent, "answer: " + number(shares.answer()));
        add(indent, "candidate: " + number(shares.candidate()));
        add(indent, "call: " + number(shares.call()));
    }

    private void table(String name, ScoreTable table) {
        add(8, name + ":");
        StringBuilder line = new StringBuilder("[");
        for (int rank = 0; rank < table.size(); rank++) {
            line.append(number(table.score(rank)));
            boolean last = rank + 1 == table.size();
            line.append(last ? "]" : ",");
            if (last || (rank + 1) % SCORES_A_LINE == 0) {
                add(10, line.toString().strip());
                line.setLength(0);
            } else {
                line.append(' ');
            }
        }
    }

    /** A comment with the errors of some parameters and what they were fitted to. */
    private String errors(String... names) {
        List<String> errors = new ArrayList<>();
        String from = "";
        for (String name : names) {
            FittedParameter parameter = parameters.get(name);
            if (parameter != null) {
                from = parameter.from();
                errors.add(
                        Double.isNaN(parameter.error())
                                ? "no error known"
                                : String.format(Locale.ROOT, "± %.2g", parameter.error()));
            }
        }
        // none of several known is said once
        List<String> told = errors.stream().anyMatch(error -> error.startsWith("±"))
                ? errors
                : errors.stream().distinct().toList();
        return told.isEmpty() ? "" : "  # %s; from %s".formatted(String.join(", ", told), from);
    }

    private static String number(double value) {
        return Numbers.budget(value);
    }

    private void add(int indent, String text) {
        lines.add(" ".repeat(indent) + text);
    }
}
