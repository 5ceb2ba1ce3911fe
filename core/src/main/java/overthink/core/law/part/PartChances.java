package overthink.core.law.part;

import java.util.Arrays;

/**
 * How many parts of one answer are right. A part is right with one chance where all that it waits for are right, and with another
 * where they are not.
 *
 * <p>Over a forest it is a recursion from the leaves: of the parts below one and itself, how many are right, and whether it is. Over
 * other graphs all 2<sup>m</sup> outcomes are gone through.
 */
public final class PartChances {

    /** The most parts of a graph that is no forest. */
    public static final int MOST_ENUMERATED = 16;

    private PartChances() {}

    /** Whether the chances are known of a graph. */
    public static boolean known(PartGraph graph) {
        return graph.forest() || graph.count() <= MOST_ENUMERATED;
    }

    /**
     * The law of the number of right parts.
     *
     * @param sound by part, the chance that it is right where all that it waits for are
     * @param flawed by part, likewise where one of them is not
     * @return by number
     * @throws IllegalArgumentException when the graph is too large and no forest
     */
    public static double[] right(PartGraph graph, double[] sound, double[] flawed) {
        if (graph.forest()) {
            return overForest(graph, sound, flawed);
        }
        if (!known(graph)) {
            throw new IllegalArgumentException("the chances of %d parts that several wait for are not known; at most %d"
                    .formatted(graph.count(), MOST_ENUMERATED));
        }
        double[] law = new double[graph.count() + 1];
        enumerate(graph, sound, flawed, 0, 0, 1, law);
        return law;
    }

    private static void enumerate(
            PartGraph graph, double[] sound, double[] flawed, int part, long rights, double chance, double[] law) {
        if (chance == 0) {
            return;
        }
        if (part == graph.count()) {
            law[Long.bitCount(rights)] += chance;
            return;
        }
        double p = sees(graph, part, rights) ? sound[part] : flawed[part];
        enumerate(graph, sound, flawed, part + 1, rights | 1L << part, chance * p, law);
        enumerate(graph, sound, flawed, part + 1, rights, chance * (1 - p), law);
    }

    /** Whether all that a part waits for are among those that are right. */
    public static boolean sees(PartGraph graph, int part, long rights) {
        for (int i = 0; i < graph.waits(part); i++) {
            if ((rights >>> graph.before(part, i) & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    private static double[] overForest(PartGraph graph, double[] sound, double[] flawed) {
        int count = graph.count();
        // by part: chances by number right below and with it, where it is right and where it is not
        double[][] right = new double[count][];
        double[][] wrong = new double[count][];
        boolean[] awaited = new boolean[count];
        for (int part = 0; part < count; part++) {
            double[] all = {1};
            double[] any = {1};
            for (int i = 0; i < graph.waits(part); i++) {
                int below = graph.before(part, i);
                awaited[below] = true;
                all = product(all, right[below]);
                any = product(any, sum(right[below], wrong[below]));
            }
            double[] ofRight = new double[any.length + 1];
            double[] ofWrong = new double[any.length + 1];
            for (int k = 0; k < any.length; k++) {
                double seen = k < all.length ? all[k] : 0;
                double unseen = any[k] - seen;
                ofRight[k + 1] += seen * sound[part] + unseen * flawed[part];
                ofWrong[k] += seen * (1 - sound[part]) + unseen * (1 - flawed[part]);
            }
            right[part] = ofRight;
            wrong[part] = ofWrong;
        }
        double[] law = {1};
        for (int part = 0; part < count; part++) {
            if (!awaited[part]) {
                law = product(law, sum(right[part], wrong[part]));
            }
        }
        return Arrays.copyOf(law, count + 1);
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int k = 0; k < other.length; k++) {
            sum[k] += other[k];
        }
        return sum;
    }

    private static double[] product(double[] one, double[] other) {
        double[] product = new double[one.length + other.length - 1];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                product[i + j] += one[i] * other[j];
            }
        }
        return product;
    }
}
