package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who might be chosen in another world: the choice, the best of each other strategy with its parameters that meets the
 * requirements, or misses them by least ({@value #MOST} strategies at most, the best first), and the choice's strategy under
 * about twice, half, a quarter and so on of its budget, to one part in {@value #LEAST_SHARE}; where there are caps also under the
 * next smaller budget.
 */
final class Finalists {

    private static final int MOST = 6;

    /** Budgets nearer to one another than this factor are hardly another choice. */
    private static final double APART = 1.4;

    private static final int LEAST_SHARE = 64;

    private final Map<Configuration, Entrant> entrants = new LinkedHashMap<>();

    Finalists(PlannedChoice choice, Entrant best, Collection<Entrant> field) {
        View view = choice.view();
        add(best);
        choice.second().map(PlannedChoice.Rival::entrant).ifPresent(this::addOfAnotherStrategy);
        ranked(view, field.stream().filter(entrant -> view.status(entrant, 0) == Status.MET))
                .forEach(this::addOfAnotherStrategy);
        field.stream()
                .filter(entrant -> view.status(entrant, 0) != Status.MET)
                .filter(entrant -> Double.isFinite(view.excess(entrant)))
                .sorted(Comparator.comparingDouble(view::excess))
                .forEachOrdered(this::addOfAnotherStrategy);
        double budget = best.configuration().budget();
        for (double less = budget / 2; less >= budget / LEAST_SHARE; less /= 2) {
            near(best, field, less, less / APART, less * APART).ifPresent(this::add);
        }
        if (!view.requirements().isEmpty()) {
            near(best, field, budget, 0, Math.nextDown(budget)).ifPresent(this::add); // where a cap tightens a little
        }
        near(best, field, budget * 2, budget * APART, Double.POSITIVE_INFINITY).ifPresent(this::add);
    }

    private static List<Entrant> ranked(View view, Stream<Entrant> entrants) {
        return entrants.sorted((one, other) ->
                        Choosing.better(view, one, other) ? -1 : Choosing.better(view, other, one) ? 1 : 0)
                .toList();
    }

    private void add(Entrant entrant) {
        entrants.put(entrant.configuration(), entrant);
    }

    private void addOfAnotherStrategy(Entrant entrant) {
        if (entrants.size() < MOST
                && entrants.keySet().stream().noneMatch(one -> one.sameStrategy(entrant.configuration()))) {
            add(entrant);
        }
    }

    /** The entrant of the same strategy whose budget is nearest to another, strictly between two. */
    private static Optional<Entrant> near(
            Entrant best, Collection<Entrant> field, double budget, double above, double below) {
        Entrant nearest = null;
        for (Entrant entrant : field) {
            double own = entrant.configuration().budget();
            if (entrant.configuration().sameStrategy(best.configuration())
                    && own >= above
                    && own <= below
                    && (nearest == null
                            || Math.abs(own - budget)
                                    < Math.abs(nearest.configuration().budget() - budget))) {
                nearest = entrant;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** All of them, the choice first. */
    List<Entrant> entrants() {
        return new ArrayList<>(entrants.values());
    }

    /** Their configurations. */
    Collection<Configuration> configurations() {
        return entrants.keySet();
    }

    /** The choice. */
    Configuration chosen() {
        return entrants.keySet().iterator().next();
    }

    /** Whether all have exact numbers. */
    boolean exact() {
        return entrants.values().stream().allMatch(Entrant::exact);
    }
}
