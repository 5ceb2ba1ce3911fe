package overthink.core.route;

import org.jspecify.annotations.Nullable;

/**
 * How the numbers of one strategy are found, and what mathematics knows of it beside: limits, and the best of all budgets,
 * are the strategy's, by whatever route its rows are found.
 *
 * @param route to its rows
 * @param law an exact route to the same strategy's numbers; null when there is none
 * @param searchable whether it gives those under any budget in little time, so that the best may be looked for
 */
public record RoutePlan(Route route, Route.@Nullable Exact law, boolean searchable) {

    /** A route beside which nothing is known but what it knows itself. */
    public static RoutePlan of(Route route) {
        return new RoutePlan(route, route instanceof Route.Exact exact ? exact : null, true);
    }
}
