package overthink.core.fit.difficulty;

import java.util.ArrayList;
import java.util.List;
import overthink.core.random.Address;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * What a recording says of how hard its problems are: p, the chance that a candidate of a problem is right, is drawn from a law
 * of one of the {@link DifficultyFamily families}, with a share π₀ of problems at p = 0, and c of n candidates are right
 * binomially. Before the recording is seen, family weights are .6, .2 and .2; log b ~ N(0, 3²) for beta and N(0, 2²) for
 * Kumaraswamy; log a as {@link TailExponent} has it for both; mu ~ N(−1, 5²) and log sigma ~ N(log 2.2, .5²); π₀ is 0 with
 * probability .8 and else has density 4(1 − π₀)³. Each family's prior is that of the laws of its usual lattice: a and b of beta
 * from .015 to 20 and to 20,000, of Kumaraswamy from .015 to 10 and from .01 to 500, mu from −14 to 7 and sigma from .2 to 8.
 *
 * <p>The posterior is a sum over fixed lattices, so it hangs on no optimiser and no chance. Families that the recording hardly
 * tells apart keep their weights, because far beyond the recording they differ: their evidence is the product of one-step-ahead
 * predictive likelihoods, a held-out criterion without folds. Immutable.
 */
public final class DifficultyPosterior {

    private final SuccessCounts counts;
    private final TailExponent exponent;
    private final List<FamilyFit> fits;
    private final List<FamilyPosterior> families;
    private final List<String> statements;
    /** By family: the running sums of its probabilities. */
    private final List<double[]> cumulative;

    private final LogitCells.Table cells;

    private DifficultyPosterior(
            SuccessCounts counts, TailExponent exponent, LogitCells.Table cells, List<FamilyFit> fits) {
        this.counts = counts;
        this.exponent = exponent;
        this.cells = cells;
        this.fits = fits;
        double[] weights = weights(fits);
        families = new ArrayList<>();
        cumulative = new ArrayList<>();
        statements = new ArrayList<>(aboutCounts(counts));
        for (int f = 0; f < fits.size(); f++) {
            families.add(fits.get(f).summary(weights[f]));
            cumulative.add(fits.get(f).cumulative());
            if (weights[f] >= 0.01) {
                statements.addAll(fits.get(f).statements());
            }
        }
    }

    /**
     * The posterior given counts.
     *
     * @param exponent the prior of the exponent a of beta and Kumaraswamy
     */
    public static DifficultyPosterior of(SuccessCounts counts, TailExponent exponent) {
        LogitCells.Table cells = new LogitCells.Table(counts);
        List<FamilyFit> fits = new ArrayList<>();
        for (DifficultyFamily family : DifficultyFamily.values()) {
            Marginals marginals =
                    family == DifficultyFamily.BETA ? new BetaMarginals(counts) : new CellMarginals(cells);
            fits.add(FamilyFit.of(family, counts, exponent, marginals));
        }
        return new DifficultyPosterior(counts, exponent, cells, List.copyOf(fits));
    }

    private static double[] weights(List<FamilyFit> fits) {
        DifficultyFamily[] families = DifficultyFamily.values();
        double most = Double.NEGATIVE_INFINITY;
        for (FamilyFit fit : fits) {
            most = Math.max(most, fit.logEvidence());
        }
        double[] weights = new double[families.length];
        double sum = 0;
        for (int f = 0; f < weights.length; f++) {
            weights[f] = families[f].priorWeight() * StrictMath.exp(fits.get(f).logEvidence() - most);
            sum += weights[f];
        }
        for (int f = 0; f < weights.length; f++) {
            weights[f] /= sum;
        }
        return weights;
    }

    private static List<String> aboutCounts(SuccessCounts counts) {
        List<String> statements = new ArrayList<>();
        if (counts.successes() == 0) {
            statements.add("no success was recorded: forecasts are what was held likely before, less what "
                    + "so many failures rule out");
        } else if (counts.failures() == 0) {
            statements.add("no failure was recorded: what is forecast of new problems is what was held likely before, "
                    + "less what so many successes rule out");
        }
        if (counts.size() == 1) {
            statements.add("one problem only: nothing is known of how problems differ");
        }
        return statements;
    }

    /** The counts it was made of. */
    public SuccessCounts counts() {
        return counts;
    }

    /** The prior of the exponent it was made with. */
    public TailExponent exponent() {
        return exponent;
    }

    /** What it says of each family, in the order of {@link DifficultyFamily}. */
    public List<FamilyPosterior> families() {
        return List.copyOf(families);
    }

    /** The family with the greatest weight. */
    public FamilyPosterior leading() {
        FamilyPosterior leading = families.get(0);
        for (FamilyPosterior one : families) {
            leading = one.weight() > leading.weight() ? one : leading;
        }
        return leading;
    }

    /**
     * What a reader must know: nothing solved, nothing failed, one problem, or a posterior that lies where the usual lattices
     * end. Sentences without a full stop; mostly none.
     */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /**
     * A draw of the law and of all difficulties: the same for the same number and seed, whoever asks and in whatever
     * order.
     *
     * @param number at least 0
     */
    public DifficultyDraw draw(int number, long seed) {
        if (number < 0) {
            throw new IllegalArgumentException("the number of a draw must be at least 0, not " + number);
        }
        Origin origin = Origin.of(seed);
        Site site = new Site(Purpose.FIT_LAW);
        site.turnTo(origin, 0);
        site.begin(number);
        double u = Address.uniform(site.slot(0));
        int family = 0;
        while (family + 1 < families.size() && u >= families.get(family).weight()) {
            u -= families.get(family).weight();
            family++;
        }
        double[] sums = cumulative.get(family);
        int index = above(sums, Address.uniform(site.slot(1)) * sums[sums.length - 1]);
        return new DifficultyDraw(counts, cells, fits.get(family).fitted(index), number, origin);
    }

    /** The first index whose running sum is above a number; the last when none is. */
    static int above(double[] sums, double sought) {
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > sought) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
