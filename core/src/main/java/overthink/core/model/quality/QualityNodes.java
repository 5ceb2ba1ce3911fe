package overthink.core.model.quality;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityWalk;
import overthink.core.random.Gaussian;
import overthink.core.random.Lineage;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/** The nodes of one trial: each a point W of the {@linkplain QualityWalk walk} at its depth, with its number and its cursor. */
final class QualityNodes {

    private static final int FIRST_ROOM = 256;

    private final int dimensions;
    private final int steps;
    /** c² by depth. */
    private final double[] variances;

    private final Lineage lineage = new Lineage();
    private final Site fresh = new Site(Purpose.QUALITY);
    private final Site paths = new Site(Purpose.QUALITY_PATH);

    private int size;
    private long wholes;
    private long roots;
    private boolean grown;

    private int[] parents = new int[FIRST_ROOM];
    private int[] depths = new int[FIRST_ROOM];
    private boolean[] whole = new boolean[FIRST_ROOM];
    private long[] numbers = new long[FIRST_ROOM];
    private long[] cursors = new long[FIRST_ROOM];
    private double[] points;

    QualityNodes(QualityLaw law, QualityPolicy policy) {
        dimensions = law.dimensions();
        steps = policy.steps();
        variances = policy.walk().over(steps);
        for (int t = 0; t <= steps; t++) {
            variances[t] *= variances[t];
        }
        points = new double[FIRST_ROOM * dimensions];
    }

    void turnTo(Origin origin, int problem) {
        lineage.turnTo(origin, problem);
        fresh.turnTo(origin, problem);
        paths.turnTo(origin, problem);
    }

    void begin(long trial) {
        lineage.begin(trial);
        fresh.begin(trial);
        paths.begin(trial);
        size = 0;
        wholes = 0;
        roots = 0;
        grown = false;
    }

    int size() {
        return size;
    }

    int depth(int node) {
        return depths[node];
    }

    int parent(int node) {
        return parents[node];
    }

    long number(int node) {
        return numbers[node];
    }

    /** Whether a node is a candidate that did not grow step by step. */
    boolean whole(int node) {
        return whole[node];
    }

    /** W of a node along a direction. */
    double along(double[] direction, int node) {
        double sum = 0;
        for (int k = 0; k < dimensions; k++) {
            sum += direction[k] * points[node * dimensions + k];
        }
        return sum;
    }

    /** Makes the next whole candidate. */
    void addWhole() {
        reserve();
        add(Session.NONE, steps, true, lineage.whole(wholes++));
        for (int k = 0; k < dimensions; k++) {
            points[size * dimensions + k] = Gaussian.of(fresh.word(numbers[size], k));
        }
        size++;
    }

    /** Makes the next child of a node, or of none. */
    void addStep(int parent) {
        reserve();
        int depth = parent == Session.NONE ? 1 : depths[parent] + 1;
        add(parent, depth, false, next(parent));
        double deviation = StrictMath.sqrt(variances[depth] - variances[depth - 1]);
        for (int k = 0; k < dimensions; k++) {
            double from = parent == Session.NONE ? 0 : points[parent * dimensions + k];
            points[size * dimensions + k] = from + deviation * Gaussian.of(fresh.word(numbers[size], k));
        }
        size++;
    }

    /** Makes the next neighbour of a candidate. */
    void addNeighbour(int candidate, double stride) {
        reserve();
        add(Session.NONE, steps, true, next(candidate));
        double kept = StrictMath.sqrt(1 - stride * stride);
        for (int k = 0; k < dimensions; k++) {
            points[size * dimensions + k] =
                    kept * points[candidate * dimensions + k] + stride * Gaussian.of(fresh.word(numbers[size], k));
        }
        size++;
    }

    private long next(int parent) {
        if (parent == Session.NONE) {
            if (!grown) {
                lineage.grow();
                grown = true;
            }
            return lineage.root(roots++);
        }
        long number = Lineage.child(cursors[parent]);
        cursors[parent] = Lineage.advanced(cursors[parent]);
        return number;
    }

    private void add(int parent, int depth, boolean isWhole, long number) {
        parents[size] = parent;
        depths[size] = depth;
        whole[size] = isWhole;
        numbers[size] = number;
        cursors[size] = Lineage.cursor(number);
    }

    private void reserve() {
        if (size == parents.length) {
            int room = 2 * size;
            parents = Arrays.copyOf(parents, room);
            depths = Arrays.copyOf(depths, room);
            whole = Arrays.copyOf(whole, room);
            numbers = Arrays.copyOf(numbers, room);
            cursors = Arrays.copyOf(cursors, room);
            points = Arrays.copyOf(points, room * dimensions);
        }
    }

    /**
     * Where a whole candidate's walk stood along a direction after each of its first steps: a Gaussian bridge to its end.
     *
     * @param count how many steps
     * @param into receives W by step
     */
    void walk(int candidate, double[] direction, int count, double[] into) {
        Arrays.fill(into, 0, count, 0);
        for (int k = 0; k < dimensions; k++) {
            double end = points[candidate * dimensions + k];
            double at = 0;
            for (int t = 1; t <= count; t++) {
                double left = 1 - variances[t - 1];
                double rise = variances[t] - variances[t - 1];
                double share = left > 0 ? rise / left : 0;
                double deviation = StrictMath.sqrt(Math.max(0, share * (1 - variances[t])));
                double noise = deviation == 0
                        ? 0
                        : deviation * Gaussian.of(paths.word(numbers[candidate], (long) t * dimensions + k));
                at += share * (end - at) + noise;
                into[t - 1] += direction[k] * at;
            }
        }
    }
}
