package overthink.scenarios.results.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import overthink.core.estimate.Agreement;
import overthink.core.estimate.DifferenceVariance;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Pairing;
import overthink.scenarios.analysis.power.PowerAnalysis;
import overthink.scenarios.analysis.power.PowerDesign;
import overthink.scenarios.analysis.power.PowerPoint;
import overthink.scenarios.analysis.power.PowerQuestion;
import overthink.scenarios.results.table.Cell;
import overthink.scenarios.results.table.Paragraph;
import overthink.scenarios.results.table.TableStyle;
import overthink.scenarios.results.table.TextTable;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;
import overthink.scenarios.text.Plain;

/** What it takes to show a difference, as a page for people. */
public final class PowerTable {

    private static final double PERCENT = 100;
    private static final double SURE = 0.9995;
    private static final String NEVER = "never";

    private final TableStyle style;
    private final PowerAnalysis analysis;
    private final PowerQuestion question;
    private final StringBuilder out = new StringBuilder();

    /** A page of an analysis. */
    public PowerTable(TableStyle style, PowerAnalysis analysis) {
        this.style = style;
        this.analysis = analysis;
        question = analysis.question();
    }

    /**
     * The page.
     *
     * @param scenario its name
     * @param remark on what the world leaves out; may be empty
     */
    public String page(String scenario, String remark) {
        say("%s: %s against %s on %s, %s of each."
                .formatted(
                        scenario,
                        question.first(),
                        question.second(),
                        Amount.of(analysis.trials().problems().size(), "problem"),
                        Amount.of(analysis.trials().trials(), "trial")));
        out.append('\n');
        say(difference());
        analysis.results().agreement().ifPresent(agreement -> say(agreement(agreement)));
        say(certainty());
        out.append('\n');
        say(
                "To find a difference of %s points with a power of %s at a level of %s, two-sided, it takes so many of each problem:"
                        .formatted(
                                three(PERCENT * Math.abs(analysis.difference())),
                                percent(question.test().power()),
                                percent(question.test().alpha())));
        for (PowerDesign design : analysis.designs()) {
            out.append('\n');
            print(design);
        }
        out.append('\n');
        say(remark);
        remarks().forEach(this::say);
        return out.toString();
    }

    private String difference() {
        double population = analysis.populationStdError();
        return "Accuracy %s %% and %s %%: %s points apart over the population, %s over these problems."
                .formatted(
                        points(analysis.first(), population),
                        points(analysis.second(), population),
                        signed(analysis.difference(), Estimate.Z95 * population),
                        signed(analysis.difference(), Estimate.Z95 * analysis.stdError()));
    }

    /** How well the numbers that follow are known. */
    private String certainty() {
        PowerPoint point = analysis.designs().get(0).points().get(0);
        if (analysis.difference() == 0) {
            return "No difference was seen in %s, so no number of problems is known to show one."
                    .formatted(Amount.of(
                            (long) analysis.trials().trials()
                                    * analysis.trials().problems().size(),
                            "trial"));
        }
        if (Double.isInfinite(point.most())) {
            return "These problems do not tell the difference from 0, so that the numbers below may be far off: the %s in the"
                            .formatted(count(point.problems()))
                    + " first line may be any from %s on. More problems in the scenario say more (world.problems.count, or population for all of a law)."
                            .formatted(count(point.least()));
        }
        return point.least() == point.most()
                ? ""
                : "As the difference is known to its ± alone, the %s in the first line below may be %s to %s (95 %%)."
                        .formatted(count(point.problems()), count(point.least()), count(point.most()));
    }

    private String agreement(Agreement agreement) {
        double all = agreement.trials();
        String start = analysis.sharesCandidates()
                ? "Of samples in which both choose from the same candidates"
                : "Of trials in which both were given the same random numbers, as no experiment can,";
        return "%s %s are right in both, %s with %s alone, %s with %s alone, %s in neither."
                .formatted(
                        start,
                        percent(agreement.both() / all),
                        percent(agreement.onlyFirst() / all),
                        question.first(),
                        percent(agreement.onlySecond() / all),
                        question.second(),
                        percent(agreement.neither() / all));
    }

    private void print(PowerDesign design) {
        DifferenceVariance variance = design.variance();
        say("%s Variance of one sample's difference: %s between problems + %s within."
                .formatted(title(variance.pairing()), three(variance.between()), three(variance.within())));
        List<String> headers = new ArrayList<>(List.of("problems", "samples in all"));
        boolean priced = !Double.isNaN(design.usdPerSample());
        if (priced) {
            headers.add("usd");
        }
        if (question.problems().isPresent()) {
            String given = Amount.whole(question.problems().getAsLong());
            headers.add("power of " + given);
            headers.add(given + " detect");
        }
        TextTable table = new TextTable(style, headers);
        for (PowerPoint point : design.points()) {
            boolean endless = Double.isInfinite(point.samples());
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(problems(point.problems(), variance.pairing())));
            cells.add(Cell.of(endless ? "" : count(point.problems() * point.samples() * 2)));
            if (priced) {
                cells.add(Cell.of(endless ? "" : usd(point.usd())));
            }
            if (question.problems().isPresent()) {
                cells.add(Cell.of(power(point.chance())));
                cells.add(Cell.of(
                        Double.isInfinite(point.detectable())
                                ? "nothing"
                                : "%s points".formatted(three(PERCENT * point.detectable()))));
            }
            table.add(endless ? style.infinity() + " samples" : Amount.of((long) point.samples(), "sample"), "", cells);
        }
        table.print(out);
    }

    private static String title(Pairing pairing) {
        return switch (pairing) {
            case CANDIDATES -> "Same candidates (paired): both choose from them, and they are paid once.";
            case PROBLEMS -> "Same problems (paired), candidates of their own.";
            case NOTHING -> "Other problems for each (unpaired).";
        };
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (analysis.mcNemar().isPresent()) {
            long problems = analysis.mcNemar().getAsLong();
            remarks.add("McNemar's test on the same candidates, one sample a problem, takes %s problems."
                    .formatted(problems == Long.MAX_VALUE ? "no number of" : Amount.whole(problems)));
        }
        if (!analysis.sharesCandidates()) {
            remarks.add(
                    "At least one of them makes candidates step by step, so that an experiment can share problems, not"
                            + " candidates.");
        }
        remarks.add(prices());
        remarks.add(
                "A sample is one go of a strategy at a problem under its budget; each strategy gets as many. The test is"
                        + " Student's t on the problems' mean differences; its power rests on a mean of so many being nearly normal."
                        + " ∞: what no number of samples improves on.");
        return remarks;
    }

    private String prices() {
        PowerDesign design = analysis.designs().get(0);
        if (Double.isNaN(design.usdPerSample())) {
            return "Nothing has a price in this world; --usd-per-sample gives candidates one.";
        }
        String source = question.usdPerCandidate().isPresent()
                ? "%s a candidate".formatted(usd(question.usdPerCandidate().getAsDouble()))
                : "the world's prices";
        OptionalInt cheapest = design.cheapest(question.usdPerProblem());
        String best = cheapest.isEmpty() || analysis.difference() == 0
                ? ""
                : " Cheapest: %s a problem.".formatted(Amount.of(cheapest.getAsInt(), "sample"));
        String problems = question.usdPerProblem() > 0
                ? " and %s a problem".formatted(usd(question.usdPerProblem()))
                : "; problems are free (--usd-per-problem)";
        return "Dollars: %s%s.%s".formatted(source, problems, best);
    }

    private static String problems(double problems, Pairing pairing) {
        return Double.isInfinite(problems) ? NEVER : (pairing == Pairing.NOTHING ? "2 × " : "") + count(problems);
    }

    private static String count(double count) {
        return Double.isInfinite(count) ? NEVER : Amount.budget(count);
    }

    private static String usd(double usd) {
        return Double.isInfinite(usd) ? NEVER : Amount.mean(usd);
    }

    private static String power(double chance) {
        return chance > SURE ? "> 99.9 %" : String.format(Locale.ROOT, "%.1f %%", PERCENT * chance);
    }

    private static String percent(double share) {
        return Plain.of(Math.round(share * 1e3) / 10.0) + " %";
    }

    private static String three(double number) {
        return number == 0 ? "0" : Amount.mean(number);
    }

    private static String points(double share, double error) {
        return error > 0
                ? Figure.of(PERCENT * share, PERCENT * error, 2).value()
                : Figure.exact(PERCENT * share).value();
    }

    private static String signed(double share, double error) {
        Figure figure = error > 0 ? Figure.of(PERCENT * share, PERCENT * error, 3) : Figure.exact(PERCENT * share);
        return (share > 0 ? "+" : "") + figure.value() + (figure.error().isEmpty() ? "" : " ±" + figure.error());
    }

    private void say(String sentence) {
        if (!sentence.isEmpty()) {
            out.append(Paragraph.of("", sentence, 0, style.width()));
        }
    }
}
