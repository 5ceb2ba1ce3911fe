package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import overthink.core.api.Resource;

/** Budgets between that of a configuration and its neighbours among those looked at. */
final class Refinement {

    /** Budgets are told apart to one part in so many. */
    static final int FINEST = 256;

    private static final int PARTS = 4;

    private Refinement() {}

    /** Budgets that divide both gaps; none when they are fine enough. */
    static List<Configuration> between(Configuration best, Collection<Configuration> known, Resource resource) {
        TreeSet<Double> budgets = new TreeSet<>();
        known.stream().filter(best::sameStrategy).forEach(one -> budgets.add(one.budget()));
        List<Configuration> between = new ArrayList<>();
        for (Double end : new Double[] {budgets.lower(best.budget()), budgets.higher(best.budget())}) {
            if (end == null) {
                continue;
            }
            double from = Math.min(end, best.budget());
            double to = Math.max(end, best.budget());
            if (to - from <= best.budget() / FINEST) {
                continue;
            }
            for (int part = 1; part < PARTS; part++) {
                double budget = Field.Grid.between(resource, from, to, (double) part / PARTS);
                Configuration one = new Configuration(best.strategy(), budget);
                if (!Double.isNaN(budget) && !between.contains(one)) {
                    between.add(one);
                }
            }
        }
        return between;
    }
}
