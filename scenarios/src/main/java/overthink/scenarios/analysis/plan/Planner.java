package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Binning;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.model.DrawnWorld;
import overthink.core.model.RecordedWorld;
import overthink.core.model.SyntheticWorld;
import overthink.scenarios.plugins.StrategyCatalog;

/** Makes plans: looks for the best configuration, and then for what it depends on. */
public final class Planner {

    private final PlanQuestion question;
    private final ParameterGrid grid;
    private final Consumer<String> stage;
    private final Evaluator evaluator;
    private final Map<Configuration, Entrant> field = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private int rounds;
    private double z;
    private boolean cut;

    /**
     * A planner.
     *
     * @param catalog of the strategies that the question names
     * @param execution how configurations are run
     * @param stage hears what is done
     */
    public Planner(PlanQuestion question, StrategyCatalog catalog, Execution execution, Consumer<String> stage) {
        this.question = question;
        grid = new ParameterGrid(catalog);
        this.stage = stage;
        evaluator = new Evaluator(
                question.experiment(), question.objective().utility(), question.quantileCaps(), execution);
    }

    /** Makes the plan. */
    public Plan plan() {
        List<View> views = new ArrayList<>(List.of(question.view()));
        Optional<Requirement.Cap> money = question.moneyCap();
        money.ifPresent(cap -> {
            views.add(question.under(cap.times(0.5)));
            views.add(question.under(cap.times(2)));
        });
        List<String> bins = question.perDifficulty() ? bins() : List.of();
        bins.forEach(bin -> views.add(new View(bin, question.objective(), question.requirements())));
        List<ConfiguredStrategy> strategies = strategies();
        look(strategies, views);
        vary(views);
        Chooser chooser = new Chooser(z);
        PlannedChoice estimate = refined(chooser);
        Aftermath aftermath = new Aftermath(question, evaluator, stage);
        Optional<Finalists> finalists = estimate.chosen().map(entrant -> new Finalists(estimate, entrant, all()));
        Optional<PosteriorShares> posterior = finalists.flatMap(some -> aftermath.posterior(some, trials(some)));
        PlannedChoice choice = posterior
                .flatMap(shares -> shares.best(question.objective().most()))
                .map(best -> chooser.preferring(question.view(), all(), best))
                .orElse(estimate);
        List<Money> purses = money(money, choice, strategies);
        List<PlannedChoice> best = bins.stream()
                .map(bin -> chooser.of(new View(bin, question.objective(), question.requirements()), all()))
                .toList();
        Optional<Finalists> last = choice.chosen().map(entrant -> new Finalists(choice, entrant, all()));
        return new Plan(
                restated(choice),
                new Bindings(chooser, question.view(), all()).of(choice),
                purses,
                best,
                Envelopes.of(question.view(), choice, best),
                last.map(some -> aftermath.flips(some, trials(some))).orElse(List.of()),
                last.flatMap(some -> Stability.of(
                        question.view(), some.entrants(), question.experiment().seed())),
                posterior,
                facts(strategies),
                unknown);
    }

    /** The choice after as many trials as the scenario asks for, as it is when it runs alone. */
    private PlannedChoice restated(PlannedChoice choice) {
        return choice.chosen()
                .filter(entrant -> !entrant.exact() && !evaluator.interrupted())
                .flatMap(entrant -> evaluator.alone(entrant.configuration()))
                .map(choice::with)
                .orElse(choice);
    }

    private List<ConfiguredStrategy> strategies() {
        List<ConfiguredStrategy> strategies =
                new ArrayList<>(question.experiment().strategies());
        for (StrategyProvider provider : question.further()) {
            for (ConfiguredStrategy one : grid.defaults(provider)) {
                add(one, strategies);
            }
        }
        return strategies;
    }

    private static void add(ConfiguredStrategy one, List<ConfiguredStrategy> to) {
        boolean known = to.stream()
                .anyMatch(other ->
                        other.name().equals(one.name()) && other.parameters().equals(one.parameters()));
        if (!known) {
            to.add(one);
        }
    }

    /** Races strategies, beside what has been raced already. */
    private void look(List<ConfiguredStrategy> strategies, List<View> views) {
        Race race = new Race(evaluator, views, stage);
        Field budgets = new Field(evaluator, views, race, stage);
        for (Entrant entrant : budgets.of(strategies)) {
            field.merge(entrant.configuration(), entrant, Planner::better);
        }
        List<Entrant> raced = race.run(all());
        field.clear();
        raced.forEach(entrant -> field.put(entrant.configuration(), entrant));
        rounds = Math.max(rounds, race.rounds());
        z = race.z();
        cut |= budgets.cut();
    }

    /** The one with more trials. */
    private static Entrant better(Entrant one, Entrant other) {
        return one.row().trials() >= other.row().trials() ? one : other;
    }

    /** Varies the parameters of those further strategies that with their defaults may be the best. */
    private void vary(List<View> views) {
        List<ConfiguredStrategy> more = new ArrayList<>();
        Race race = new Race(evaluator, views, stage);
        race.expect(field.size());
        for (StrategyProvider provider : question.further()) {
            boolean left = views.stream()
                    .anyMatch(view -> race.contenders(view, all()).stream()
                            .anyMatch(entrant ->
                                    entrant.configuration().strategy().name().equals(provider.name())));
            if (left && !provider.parameters().isEmpty()) {
                grid.of(provider).stream()
                        .filter(one ->
                                one.lacking(question.experiment().world()).isEmpty())
                        .forEach(one -> add(one, more));
            }
        }
        more.removeIf(one ->
                all().stream().anyMatch(entrant -> entrant.configuration().sameStrategy(new Configuration(one, 0))));
        if (!more.isEmpty() && !evaluator.interrupted()) {
            look(more, views);
        }
    }

    private List<Entrant> all() {
        return List.copyOf(field.values());
    }

    /** The choice, once every budget between its neighbours was looked at, down to one part in {@value Refinement#FINEST}. */
    private PlannedChoice refined(Chooser chooser) {
        PlannedChoice choice = chooser.of(question.view(), all());
        while (choice.chosen().filter(Entrant::exact).isPresent() && !evaluator.interrupted()) {
            Collection<Configuration> between =
                    Refinement.between(choice.chosen().get().configuration(), field.keySet(), resource());
            if (between.isEmpty()) {
                break;
            }
            evaluator.run(between, 1).forEach(entrant -> field.put(entrant.configuration(), entrant));
            choice = chooser.of(question.view(), all());
        }
        return choice;
    }

    private Resource resource() {
        return question.experiment().budgets().resource();
    }

    /** What half and twice the money would give; without a cap, of what the choice costs. */
    private List<Money> money(
            Optional<Requirement.Cap> stated, PlannedChoice choice, List<ConfiguredStrategy> strategies) {
        Optional<Requirement.Cap> cap =
                stated.or(() -> choice.chosen().flatMap(entrant -> Payment.of(question, entrant.row())));
        if (cap.isEmpty()) {
            return List.of();
        }
        List<Double> factors = List.of(0.5, 2.0);
        List<View> views = factors.stream()
                .map(factor -> question.under(cap.get().times(factor)))
                .toList();
        if (stated.isEmpty() && !evaluator.interrupted()) {
            look(strategies, views);
        }
        Chooser chooser = new Chooser(z);
        List<Money> money = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            money.add(new Money(factors.get(i), cap.get().times(factors.get(i)), chooser.of(views.get(i), all())));
        }
        return money;
    }

    private List<String> bins() {
        Experiment experiment = question.experiment();
        DrawnWorld drawn = experiment.world().draw(experiment.seed());
        double[] p = new double[drawn.size()];
        int[] levels = new int[drawn.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = drawn.p(i);
            levels[i] = drawn.level(i);
        }
        return Binning.of(experiment.bins(), p, levels, drawn.levels()).stream()
                .map(Bin::name)
                .filter(name -> !name.equals(Bin.ALL))
                .toList();
    }

    /** Trials on each problem for what is put to the test afterwards: as many as in the first round, or a few times that. */
    private long trials(Finalists finalists) {
        long first = new Race(evaluator, List.of(question.view()), stage).first();
        return Math.min(
                4 * first,
                finalists.entrants().stream()
                        .mapToLong(Entrant::trialsPerProblem)
                        .max()
                        .orElse(first));
    }

    private Plan.RaceFacts facts(List<ConfiguredStrategy> strategies) {
        if (cut) {
            unknown.add("budgets beyond %s candidates were not looked at, although no cap forbids them"
                    .formatted(
                            field.values().stream().allMatch(Entrant::exact) ? Field.MOST_SOLVED : Field.MOST_PLAYED));
        }
        if (evaluator.experiment().world() instanceof RecordedWorld) {
            unknown.add("how far each recorded problem's own share of right candidates is off: candidates beyond those"
                    + " recorded would be others");
        } else if (evaluator.experiment().world() instanceof SyntheticWorld
                && question.posterior().isEmpty()) {
            unknown.add(
                    "whether the declared laws are those of your problems: fit makes a world of a recording, with draws"
                            + " of its parameters");
        }
        long different =
                field.keySet().stream().map(Configuration::name).distinct().count();
        return new Plan.RaceFacts(
                field.size(),
                (int) Math.max(different, strategies.size()),
                (int) field.values().stream().filter(Entrant::exact).count(),
                field.values().stream().allMatch(Entrant::exact) ? 0 : rounds,
                z,
                Race.ALARM,
                evaluator.stopped());
    }
}
