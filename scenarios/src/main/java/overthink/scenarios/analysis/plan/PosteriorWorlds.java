package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import overthink.core.fit.difficulty.DifficultyFamily;
import overthink.core.fit.difficulty.FittedDifficulty;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.world.Policy;
import overthink.core.world.Verifiers;

/**
 * Worlds whose parameters are draws from the posterior that {@code fit} wrote beside a fitted world: the law of difficulty, how
 * often no answer is given, how wrong answers agree, and how well the outcome verifier tells good from bad. Whatever else the
 * world states stays: its noise shares, sharpness, bias and tables, steps, tokens, costs.
 */
public final class PosteriorWorlds {

    /** Worlds that a choice is put to: a share of them is then good to 8 points. */
    private static final int WORLDS = 40;

    private static final List<String> COLUMNS = List.of(
            "family", "first", "second", "atom", "no_answer_alpha", "no_answer_beta", "discount", "concentration");

    private final List<World> worlds;
    private final List<String> fixed;

    private PosteriorWorlds(List<World> worlds, List<String> fixed) {
        this.worlds = worlds;
        this.fixed = fixed;
    }

    /**
     * Reads the table.
     *
     * @param text of the CSV file
     * @param world the fitted world, as it is stated
     * @throws IllegalArgumentException when it is no such table, with the line and what is wrong
     */
    public static PosteriorWorlds of(String text, SyntheticWorld world) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2) {
            throw new IllegalArgumentException("a table of draws has a header and at least one row");
        }
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        List<String> lacking =
                COLUMNS.stream().filter(name -> !header.contains(name)).toList();
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException("the header lacks " + String.join(", ", lacking));
        }
        List<World> worlds = new ArrayList<>();
        int rows = lines.size() - 1;
        for (int i = 0; i < Math.min(WORLDS, rows); i++) {
            int number = 1 + (int) ((long) i * rows / Math.min(WORLDS, rows));
            try {
                worlds.add(new Draw(header, Arrays.asList(lines.get(number).split(",", -1))).in(world));
            } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
                throw new IllegalArgumentException("row %d: %s".formatted(number, broken.getMessage()), broken);
            }
        }
        return new PosteriorWorlds(List.copyOf(worlds), fixed(world));
    }

    private static List<String> fixed(SyntheticWorld world) {
        List<String> fixed = new ArrayList<>();
        Verifier verifier = world.verifiers().outcome();
        if (verifier != null) {
            fixed.add(
                    verifier.scoring() instanceof Scoring.Tabulated
                            ? "the outcome verifier, whose scores are tabulated"
                            : "the shares of the outcome verifier's noise");
        }
        if (world.verifiers().process() != null) {
            fixed.add("the process verifier");
        }
        fixed.add("steps, tokens and prices");
        return fixed;
    }

    /** Puts finalists to all worlds. */
    PosteriorShares shares(
            View view, Evaluator evaluator, Collection<Configuration> finalists, long trials, Consumer<String> stage) {
        Map<Configuration, double[]> figures = new LinkedHashMap<>();
        Map<Configuration, Integer> wins = new LinkedHashMap<>();
        Map<Configuration, double[]> required = new LinkedHashMap<>();
        finalists.forEach(one -> {
            figures.put(one, new double[worlds.size()]);
            wins.put(one, 0);
            required.put(one, new double[view.requirements().size()]);
        });
        for (int i = 0; i < worlds.size(); i++) {
            stage.accept("parameters drawn, %d of %d".formatted(i + 1, worlds.size()));
            Entrant best = null;
            for (Entrant entrant : evaluator.in(worlds.get(i)).run(finalists, trials)) {
                double[] own = figures.getOrDefault(entrant.configuration(), new double[worlds.size()]);
                own[i] = view.objective().value(entrant.row(view.bin()));
                double[] sums = required.getOrDefault(entrant.configuration(), new double[0]);
                for (int r = 0; r < sums.length; r++) {
                    sums[r] += view.requirements().get(r).value(entrant.row(view.bin())) / worlds.size();
                }
                if (view.status(entrant, 0) == Status.MET && (best == null || Choosing.better(view, entrant, best))) {
                    best = entrant;
                }
            }
            if (best != null) {
                wins.merge(best.configuration(), 1, Integer::sum);
            }
        }
        List<PosteriorShares.Part> parts = new ArrayList<>();
        figures.forEach((configuration, own) -> {
            double mean = Arrays.stream(own).average().orElse(Double.NaN);
            double variance = Arrays.stream(own)
                    .map(figure -> (figure - mean) * (figure - mean))
                    .average()
                    .orElse(Double.NaN);
            parts.add(new PosteriorShares.Part(
                    configuration,
                    wins.getOrDefault(configuration, 0) / (double) worlds.size(),
                    mean,
                    Math.sqrt(variance),
                    meets(view, required.getOrDefault(configuration, new double[0]))));
        });
        return new PosteriorShares(worlds.size(), parts, fixed);
    }

    private static boolean meets(View view, double[] means) {
        for (int r = 0; r < means.length; r++) {
            if (!view.requirements().get(r).holds(means[r])) {
                return false;
            }
        }
        return true;
    }

    /** One row. */
    private record Draw(List<String> header, List<String> cells) {

        private String text(String column) {
            int at = header.indexOf(column);
            return at < 0 ? "" : cells.get(at).strip();
        }

        private boolean has(String column) {
            return !text(column).isEmpty();
        }

        private double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("%s must be a number, not '%s'".formatted(column, text(column)), e);
            }
        }

        World in(SyntheticWorld world) {
            return world.with(
                    world.problems().with(difficulty().law()), policy(world.policy()), verifiers(world.verifiers()));
        }

        private FittedDifficulty difficulty() {
            DifficultyFamily family = Arrays.stream(DifficultyFamily.values())
                    .filter(one -> one.label().equals(text("family")))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("there is no family '%s'".formatted(text("family"))));
            return new FittedDifficulty(family, number("first"), number("second"), number("atom"));
        }

        private Policy policy(Policy policy) {
            Policy changed = policy;
            if (has("discount") && policy.wrongAnswers() instanceof PitmanYor) {
                changed = changed.with(new PitmanYor(number("discount"), number("concentration")));
            }
            if (has("no_answer_alpha") && policy.silence() instanceof Silence.OverProblems) {
                changed = changed.with(
                        new Silence.OverProblems(new Beta(number("no_answer_alpha"), number("no_answer_beta"))));
            }
            return changed;
        }

        private Verifiers verifiers(Verifiers verifiers) {
            Verifier outcome = verifiers.outcome();
            if (outcome == null) {
                return verifiers;
            }
            return new Verifiers(
                    outcome(outcome),
                    verifiers.process(),
                    verifiers.judge(),
                    verifiers.tokensPerCall(),
                    verifiers.tariff());
        }

        private Verifier outcome(Verifier verifier) {
            if (verifier.scoring() instanceof Scoring.Graded graded && has("d")) {
                Sensitivity moved = WorldAxes.moved(
                        graded.sensitivity(), number("d") - graded.sensitivity().at(0.5));
                return verifier.with(moved.with(spread(moved.spread())));
            }
            if (verifier.scoring() instanceof Scoring.Verdict && has("tpr")) {
                return new Verifier(
                        new Scoring.Verdict(number("tpr"), number("fpr")),
                        verifier.shares(false),
                        verifier.shares(true),
                        verifier.noise(),
                        verifier.persistence(),
                        verifier.hack());
            }
            return verifier;
        }

        private Sensitivity.Spread spread(Sensitivity.Spread present) {
            if (!has("spread")) {
                return present;
            }
            double deviation = Math.min(number("spread"), Sensitivity.Spread.DEVIATION.most());
            return present instanceof Sensitivity.Spread.LogNormal
                    ? new Sensitivity.Spread.LogNormal(deviation)
                    : new Sensitivity.Spread.Normal(deviation);
        }
    }
}
