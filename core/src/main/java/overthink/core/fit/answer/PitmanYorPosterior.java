package overthink.core.fit.answer;

import java.util.ArrayList;
import java.util.List;
import overthink.core.fit.difficulty.FamilyPosterior.Parameter;
import overthink.core.law.answer.PitmanYor;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;

/**
 * How answers agree: on every problem they come from a Pitman–Yor urn with the same discount d and concentration θ (Pitman and
 * Yor 1997). A problem's w answers in K classes of n<sub>1</sub>, n<sub>2</sub>, … have the log probability
 *
 * <p>Σ<sub>r=1</sub><sup>K−1</sup> log(θ + r·d) − [lΓ(θ + w) − lΓ(θ + 1)] + Σ<sub>a</sub> [lΓ(n<sub>a</sub> − d) − lΓ(1 − d)].
 *
 * <p>The posterior is the product over problems on a grid of {@value #DISCOUNTS} discounts from 0 to 0.95 and
 * {@value #CONCENTRATIONS} concentrations from 0.02 to 300 at equal distances of their logarithms, all points alike before the
 * recording is seen; where many problems make the posterior narrower than this grid is fine, it is refined. Immutable.
 */
public final class PitmanYorPosterior {

    static final int DISCOUNTS = 12;
    static final int CONCENTRATIONS = 22;

    private static final double[] D = {0, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95};
    private static final double[] THETA = GridPosterior.logarithmic(0.02, 300, CONCENTRATIONS);

    private final String what;
    private final GridPosterior grid;
    private final boolean informed;

    private PitmanYorPosterior(String what, GridPosterior grid, boolean informed) {
        this.what = what;
        this.grid = grid;
        this.informed = informed;
    }

    /** The posterior for wrong answers. */
    public static PitmanYorPosterior ofWrong(AnswerCounts counts) {
        List<int[]> partitions = new ArrayList<>();
        for (int problem = 0; problem < counts.size(); problem++) {
            partitions.add(counts.wrongPartition(problem));
        }
        return of("wrong answers", partitions);
    }

    /** The posterior for right answers, where a problem may have several, as expressions and programs do. */
    public static PitmanYorPosterior ofRight(AnswerCounts counts) {
        List<int[]> partitions = new ArrayList<>();
        for (int problem = 0; problem < counts.size(); problem++) {
            partitions.add(counts.rightPartition(problem));
        }
        return of("right answers", partitions);
    }

    static PitmanYorPosterior of(String what, List<int[]> partitions) {
        Frequencies furtherClasses = new Frequencies();
        Frequencies furtherVotes = new Frequencies();
        Frequencies furtherOfClass = new Frequencies();
        boolean informed = false;
        for (int[] partition : partitions) {
            if (partition.length > 0) {
                int votes = 0;
                for (int size : partition) {
                    votes += size;
                    furtherOfClass.add(size - 1);
                }
                furtherClasses.add(partition.length - 1);
                furtherVotes.add(votes - 1);
                informed |= votes > 1;
            }
        }
        GridPosterior grid = GridPosterior.of(
                D, THETA, false, (d, theta) -> logDensities(furtherClasses, furtherVotes, furtherOfClass, d, theta));
        return new PitmanYorPosterior(what, grid, informed);
    }

    private static double[][] logDensities(
            Frequencies furtherClasses,
            Frequencies furtherVotes,
            Frequencies furtherOfClass,
            double[] d,
            double[] theta) {
        double[] votes = new double[theta.length];
        for (int j = 0; j < theta.length; j++) {
            votes[j] = furtherVotes.logRising(theta[j] + 1, 1);
        }
        double[][] logs = new double[d.length][theta.length];
        for (int i = 0; i < d.length; i++) {
            double within = furtherOfClass.logRising(1 - d[i], 1);
            for (int j = 0; j < theta.length; j++) {
                logs[i][j] = furtherClasses.logRising(theta[j] + d[i], d[i]) - votes[j] + within;
            }
        }
        return logs;
    }

    /**
     * The log probability that w answers fall into classes of these sizes, in any one way to name who is in which.
     *
     * @param sizes of the classes, each at least 1
     */
    public static double logProbability(int[] sizes, PitmanYor law) {
        Frequencies furtherOfClass = new Frequencies();
        int votes = 0;
        for (int size : sizes) {
            furtherOfClass.add(size - 1);
            votes += size;
        }
        if (votes == 0) {
            return 0;
        }
        Frequencies furtherClasses = new Frequencies();
        furtherClasses.add(sizes.length - 1);
        Frequencies furtherVotes = new Frequencies();
        furtherVotes.add(votes - 1);
        return furtherClasses.logRising(law.concentration() + law.discount(), law.discount())
                - furtherVotes.logRising(law.concentration() + 1, 1)
                + furtherOfClass.logRising(1 - law.discount(), 1);
    }

    /** d. */
    public Parameter discount() {
        return grid.ofFirst();
    }

    /** θ. */
    public Parameter concentration() {
        return grid.ofSecond();
    }

    /** Whether some problem has two answers: else nothing is known of how they agree, and all points stay alike. */
    public boolean informed() {
        return informed;
    }

    /**
     * Says so when nothing was recorded of how answers agree, or when that is outside what the grid covers: more than 1 % of
     * the posterior lies in the two outermost values of a parameter. A discount of 0 is no edge, as none is below.
     */
    public List<String> statements() {
        if (!informed) {
            return List.of("%s: no problem has two, so nothing is known of how they agree".formatted(what));
        }
        List<String> found = new ArrayList<>();
        if (grid.firstFrom(D[D.length - 2]) > MissingAnswers.EDGE) {
            found.add("%s hardly ever agree: the posterior of the discount reaches its edge at 0.95".formatted(what));
        }
        if (grid.secondUpTo(THETA[1]) > MissingAnswers.EDGE) {
            found.add("%s agree more than the grid covers: the posterior of the concentration reaches its edge at 0.02"
                    .formatted(what));
        }
        if (grid.secondFrom(THETA[THETA.length - 2]) > MissingAnswers.EDGE) {
            found.add(
                    "%s hardly ever agree: the posterior of the concentration reaches its edge at 300".formatted(what));
        }
        return found;
    }

    /** A law of the grid, drawn. */
    PitmanYor draw(CounterStream stream) {
        int point = grid.pick(Address.uniform(stream.nextLong()));
        return new PitmanYor(grid.first(point), grid.second(point));
    }
}
