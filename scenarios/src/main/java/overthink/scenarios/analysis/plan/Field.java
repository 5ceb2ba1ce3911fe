package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import overthink.core.api.Resource;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;

/**
 * The configurations that race: each strategy under the scenario's budgets, under twice the largest and twice that until a cap
 * of every question is broken, nothing more is spent or more does not help, and under a budget between the last that meets a
 * cap and the first that does not, by interpolation (exact curves: bisection).
 *
 * <p>Strategies that are played are not given more than {@value #MOST_PLAYED} candidates, those that are solved not more than
 * {@value #MOST_SOLVED}, beyond the scenario's own budgets.
 */
final class Field {

    static final long MOST_PLAYED = 1024;
    static final long MOST_SOLVED = 1 << 16;

    /** Spending that grows by less when the budget doubles has come to its end. */
    private static final double GROWTH = 1.001;

    /** The share of the way to a cap that interpolation goes, of what is played: chance must not break the cap. */
    private static final double CARE = 0.98;

    private static final int BISECTIONS = 40;

    private final Evaluator evaluator;
    private final List<View> views;
    private final Race race;
    private final Consumer<String> stage;
    private final Resource resource;
    private boolean cut;

    Field(Evaluator evaluator, List<View> views, Race race, Consumer<String> stage) {
        this.evaluator = evaluator;
        this.views = List.copyOf(views);
        this.race = race;
        this.stage = stage;
        resource = evaluator.experiment().budgets().resource();
    }

    /** Whether some strategy came to the end of the budgets before a cap was broken, and more might have helped. */
    boolean cut() {
        return cut;
    }

    /** What is known of every strategy after the trials of the first round. */
    List<Entrant> of(Collection<ConfiguredStrategy> strategies) {
        race.expect(strategies.size() * evaluator.experiment().budgets().size());
        List<Configuration> listed = new ArrayList<>();
        for (ConfiguredStrategy strategy : strategies) {
            for (double budget : evaluator.experiment().budgets().values()) {
                listed.add(new Configuration(strategy, budget));
            }
        }
        stage.accept("%d configurations".formatted(listed.size()));
        Map<Integer, NavigableMap<Double, Entrant>> curves = new LinkedHashMap<>();
        List<ConfiguredStrategy> ordered = List.copyOf(strategies);
        put(evaluator.run(listed, race.first()), ordered, curves);
        List<Configuration> more = extensions(curves);
        for (; !more.isEmpty() && !evaluator.interrupted(); more = extensions(curves)) {
            stage.accept("%d more budgets".formatted(more.size()));
            put(evaluator.run(more, race.first()), ordered, curves);
        }
        for (int i = 0; i < BISECTIONS && !evaluator.interrupted(); i++) {
            List<Configuration> between = edges(curves, i > 0);
            if (between.isEmpty()) {
                break;
            }
            put(evaluator.run(between, race.first()), ordered, curves);
        }
        return curves.values().stream()
                .flatMap(curve -> curve.values().stream())
                .toList();
    }

    private static void put(
            List<Entrant> entrants,
            List<ConfiguredStrategy> ordered,
            Map<Integer, NavigableMap<Double, Entrant>> curves) {
        for (Entrant entrant : entrants) {
            int at = 0;
            while (!entrant.configuration().sameStrategy(new Configuration(ordered.get(at), 0))) {
                at++;
            }
            curves.computeIfAbsent(at, some -> new TreeMap<>())
                    .put(entrant.configuration().budget(), entrant);
        }
    }

    private List<Configuration> extensions(Map<Integer, NavigableMap<Double, Entrant>> curves) {
        List<Configuration> more = new ArrayList<>();
        for (NavigableMap<Double, Entrant> curve : curves.values()) {
            if (!promising(curve)) {
                continue;
            }
            Entrant last = curve.lastEntry().getValue();
            Configuration next = new Configuration(
                    last.configuration().strategy(), 2 * last.configuration().budget());
            double candidates = candidates(last.row()) * 2;
            if (!evaluator.possible(next, evaluator.experiment().method())) {
                continue; // a recorded problem has so many candidates, say
            }
            if (candidates > (last.exact() ? MOST_SOLVED : MOST_PLAYED)) {
                cut = true;
            } else {
                more.add(next);
            }
        }
        return more;
    }

    /** How many whole candidates a budget pays for, as far as can be told. */
    private double candidates(Row row) {
        return switch (resource) {
            case GENERATIONS -> row.budget();
            case STEPS -> row.budget() / evaluator.experiment().world().fewestSteps();
            default -> row.cost().generations();
        };
    }

    /** Whether a larger budget could be chosen for some question: it may meet the requirements, is spent, and may help. */
    private boolean promising(NavigableMap<Double, Entrant> curve) {
        Entrant last = curve.lastEntry().getValue();
        Map.Entry<Double, Entrant> before = curve.lowerEntry(curve.lastKey());
        if (before != null && !spends(before.getValue().row(), last.row())) {
            return false;
        }
        return views.stream().anyMatch(view -> promising(view, curve));
    }

    private boolean promising(View view, NavigableMap<Double, Entrant> curve) {
        Entrant last = curve.lastEntry().getValue();
        boolean capped = false;
        boolean sought = false;
        for (Requirement requirement : view.requirements()) {
            Status status = requirement.status(last.row(view.bin()), race.z());
            if (requirement instanceof Requirement.Target) {
                sought |= status != Status.MET;
            } else if (status != Status.MET) {
                return false;
            } else {
                capped = true;
            }
        }
        if (view.objective().most() && !capped && view.objective().utility().isEmpty()) {
            return false; // as accurate as can be without a cap: what is listed is the most
        }
        if (!view.objective().most() && !sought) {
            return false; // more is never cheaper
        }
        return !falls(view, curve);
    }

    /** Whether the last two points are below an earlier one beyond the doubt of chance: the peak lies behind. */
    private boolean falls(View view, NavigableMap<Double, Entrant> curve) {
        if (curve.size() < 3) {
            return false;
        }
        Objective objective = view.objective().most() ? view.objective() : Objective.ACCURACY;
        View figure = new View(view.bin(), objective, List.of());
        Entrant last = curve.lastEntry().getValue();
        Entrant before = curve.lowerEntry(curve.lastKey()).getValue();
        return curve.headMap(before.configuration().budget(), false).values().stream()
                .anyMatch(earlier -> above(figure, earlier, last) && above(figure, earlier, before));
    }

    /** Whether one's figure is more than another's, beyond the doubt of chance. */
    private boolean above(View view, Entrant one, Entrant other) {
        double doubt = one.exact()
                ? view.objective().tolerance(one.row(view.bin()))
                : race.z() * view.objective().lead(one, other, view.bin()).stdError();
        return view.merit(one) - view.merit(other) > doubt;
    }

    private static boolean spends(Row before, Row last) {
        for (Resource one : Resource.values()) {
            if (last.cost().of(one) > before.cost().of(one) * GROWTH) {
                return true;
            }
        }
        return false;
    }

    /** Budgets between the last that meets the caps of a question and the first that does not. */
    private List<Configuration> edges(Map<Integer, NavigableMap<Double, Entrant>> curves, boolean exactOnly) {
        List<Configuration> between = new ArrayList<>();
        for (NavigableMap<Double, Entrant> curve : curves.values()) {
            for (View view : views) {
                double budget = edge(view, curve, exactOnly);
                if (!Double.isNaN(budget) && !curve.containsKey(budget)) {
                    Configuration one = new Configuration(
                            curve.firstEntry().getValue().configuration().strategy(), budget);
                    if (!between.contains(one)) {
                        between.add(one);
                    }
                }
            }
        }
        return between;
    }

    private double edge(View view, NavigableMap<Double, Entrant> curve, boolean exactOnly) {
        Map.Entry<Double, Entrant> inside = null;
        for (Map.Entry<Double, Entrant> point : curve.entrySet()) {
            if (overspent(view, point.getValue()) > 0) {
                if (inside == null || (exactOnly && !point.getValue().exact())) {
                    return Double.NaN;
                }
                double from = inside.getKey();
                double to = point.getKey();
                if (point.getValue().exact()) {
                    return Grid.between(resource, from, to, 0.5);
                }
                double low = overspent(view, inside.getValue());
                double high = overspent(view, point.getValue());
                return Grid.between(resource, from, to, CARE * -low / (high - low));
            }
            inside = point;
        }
        return Double.NaN;
    }

    /** The largest share by which an entrant goes beyond a cap; below 0 when it keeps all, and where there is none. */
    private static double overspent(View view, Entrant entrant) {
        return view.requirements().stream()
                .filter(Requirement.Cap.class::isInstance)
                .mapToDouble(cap -> cap.excess(entrant.row(view.bin())) - Requirement.ROUNDING)
                .filter(Double::isFinite)
                .max()
                .orElse(-1);
    }

    /** Points of a scale of budgets. */
    static final class Grid {

        private Grid() {}

        /** A budget a share of the way from one to another, strictly between them; {@code NaN} when there is none. */
        static double between(Resource resource, double from, double to, double share) {
            boolean whole = resource != Resource.LATENCY && resource != Resource.USD;
            double budget = from + (to - from) * share;
            if (whole) {
                budget = Math.floor(budget);
                return budget > from && budget < to ? budget : Double.NaN;
            }
            return to / from < 1.01 ? Double.NaN : Budgets.range(resource).contains(budget) ? budget : Double.NaN;
        }
    }
}
