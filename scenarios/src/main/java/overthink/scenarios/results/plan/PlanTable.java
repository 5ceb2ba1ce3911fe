package overthink.scenarios.results.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Row;
import overthink.core.world.Gathering;
import overthink.scenarios.analysis.allocation.AllocationRow;
import overthink.scenarios.analysis.allocation.Candidate;
import overthink.scenarios.analysis.plan.Binding;
import overthink.scenarios.analysis.plan.Configuration;
import overthink.scenarios.analysis.plan.Entrant;
import overthink.scenarios.analysis.plan.Flip;
import overthink.scenarios.analysis.plan.Money;
import overthink.scenarios.analysis.plan.Objective;
import overthink.scenarios.analysis.plan.Plan;
import overthink.scenarios.analysis.plan.PlanQuestion;
import overthink.scenarios.analysis.plan.PlannedChoice;
import overthink.scenarios.analysis.plan.PosteriorShares;
import overthink.scenarios.analysis.plan.Requirement;
import overthink.scenarios.analysis.plan.Stability;
import overthink.scenarios.results.table.Paragraph;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;
import overthink.scenarios.text.Plain;

/** Sets a plan for people: what to do first, then how sure that is and what would change it. */
public final class PlanTable {

    private static final int INDENT = 14;
    private static final int WIDEST = 100;
    private static final double SEEN = 0.005;

    private final PlanDocument document;
    private final Plan plan;
    private final Objective objective;
    private final PlanWords words;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    /**
     * A page.
     *
     * @param width of a line in characters
     */
    public PlanTable(PlanDocument document, int width) {
        this.document = document;
        plan = document.plan();
        objective = document.question().objective();
        words = new PlanWords(document.question().experiment().budgets().resource());
        this.width = Math.max(40, Math.min(width, WIDEST));
    }

    /** The page, each line ended by a line feed. */
    public String text() {
        out.setLength(0);
        head();
        if (plan.choice().chosen().isPresent()) {
            chosen(plan.choice().chosen().get());
        } else {
            nothing();
        }
        plan.money().forEach(this::money);
        bins();
        allocation();
        flips();
        sure();
        rests();
        return out.toString();
    }

    private void part(String label, String text) {
        String padded = label + " ".repeat(Math.max(1, INDENT - label.length()));
        out.append(Paragraph.of(padded, text, INDENT, width));
    }

    private void sentence(String text) {
        out.append(Paragraph.of("", text, 2, width));
    }

    private void head() {
        PlanQuestion question = document.question();
        String caps = PlanWords.requirements(question.requirements());
        sentence("%s (seed %d): %s%s"
                .formatted(
                        document.manifest().scenario(),
                        document.manifest().seed(),
                        PlanWords.superlative(objective),
                        !caps.isEmpty()
                                ? " under " + caps
                                : objective.equals(Objective.ACCURACY)
                                        ? " of the budgets listed, as no cap is given"
                                        : ", whatever it costs"));
        objective
                .utility()
                .ifPresent(utility -> sentence("utility: %s for a right answer, %s for a wrong one, %s for none%s"
                        .formatted(
                                Plain.of(utility.correct()),
                                Plain.of(utility.wrong()),
                                Plain.of(utility.abstained()),
                                utility.priced() ? ", less what is paid for" : "")));
        sentence("looked at: %s of %s on %s, %s"
                .formatted(
                        Amount.of(plan.race().configurations(), "configuration"),
                        plan.race().strategies() == 1
                                ? "1 strategy"
                                : plan.race().strategies() + " strategies and parameters",
                        population()
                                ? "the population"
                                : Amount.of(question.experiment().world().size(), "problem"),
                        plan.race().exact() == plan.race().configurations()
                                ? "all exact"
                                : "%d exact, the others played"
                                        .formatted(plan.race().exact())));
        out.append('\n');
    }

    private void chosen(Entrant best) {
        PlannedChoice choice = plan.choice();
        Row row = best.row();
        part("do", words.name(best.configuration()));
        part("", "%s; %s".formatted(figures(best), PlanWords.method(row, population())));
        String costs = PlanWords.costs(row.cost());
        if (!costs.isEmpty()) {
            part("", "costs " + costs + " a problem");
        }
        choice.second().ifPresent(rival -> part("next best", rival(rival)));
        part(
                "within error",
                choice.cheapest()
                        .map(rival -> "%s cannot be told from it%s; the cheapest is %s (%s; %s)"
                                .formatted(
                                        Amount.of(choice.alike(), "other"),
                                        kind(),
                                        words.name(rival.entrant().configuration()),
                                        words.plainFigure(
                                                objective,
                                                rival.entrant(),
                                                choice.view().bin()),
                                        PlanWords.costs(rival.entrant().row().cost())))
                        .orElse(
                                choice.alike() == 0
                                        ? "nothing else is as good"
                                        : "%s cannot be told from it%s; none costs less"
                                                .formatted(Amount.of(choice.alike(), "other"), kind())));
        for (Entrant open : choice.undecided().stream().limit(1).toList()) {
            part(
                    "undecided",
                    "%s (%s) may be better: whether it meets %s the trials do not tell"
                            .formatted(
                                    words.name(open.configuration()),
                                    words.plainFigure(
                                            objective, open, choice.view().bin()),
                                    PlanWords.requirements(choice.view().requirements())));
        }
        plan.bindings().forEach(this::binding);
    }

    private String kind() {
        return population() ? "" : " among problems of this kind";
    }

    /** Whether the problems are the population itself. */
    private boolean population() {
        return plan.choice()
                .chosen()
                .filter(entrant -> entrant.sample(plan.choice().view().bin()).gathering() == Gathering.POPULATION)
                .isPresent();
    }

    /** The objective, and the accuracy where that is another thing. */
    private String figures(Entrant best) {
        String bin = plan.choice().view().bin();
        List<String> figures = new ArrayList<>(List.of(words.figure(objective, best, bin)));
        if (!objective.equals(Objective.ACCURACY)) {
            figures.add(words.figure(Objective.ACCURACY, best, bin));
        }
        if (best.row().abstained() > 0) {
            figures.add("no answer %s %%"
                    .formatted(Plain.of(Math.rint(1000 * best.row().abstained()) / 10)));
        }
        return String.join(", ", figures);
    }

    private String rival(PlannedChoice.Rival rival) {
        String less = objective.most() ? "less" : "more";
        String here = PlanWords.difference(
                objective, rival.lead().difference(), rival.lead().stdError());
        boolean exact =
                rival.entrant().exact() && plan.choice().chosen().orElseThrow().exact();
        double beyond = rival.lead().populationStdError();
        String verdict = rival.apartBeyond()
                ? "told apart"
                : rival.apartHere()
                        ? "told apart on these problems, not among others of their kind"
                        : "the two cannot be told apart";
        return "%s: %s %s%s%s: %s"
                .formatted(
                        words.name(rival.entrant().configuration()),
                        exact ? PlanWords.difference(objective, rival.lead().difference(), 0) : here,
                        less,
                        exact && !population() ? " on these problems" : "",
                        population() || Double.isNaN(beyond)
                                ? ""
                                : " (±%s among others of their kind)".formatted(error(beyond)),
                        verdict);
    }

    private String error(double error) {
        double times = objective.equals(Objective.ACCURACY) ? 100 : 1;
        return error > 0 ? Figure.of(0, Estimate.Z95 * times * error, 5).error() : "0";
    }

    private void binding(Binding binding) {
        String value = binding.requirement() instanceof Requirement.Cap cap
                ? PlanWords.amount(cap.resource(), binding.value())
                : "accuracy " + Plain.of(Math.rint(1e4 * binding.value()) / 1e4);
        part(
                binding.binds() ? "binding" : "not binding",
                "%s: %s%s"
                        .formatted(
                                binding.requirement().option(),
                                value,
                                binding.without()
                                        .filter(entrant -> binding.requirement() instanceof Requirement.Cap)
                                        .map(entrant -> ", without it %s would give %s"
                                                .formatted(
                                                        words.name(entrant.configuration()),
                                                        words.plainFigure(
                                                                objective,
                                                                entrant,
                                                                plan.choice()
                                                                        .view()
                                                                        .bin())))
                                        .orElse("")));
    }

    private void nothing() {
        part("nothing", "meets " + PlanWords.requirements(plan.choice().view().requirements()));
        plan.choice().nearest().ifPresent(miss -> part("nearest", miss(miss)));
    }

    private String miss(PlannedChoice.Miss miss) {
        Row row = miss.entrant().row(plan.choice().view().bin());
        double value = miss.missed().value(row);
        String what = miss.missed() instanceof Requirement.Cap cap
                ? Double.isNaN(value)
                        ? "its %s of %s is not known"
                                .formatted(cap.rank().label(), cap.resource().label())
                        : "%s, %s".formatted(PlanWords.amount(cap.resource(), value), tooMuch(miss.excess()))
                : "accuracy %s, %s short of %s"
                        .formatted(
                                Plain.of(Math.rint(1e4 * value) / 1e4),
                                Plain.of(Math.rint(1e4 * (miss.missed().limit() - value)) / 1e4),
                                Plain.of(miss.missed().limit()));
        String name = words.name(miss.entrant().configuration());
        return miss.doubtful() && !(miss.excess() > 0)
                ? "%s may meet %s, but the trials do not show that it does"
                        .formatted(name, miss.missed().option())
                : "%s misses %s by least: %s%s"
                        .formatted(
                                name,
                                miss.missed().option(),
                                what,
                                miss.doubtful() ? "; it may meet it, but the trials do not show that it does" : "");
    }

    private static String tooMuch(double excess) {
        return excess > 1
                ? "%s times as much".formatted(Plain.of(rounded(1 + excess)))
                : "%s %% too much".formatted(Plain.of(rounded(100 * excess)));
    }

    private void money(Money money) {
        PlannedChoice choice = money.choice();
        Objective asked = choice.view().objective();
        part(
                money.factor() < 1 ? "for half" : "for twice",
                "%s: %s"
                        .formatted(
                                PlanWords.amount(
                                        money.cap().resource(), money.cap().limit()),
                                choice.chosen()
                                        .map(entrant -> "%s, %s"
                                                .formatted(
                                                        words.name(entrant.configuration()),
                                                        words.plainFigure(
                                                                asked,
                                                                entrant,
                                                                choice.view().bin())))
                                        .orElse("nothing meets it")));
    }

    private void bins() {
        if (plan.bins().isEmpty()) {
            return;
        }
        out.append("\nBy difficulty\n");
        for (PlannedChoice bin : plan.bins()) {
            part(
                    bin.view().bin(),
                    bin.chosen()
                            .map(entrant -> binned(entrant, bin.view().bin()))
                            .orElse("nothing meets the caps here"));
        }
        plan.envelope()
                .ifPresent(envelope -> part(
                        "together",
                        "%s more than the one choice for all%s, did one know the bin of each problem"
                                .formatted(
                                        PlanWords.difference(objective, envelope.gain(), envelope.stdError()),
                                        population()
                                                ? ""
                                                : " (±%s among others of their kind)"
                                                        .formatted(error(envelope.populationStdError())))));
    }

    private String binned(Entrant entrant, String bin) {
        Row row = entrant.row(bin);
        return "%s, %s (%s%s)"
                .formatted(
                        words.name(entrant.configuration()),
                        words.plainFigure(objective, entrant, bin),
                        population() ? "" : Amount.of(row.problems(), "problem") + "; ",
                        PlanWords.costs(row.cost()));
    }

    private void allocation() {
        if (document.allocation().isEmpty()) {
            return;
        }
        out.append("\nThe same budget split over the problems\n");
        for (AllocationRow row : document.allocation()) {
            String beyond = row.populationStdError() > 0
                    ? " (±%s among others of their kind)"
                            .formatted(Figure.of(0, 100 * Estimate.Z95 * row.populationStdError(), 2)
                                    .error())
                    : "";
            part(
                    "r " + Plain.of(row.correlation()),
                    "%s more accurate%s with %s"
                            .formatted(
                                    PlanWords.difference(Objective.ACCURACY, row.gain(), row.stdError()),
                                    beyond,
                                    row.candidate().kind() == Candidate.Kind.ANY
                                            ? "the " + row.candidate().strategy()
                                            : row.candidate().strategy()));
        }
        sentence("r is how well difficulty is known beforehand: nothing at 0, each problem's own curve at 1");
    }

    private void flips() {
        if (plan.flips().isEmpty()) {
            return;
        }
        out.append("\nWhat would change the choice\n");
        List<String> axes = plan.flips().stream().map(Flip::axis).distinct().toList();
        for (String axis : axes) {
            List<Flip> both = plan.flips().stream()
                    .filter(flip -> flip.axis().equals(axis))
                    .toList();
            Flip first = both.get(0);
            String now = first.times() ? "" : ", now " + Plain.of(rounded(first.present()));
            out.append(Paragraph.of(
                    "  ",
                    axis + now + ": " + both.stream().map(this::flip).collect(Collectors.joining("; ")),
                    4,
                    width));
        }
    }

    private String flip(Flip flip) {
        String way = flip.up() ? "up" : "down";
        return flip.bracket()
                .map(bracket -> "%s %s%s"
                        .formatted(
                                way,
                                bracket(flip, bracket),
                                flip.farther()
                                        .map(farther -> ", " + bracket(flip, farther))
                                        .orElse("")))
                .orElseGet(() -> "%s to %s nothing".formatted(way, value(flip, flip.end())));
    }

    private static String bracket(Flip flip, Flip.Bracket bracket) {
        String from = value(flip, bracket.same());
        String to = value(flip, bracket.other());
        return "%s %s%s"
                .formatted(
                        from.equals(to) ? "at " + to : "between %s and %s".formatted(from, to),
                        bracket.instead().map(Configuration::toString).orElse("nothing is left"),
                        bracket.barred()
                                .map(requirement -> " (the choice misses %s)".formatted(requirement.option()))
                                .orElse(""));
    }

    private static String value(Flip flip, double value) {
        return (flip.times() ? "×" : "") + Plain.of(rounded(value));
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
    }

    private void sure() {
        Optional<Stability> stability = plan.stability();
        Optional<PosteriorShares> posterior = plan.posterior();
        if (stability.isEmpty() && posterior.isEmpty()) {
            return;
        }
        out.append("\nHow sure the choice is\n");
        stability.ifPresent(some -> out.append(Paragraph.of(
                "  ",
                "the same in %s of %s draws of as many problems from these%s"
                        .formatted(
                                percent(some.shares().get(0).share()),
                                Amount.whole(some.draws()),
                                others(some.shares().stream()
                                        .skip(1)
                                        .filter(share -> share.share() >= SEEN)
                                        .map(share ->
                                                "%s in %s".formatted(share.configuration(), percent(share.share())))
                                        .toList())),
                4,
                width)));
        posterior.ifPresent(some -> out.append(Paragraph.of(
                "  ",
                "best in %s of %d worlds whose parameters are drawn from their posterior%s%s. Not varied: %s"
                        .formatted(
                                percent(share(some)),
                                some.draws(),
                                others(some.shares().stream()
                                        .filter(part -> !chosen(part) && part.share() >= SEEN)
                                        .map(part -> "%s in %s".formatted(part.configuration(), percent(part.share())))
                                        .toList()),
                                estimate(),
                                String.join("; ", some.fixed())),
                4,
                width)));
    }

    private boolean chosen(PosteriorShares.Part part) {
        return plan.choice()
                .chosen()
                .filter(entrant -> entrant.configuration().equals(part.configuration()))
                .isPresent();
    }

    private String estimate() {
        return plan.choice().second().stream().map(PlannedChoice.Rival::lead).anyMatch(lead -> lead.difference() < 0)
                ? ". At the estimates another is better; the choice is the best on average over these worlds"
                : "";
    }

    private double share(PosteriorShares shares) {
        return shares.shares().stream()
                .filter(this::chosen)
                .mapToDouble(PosteriorShares.Part::share)
                .sum();
    }

    private static String others(List<String> others) {
        return others.isEmpty() ? "" : "; " + String.join(", ", others);
    }

    private static String percent(double share) {
        return Plain.of(Math.rint(1000 * share) / 10) + " %";
    }

    private void rests() {
        out.append('\n');
        if (!population()) {
            sentence("± is the 95 % half-width: over these problems, or where it says so over others of their kind.");
        }
        if (plan.race().rounds() > 0) {
            sentence(
                    "Played configurations were raced on the same candidates, %s, and left when worse by %s standard errors: the chance that the best one left is at most %s, Bonferroni over all comparisons."
                            .formatted(
                                    Amount.of(plan.race().rounds(), "round"),
                                    Figure.of(plan.race().z(), 0.01).value(),
                                    percent(plan.race().alarm())));
        }
        plan.race().stopped().forEach(stopped -> sentence("Left out: " + stopped + "."));
        if (!plan.unknown().isEmpty()) {
            sentence("Not known: " + String.join("; ", plan.unknown()) + ".");
        }
    }
}
