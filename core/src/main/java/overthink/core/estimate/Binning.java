package overthink.core.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import overthink.core.world.Gathering;

/** Puts problems into bins of difficulty. */
public final class Binning {

    private static final double EASY = 0.5;
    private static final double MEDIUM = 0.1;
    /** A smaller share of a bin's weight is the rounding of a sum. */
    private static final double NEGLIGIBLE = 1e-11;

    private Binning() {}

    /** The p at which a plan's bins of a population meet, beside its quantiles. */
    public static double[] thresholds(BinPlan plan) {
        return plan instanceof BinPlan.Thresholds ? new double[] {MEDIUM, EASY} : new double[0];
    }

    /**
     * {@link #of(BinPlan, double[], int[], List)} of problems that were come by somehow and have weights. A quantile bin has its
     * share of the weight: a problem that lies across its end belongs to both bins with a part of its weight.
     *
     * @param weights by problem; none when all weigh the same
     */
    public static List<Bin> of(
            BinPlan plan, double[] p, int[] level, List<String> levels, Gathering gathering, double[] weights) {
        List<Bin> bins = new ArrayList<>();
        if (plan instanceof BinPlan.Quantiles quantiles && weights.length > 0) {
            bins.add(new Bin(Bin.ALL, gathering, IntStream.range(0, p.length).toArray(), weights));
            quantiles(bins, quantiles.count(), p, gathering, weights);
            return bins;
        }
        for (Bin bin : of(plan, p, level, levels)) {
            int[] problems = bin.problems();
            double[] own = weights.length == 0
                    ? weights
                    : Arrays.stream(problems).mapToDouble(i -> weights[i]).toArray();
            bins.add(new Bin(bin.name(), gathering, problems, own));
        }
        return bins;
    }

    private static void quantiles(List<Bin> bins, int count, double[] p, Gathering gathering, double[] weights) {
        int[] byEase = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double share = Arrays.stream(weights).sum() / count;
        for (int k = count - 1; k >= 0; k--) {
            Map<Integer, Double> own = new TreeMap<>();
            double before = 0;
            for (int i : byEase) {
                double inside = Math.min(before + weights[i], share * (k + 1)) - Math.max(before, share * k);
                if (inside > NEGLIGIBLE * share) {
                    own.put(i, inside);
                }
                before += weights[i];
            }
            bins.add(new Bin(
                    "q" + (k + 1),
                    gathering,
                    own.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    own.values().stream().mapToDouble(Double::doubleValue).toArray()));
        }
    }

    /**
     * The bin of all problems, then the plan's bins from easy to hard (levels: as declared); bins without a problem are left
     * out.
     *
     * @param plan how
     * @param p by problem
     * @param level by problem, the number of its named level
     * @param levels the levels' names
     * @throws IllegalArgumentException when the plan asks for levels and there are none
     */
    public static List<Bin> of(BinPlan plan, double[] p, int[] level, List<String> levels) {
        List<Bin> bins = new ArrayList<>();
        bins.add(new Bin(Bin.ALL, IntStream.range(0, p.length).toArray()));
        if (plan instanceof BinPlan.Thresholds) {
            add(bins, "easy", IntStream.range(0, p.length).filter(i -> p[i] >= EASY));
            add(bins, "medium", IntStream.range(0, p.length).filter(i -> p[i] < EASY && p[i] >= MEDIUM));
            add(bins, "hard", IntStream.range(0, p.length).filter(i -> p[i] < MEDIUM));
        } else if (plan instanceof BinPlan.Levels) {
            if (levels.isEmpty()) {
                throw new IllegalArgumentException("bins: levels need a difficulty law with named levels");
            }
            for (int k = 0; k < levels.size(); k++) {
                int number = k;
                add(bins, levels.get(k), IntStream.range(0, p.length).filter(i -> level[i] == number));
            }
        } else if (plan instanceof BinPlan.Quantiles quantiles) {
            quantiles(bins, quantiles.count(), p);
        }
        return bins;
    }

    private static void quantiles(List<Bin> bins, int count, double[] p) {
        Integer[] byEase = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
        Arrays.sort(byEase, Comparator.comparingDouble(i -> p[i]));
        for (int k = count - 1; k >= 0; k--) {
            int from = (int) ((long) p.length * k / count);
            int to = (int) ((long) p.length * (k + 1) / count);
            add(bins, "q" + (k + 1), Arrays.stream(byEase, from, to).mapToInt(Integer::intValue));
        }
    }

    private static void add(List<Bin> bins, String name, IntStream problems) {
        int[] sorted = problems.sorted().toArray();
        if (sorted.length > 0) {
            bins.add(new Bin(name, sorted));
        }
    }
}
