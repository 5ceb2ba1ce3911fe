package overthink.core.fit.difficulty;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import overthink.core.exact.Coverage;
import overthink.core.fit.ForecastValue;

/**
 * Coverage, pass@k, beyond a recording: draws from a {@link DifficultyPosterior}, each with a law, a difficulty for every problem and the
 * candidate that first solves it, the same for all k, so that every draw rises with k. A problem with k candidates recorded
 * counts by its unbiased estimate; beyond, one that was solved stays solved, and one that was not is solved when its first
 * right candidate comes by k. Immutable, but for what is computed when first asked for: not for several threads at once.
 */
public final class CoverageForecast {

    /** How many draws a forecast is made of where nothing else is said. */
    public static final int DRAWS = 2000;

    private static final int FEWEST_DRAWS = 400;
    private static final double MOST_DIFFICULTIES = 2e7;
    private static final double NOTABLE_WEIGHT = 0.1;
    private static final double NOTABLE_DIFFERENCE = 0.001;

    private final DifficultyPosterior posterior;
    private final SuccessCounts counts;
    private final long[] budgets;
    private final int draws;
    private final long seed;
    private final DifficultyFamily[] families;
    /** By budget: what is replayed or was solved, over all problems. */
    private final double[] known;
    /** By budget, then draw: how many problems more are solved, over all problems. */
    private final double[][] solved;
    /** As {@link #solved}, without the chance of the run; made when first asked for. */
    private double[][] expected = {};
    /** By budget, then draw: how many of as many new problems are solved; made when first asked for. */
    private double[][] population = {};

    private CoverageForecast(DifficultyPosterior posterior, long[] budgets, int draws, long seed) {
        this.posterior = posterior;
        this.budgets = budgets;
        this.draws = draws;
        this.seed = seed;
        counts = posterior.counts();
        families = new DifficultyFamily[draws];
        known = new double[budgets.length];
        for (int b = 0; b < budgets.length; b++) {
            known[b] = known(budgets[b]);
        }
        solved = new double[budgets.length][draws];
        for (int r = 0; r < draws; r++) {
            DifficultyDraw draw = posterior.draw(r, seed);
            families[r] = draw.fitted().family();
            int[] first = new int[budgets.length + 1];
            for (int problem = 0; problem < counts.size(); problem++) {
                if (counts.correct(problem) == 0) {
                    double p = draw.p(problem);
                    first[budgetAt(counts.candidates(problem) + draw.untilRight(problem, p))]++;
                }
            }
            accumulate(first, solved, r);
        }
    }

    /**
     * The forecast.
     *
     * @param budgets the k that can be asked for, each at least 1, in any order
     * @param draws at least 1
     * @throws IllegalArgumentException when there is no budget, or a number is outside its range
     */
    public static CoverageForecast of(DifficultyPosterior posterior, long[] budgets, int draws, long seed) {
        long[] sorted = Arrays.stream(budgets).sorted().distinct().toArray();
        if (sorted.length == 0 || sorted[0] < 1) {
            throw new IllegalArgumentException("coverage needs budgets of at least 1, not " + Arrays.toString(budgets));
        }
        if (draws < 1) {
            throw new IllegalArgumentException("coverage needs at least 1 draw, not " + draws);
        }
        return new CoverageForecast(posterior, sorted, draws, seed);
    }

    /** {@link #DRAWS}, or fewer for recordings of very many problems, at least 400: 20 million difficulties in all. */
    public static int drawsFor(SuccessCounts counts) {
        return (int) Math.max(FEWEST_DRAWS, Math.min(DRAWS, MOST_DIFFICULTIES / counts.size()));
    }

    /** Over all problems: the unbiased estimate where k candidates were recorded, else whether one was right. */
    private double known(long k) {
        double sum = 0;
        for (int g = 0; g < counts.groups(); g++) {
            int n = counts.groupCandidates(g);
            int c = counts.groupCorrect(g);
            double one = k <= n ? Coverage.unbiased(n, c, k) : Math.min(c, 1);
            sum += counts.multiplicity(g) * one;
        }
        return sum / counts.size();
    }

    /** The index of the first budget of at least {@code candidates}. */
    private int budgetAt(double candidates) {
        int low = 0;
        int high = budgets.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (budgets[middle] >= candidates) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void accumulate(int[] first, double[][] into, int draw) {
        long sum = 0;
        for (int b = 0; b < budgets.length; b++) {
            sum += first[b];
            into[b][draw] = (double) sum / counts.size();
        }
    }

    private int index(long k) {
        int index = Arrays.binarySearch(budgets, k);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "no coverage was forecast at %d, only at %s".formatted(k, Arrays.toString(budgets)));
        }
        return index;
    }

    /** The budgets that can be asked for, in rising order. */
    public long[] budgets() {
        return budgets.clone();
    }

    /**
     * What would be measured on the recorded problems if each were continued to k candidates.
     *
     * @param k one of the budgets
     * @throws IllegalArgumentException when it is none
     */
    public ForecastValue at(long k) {
        return k <= counts.fewest() ? ForecastValue.exactly(known[index(k)]) : ForecastValue.of(draws(k));
    }

    /**
     * What {@link #at} is made of, by the number of the draw in the posterior, so that differences can be taken draw by draw.
     */
    public double[] draws(long k) {
        int b = index(k);
        return sums(known[b], solved[b]);
    }

    private static double[] sums(double known, double[] more) {
        double[] sums = new double[more.length];
        for (int r = 0; r < sums.length; r++) {
            sums[r] = known + more[r];
        }
        return sums;
    }

    /** The same without the chance of the run: the mean over all continuations of what {@link #at} is about. */
    public ForecastValue expected(long k) {
        int b = index(k);
        if (expected.length == 0) {
            double[][] made = new double[budgets.length][draws];
            for (int r = 0; r < draws; r++) {
                DifficultyDraw draw = posterior.draw(r, seed);
                for (int problem = 0; problem < counts.size(); problem++) {
                    if (counts.correct(problem) == 0) {
                        addChances(draw.p(problem), counts.candidates(problem), made, r);
                    }
                }
            }
            expected = made;
        }
        return ForecastValue.of(sums(known[b], expected[b]));
    }

    private void addChances(double p, int recorded, double[][] into, int draw) {
        double logFailure = StrictMath.log1p(-p);
        for (int b = budgets.length - 1; b >= 0 && budgets[b] > recorded; b--) {
            into[b][draw] -= StrictMath.expm1((budgets[b] - recorded) * logFailure) / counts.size();
        }
    }

    /** What would be measured on as many new problems of the kind with k candidates each. */
    public ForecastValue population(long k) {
        return ForecastValue.of(populationDraws(k));
    }

    /** What {@link #population} is made of, by the number of the draw. */
    public double[] populationDraws(long k) {
        int b = index(k);
        if (population.length == 0) {
            double[][] made = new double[budgets.length][draws];
            for (int r = 0; r < draws; r++) {
                DifficultyDraw draw = posterior.draw(r, seed);
                int[] first = new int[budgets.length + 1];
                for (int problem = 0; problem < counts.size(); problem++) {
                    first[budgetAt(draw.untilRightOfNew(problem, draw.fresh(problem)))]++;
                }
                accumulate(first, made, r);
            }
            population = made;
        }
        return population[b].clone();
    }

    /** The mean of each family's draws alone, at k; families without draws are left out. */
    public Map<DifficultyFamily, Double> familyMeans(long k) {
        double[] values = draws(k);
        Map<DifficultyFamily, Double> means = new EnumMap<>(DifficultyFamily.class);
        for (DifficultyFamily family : DifficultyFamily.values()) {
            double sum = 0;
            int number = 0;
            for (int r = 0; r < draws; r++) {
                if (families[r] == family) {
                    sum += values[r];
                    number++;
                }
            }
            if (number > 0) {
                means.put(family, sum / number);
            }
        }
        return means;
    }

    /**
     * Says so when two families, each of a posterior weight of at least .1, have means at k that differ by more than half of the
     * width of the interval that holds nine tenths. A sentence without a full stop.
     */
    public Optional<String> lawInDoubt(long k) {
        Map<DifficultyFamily, Double> means = familyMeans(k);
        TreeMap<Double, DifficultyFamily> notable = new TreeMap<>();
        for (FamilyPosterior one : posterior.families()) {
            Double mean = means.get(one.family());
            if (mean != null && one.weight() >= NOTABLE_WEIGHT) {
                notable.put(mean, one.family());
            }
        }
        if (notable.size() < 2
                || notable.lastKey() - notable.firstKey() <= Math.max(at(k).width90() / 2, NOTABLE_DIFFERENCE)) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the recording does not tell the law of hard problems (at %d the %s law says %.3f, the %s law %.3f);"
                        + " 10 times more candidates on the unsolved problems would",
                k,
                notable.firstEntry().getValue().label(),
                notable.firstKey(),
                notable.lastEntry().getValue().label(),
                notable.lastKey()));
    }
}
