package overthink.scenarios.analysis.plan;

/** Which of two is chosen. */
final class Choosing {

    private Choosing() {}

    /**
     * Whether one comes before another: by the figure, and where arithmetic cannot tell them apart by what they cost: dollars
     * first, then generations, then the budget.
     */
    static boolean better(View view, Entrant one, Entrant other) {
        double difference = view.merit(one) - view.merit(other);
        double doubt = view.objective().tolerance(one.row(view.bin()))
                + view.objective().tolerance(other.row(view.bin()));
        boolean exact = one.exact() && other.exact();
        if (exact ? Math.abs(difference) > doubt : difference != 0) {
            return difference > 0;
        }
        return cheaper(view, one, other);
    }

    /** Whether one costs less than another. */
    static boolean cheaper(View view, Entrant one, Entrant other) {
        double[][] costs = {costs(view, one), costs(view, other)};
        for (int i = 0; i < costs[0].length; i++) {
            double doubt = Requirement.ROUNDING * Math.max(costs[0][i], costs[1][i]);
            if (Math.abs(costs[0][i] - costs[1][i]) > doubt) {
                return costs[0][i] < costs[1][i];
            }
        }
        return false;
    }

    private static double[] costs(View view, Entrant entrant) {
        var cost = entrant.row(view.bin()).cost();
        return new double[] {
            cost.usd(),
            cost.generations(),
            cost.tokens(),
            cost.verifierCalls(),
            entrant.configuration().budget()
        };
    }
}
