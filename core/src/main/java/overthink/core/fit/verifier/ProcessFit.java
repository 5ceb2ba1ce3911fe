package overthink.core.fit.verifier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import overthink.core.random.NormalQuantile;

/**
 * The process verifier of a fitted world. For each depth t the area under the ROC curve, over all pairs of a sound and a flawed
 * node of that depth, gives d<sub>t</sub> = √2·Φ⁻¹(min(AUC, 1 − 1/(2·n₊·n₋))), n₊ sound and n₋ flawed nodes: an area of 1
 * says only that d is large, and how large hangs on how many were compared. Persistence φ is the correlation of one node's
 * noise with the next one's along a path: of normal scores by depth, less the mean of nodes of the same problem, depth and
 * soundness; below 0 it is 0. Where no two nodes share all three the mean is that of the depth and soundness, and φ holds
 * what is the problem's, too. Immutable.
 */
public final class ProcessFit {

    private final int[] depths;
    private final int[] sound;
    private final int[] flawed;
    private final Fitted[] auc;
    private final Fitted[] d;
    private final Fitted persistence;
    private final boolean withinProblems;

    private ProcessFit(Builder nodes) {
        depths = Arrays.stream(nodes.depth, 0, nodes.size).sorted().distinct().toArray();
        sound = new int[depths.length];
        flawed = new int[depths.length];
        auc = new Fitted[depths.length];
        d = new Fitted[depths.length];
        double[] normal = new double[nodes.size];
        for (int t = 0; t < depths.length; t++) {
            int depth = depths[t];
            int[] level = IntStream.range(0, nodes.size)
                    .filter(i -> nodes.depth[i] == depth)
                    .toArray();
            for (int node : level) {
                sound[t] += nodes.sound[node] ? 1 : 0;
            }
            flawed[t] = level.length - sound[t];
            double most = 1 - 0.5 / ((double) sound[t] * flawed[t]);
            auc[t] = jackknife(nodes, level, area -> area);
            d[t] = jackknife(
                    nodes,
                    level,
                    area -> StrictMath.sqrt(2) * NormalQuantile.of(Math.max(1 - most, Math.min(most, area))));
            double[] scores = NormalScores.of(
                    Arrays.stream(level).mapToDouble(i -> nodes.score[i]).toArray());
            for (int i = 0; i < level.length; i++) {
                normal[level[i]] = scores[i];
            }
        }
        Fitted within = persistence(nodes, normal, true);
        withinProblems = within.isKnown();
        persistence = withinProblems ? within : persistence(nodes, normal, false);
    }

    /** A function of the area with its error over problems, by a delete-a-group jackknife. */
    private static Fitted jackknife(Builder nodes, int[] level, DoubleUnaryOperator function) {
        int groups = 10;
        double all = area(nodes, level, groups, -1);
        if (Double.isNaN(all)) {
            return Fitted.UNKNOWN;
        }
        double sum = 0;
        double squares = 0;
        int told = 0;
        for (int g = 0; g < groups; g++) {
            double area = area(nodes, level, groups, g);
            if (!Double.isNaN(area)) {
                double one = function.applyAsDouble(area) - function.applyAsDouble(all);
                sum += one;
                squares += one * one;
                told++;
            }
        }
        double variance = told < 2 ? Double.NaN : (squares - sum * sum / told) * (told - 1) / told;
        return new Fitted(function.applyAsDouble(all), StrictMath.sqrt(Math.max(0, variance)));
    }

    private static double area(Builder nodes, int[] level, int groups, int left) {
        double[] good = Arrays.stream(level)
                .filter(i -> nodes.sound[i] && nodes.problem[i] % groups != left)
                .mapToDouble(i -> nodes.score[i])
                .toArray();
        double[] bad = Arrays.stream(level)
                .filter(i -> !nodes.sound[i] && nodes.problem[i] % groups != left)
                .mapToDouble(i -> nodes.score[i])
                .toArray();
        return ScoreProfile.area(good, bad);
    }

    private static Fitted persistence(Builder nodes, double[] normal, boolean withinProblems) {
        Map<List<Integer>, double[]> cells = new HashMap<>();
        for (int i = 0; i < nodes.size; i++) {
            double[] cell = cells.computeIfAbsent(cell(nodes, i, withinProblems), key -> new double[2]);
            cell[0] += normal[i];
            cell[1]++;
        }
        Jackknife sums = new Jackknife(3);
        for (int i = 1; i < nodes.size; i++) {
            if (nodes.path[i] == nodes.path[i - 1] && nodes.depth[i] == nodes.depth[i - 1] + 1) {
                double[] before = cells.getOrDefault(cell(nodes, i - 1, withinProblems), new double[2]);
                double[] here = cells.getOrDefault(cell(nodes, i, withinProblems), new double[2]);
                if (before[1] > 1 && here[1] > 1) {
                    double x = normal[i - 1] - before[0] / before[1];
                    double y = normal[i] - here[0] / here[1];
                    sums.add(nodes.problem[i], 0, x * y);
                    sums.add(nodes.problem[i], 1, x * x);
                    sums.add(nodes.problem[i], 2, y * y);
                }
            }
        }
        return sums.of(s -> s[1] * s[2] > 0 ? Math.max(0, s[0] / StrictMath.sqrt(s[1] * s[2])) : Double.NaN);
    }

    private static List<Integer> cell(Builder nodes, int node, boolean withinProblems) {
        return List.of(withinProblems ? nodes.problem[node] : -1, nodes.depth[node], nodes.sound[node] ? 1 : 0);
    }

    /** How many depths have nodes. */
    public int size() {
        return depths.length;
    }

    /** The {@code index}-th depth, ascending. */
    public int depth(int index) {
        return depths[index];
    }

    /** How many sound nodes there are at the {@code index}-th depth. */
    public int sound(int index) {
        return sound[index];
    }

    /** How many flawed nodes there are at the {@code index}-th depth. */
    public int flawed(int index) {
        return flawed[index];
    }

    /** The area at the {@code index}-th depth; unknown where all its nodes are sound or all flawed. */
    public Fitted auc(int index) {
        return auc[index];
    }

    /** d at the {@code index}-th depth; unknown where all its nodes are sound or all flawed. */
    public Fitted d(int index) {
        return d[index];
    }

    /** φ; unknown where no path has two nodes, or they never differ. */
    public Fitted persistence() {
        return persistence;
    }

    /** Whether φ is free of what nodes of one problem share. */
    public boolean isWithinProblems() {
        return withinProblems;
    }

    /** Takes down scored nodes, problem by problem, path by path and node by node. */
    public static final class Builder {

        private int[] problem = new int[1024];
        private int[] path = new int[1024];
        private int[] depth = new int[1024];
        private boolean[] sound = new boolean[1024];
        private double[] score = new double[1024];
        private int size;
        private int problems;
        private int paths;

        /** Begins a problem, and a path of it. */
        public Builder problem() {
            problems++;
            return path();
        }

        /** Begins a path of the problem begun last; nodes whose parents are not known are paths of their own. */
        public Builder path() {
            paths++;
            return this;
        }

        /**
         * Adds a node to the path begun last, after its parent.
         *
         * @param nodeDepth at least 0, and greater than that of the node before on the path
         * @param isSound whether the solution can still become right, or, where only the end was graded, whether it did
         * @param nodeScore finite, on any scale that is the same for all nodes of the depth
         * @throws IllegalArgumentException when a value is out of range
         * @throws IllegalStateException when no problem was begun
         */
        public Builder node(int nodeDepth, boolean isSound, double nodeScore) {
            if (problems == 0) {
                throw new IllegalStateException("a node needs a problem");
            }
            if (nodeDepth < 0 || (size > 0 && path[size - 1] == paths && depth[size - 1] >= nodeDepth)) {
                throw new IllegalArgumentException(
                        "a node's depth must be at least 0 and greater than its parent's, not " + nodeDepth);
            }
            if (!Double.isFinite(nodeScore)) {
                throw new IllegalArgumentException("a node's score must be finite, not " + nodeScore);
            }
            if (size == score.length) {
                problem = Arrays.copyOf(problem, 2 * size);
                path = Arrays.copyOf(path, 2 * size);
                depth = Arrays.copyOf(depth, 2 * size);
                sound = Arrays.copyOf(sound, 2 * size);
                score = Arrays.copyOf(score, 2 * size);
            }
            problem[size] = problems - 1;
            path[size] = paths;
            depth[size] = nodeDepth;
            sound[size] = isSound;
            score[size++] = nodeScore;
            return this;
        }

        /**
         * The fit.
         *
         * @throws IllegalStateException when there is no node
         */
        public ProcessFit fit() {
            if (size == 0) {
                throw new IllegalStateException("no node was scored, so that no process verifier can be fitted");
            }
            return new ProcessFit(this);
        }
    }
}
