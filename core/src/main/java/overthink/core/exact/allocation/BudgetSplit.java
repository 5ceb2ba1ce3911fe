package overthink.core.exact.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The best split of an average budget over groups of problems: maximises Σ w<sub>g</sub>·A<sub>g</sub>(c<sub>g</sub>) under
 * Σ w<sub>g</sub>·c<sub>g</sub> ≤ budget, w<sub>g</sub> the share of problems in group g and A<sub>g</sub> the concave envelope of
 * its curve.
 *
 * <p>Marginal analysis: the pieces of all envelopes are bought by falling value for each unit of cost, until the budget is spent
 * (Fox 1966, Operations Research 14:210; Gross 1956). The pieces of the price at which it ends are bought in part, by the same
 * share in all groups. For concave curves this is the optimum. For others it is the optimum among splits that put shares of like
 * problems at different points, an upper bound to those that do not: a single problem that stands at part of a piece is at one
 * end of it or the other, by chance of that share.
 */
public final class BudgetSplit {

    /** Prices that differ by less, relatively, are the same price. */
    private static final double SAME_PRICE = 1e-12;

    private final List<ConcaveEnvelope> envelopes;
    private final int[] lower;
    private final double[] share;
    private final double value;
    private final double spent;
    private final double price;

    private BudgetSplit(
            List<ConcaveEnvelope> envelopes, int[] lower, double[] share, double value, double spent, double price) {
        this.envelopes = envelopes;
        this.lower = lower;
        this.share = share;
        this.value = value;
        this.spent = spent;
        this.price = price;
    }

    /** A piece of an envelope, from one vertex to the next. */
    private record Piece(int group, int vertex, double slope) {}

    /**
     * The best split.
     *
     * @param weights the share of problems in each group, each above 0
     * @param envelopes of each group's curve
     * @param budget for each problem on average, at least 0
     * @throws IllegalArgumentException when a number is out of range, or there is not one weight for each envelope
     */
    public static BudgetSplit of(double[] weights, List<ConcaveEnvelope> envelopes, double budget) {
        if (weights.length != envelopes.size()) {
            throw new IllegalArgumentException(
                    "there must be a weight for each of %d groups, not %d".formatted(envelopes.size(), weights.length));
        }
        if (!(budget >= 0)) {
            throw new IllegalArgumentException("a budget must be at least 0, not " + budget);
        }
        List<Piece> pieces = new ArrayList<>();
        double value = 0;
        for (int group = 0; group < weights.length; group++) {
            if (!(weights[group] > 0 && weights[group] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a group's weight must be above 0, not " + weights[group]);
            }
            ConcaveEnvelope envelope = envelopes.get(group);
            value += weights[group] * envelope.value(0);
            for (int vertex = 1; vertex < envelope.size(); vertex++) {
                pieces.add(new Piece(group, vertex, envelope.slope(vertex)));
            }
        }
        pieces.sort(Comparator.comparingDouble(Piece::slope)
                .reversed()
                .thenComparingInt(Piece::group)
                .thenComparingInt(Piece::vertex));
        int[] lower = new int[weights.length];
        double[] share = new double[weights.length];
        double spent = 0;
        double price = 0;
        for (int from = 0; from < pieces.size() && spent < budget; ) {
            int to = from;
            double cost = 0;
            while (to < pieces.size()
                    && pieces.get(to).slope() >= pieces.get(from).slope() * (1 - SAME_PRICE)) {
                cost += cost(weights, envelopes, pieces.get(to));
                to++;
            }
            price = pieces.get(from).slope();
            boolean whole = spent + cost <= budget * (1 + SAME_PRICE);
            double part = whole ? 1 : (budget - spent) / cost;
            for (Piece piece : pieces.subList(from, to)) {
                ConcaveEnvelope envelope = envelopes.get(piece.group());
                value += part
                        * weights[piece.group()]
                        * (envelope.value(piece.vertex()) - envelope.value(piece.vertex() - 1));
            }
            if (whole) {
                pieces.subList(from, to).forEach(piece -> lower[piece.group()] = piece.vertex());
                spent += cost;
            } else {
                divide(pieces.subList(from, to), envelopes, part, lower, share);
                spent = budget;
            }
            from = to;
        }
        return new BudgetSplit(List.copyOf(envelopes), lower, share, value, spent, spent < budget ? 0 : price);
    }

    private static double cost(double[] weights, List<ConcaveEnvelope> envelopes, Piece piece) {
        ConcaveEnvelope envelope = envelopes.get(piece.group());
        return weights[piece.group()] * (envelope.cost(piece.vertex()) - envelope.cost(piece.vertex() - 1));
    }

    /** Puts each group so far along its pieces of one price, all of which lie on a line. */
    private static void divide(
            List<Piece> pieces, List<ConcaveEnvelope> envelopes, double part, int[] lower, double[] share) {
        for (int i = 0; i < pieces.size(); ) {
            int group = pieces.get(i).group();
            ConcaveEnvelope envelope = envelopes.get(group);
            int first = pieces.get(i).vertex() - 1;
            int last = first;
            while (i < pieces.size() && pieces.get(i).group() == group) {
                last = pieces.get(i).vertex();
                i++;
            }
            double cost = envelope.cost(first) + part * (envelope.cost(last) - envelope.cost(first));
            int vertex = first;
            while (vertex + 1 < last && envelope.cost(vertex + 1) <= cost) {
                vertex++;
            }
            lower[group] = vertex;
            share[group] = (cost - envelope.cost(vertex)) / (envelope.cost(vertex + 1) - envelope.cost(vertex));
        }
    }

    /** The mean value over all problems. */
    public double value() {
        return value;
    }

    /** What is spent for each problem on average: the budget, or less when no curve rises any more. */
    public double spent() {
        return spent;
    }

    /** The value of one unit of budget more; 0 when no curve rises any more. */
    public double price() {
        return price;
    }

    /** The envelope's vertex at which a group's problems are put, all but {@link #share}. */
    public int vertex(int group) {
        return lower[group];
    }

    /** The share of a group's problems that are put at the next vertex, in [0, 1). */
    public double share(int group) {
        return share[group];
    }

    /** What a group's problems spend on average. */
    public double cost(int group) {
        ConcaveEnvelope envelope = envelopes.get(group);
        double cost = envelope.cost(lower[group]);
        return share[group] == 0 ? cost : cost + share[group] * (envelope.cost(lower[group] + 1) - cost);
    }
}
