package overthink.core.fit.difficulty;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;
import overthink.core.random.GammaDraw;
import overthink.core.random.Gaussian;
import overthink.core.random.NormalQuantile;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * A draw from a {@link DifficultyPosterior}: a law, and for each problem a difficulty that follows from the law and the problem's
 * counts. What it says of a problem is the same whenever it is asked, by any forecast, so that differences between strategies
 * can be taken draw by draw. Not for several threads at once.
 */
public final class DifficultyDraw {

    private final SuccessCounts counts;
    private final LogitCells.Table cells;
    private final FittedDifficulty fitted;
    private final int number;
    private final Site problems;
    private final Site newProblems;
    private final Site firstRight;
    private final CounterStream stream = new CounterStream();
    /** By group, made when first asked for: the running sums of the posterior on the cells. */
    private final double[] @Nullable [] posterior;
    /** By group: the probability that p = 0; negative until asked for. */
    private final double[] impossible;

    private double @Nullable [] weights;

    DifficultyDraw(SuccessCounts counts, LogitCells.Table cells, FittedDifficulty fitted, int number, Origin origin) {
        this.counts = counts;
        this.cells = cells;
        this.fitted = fitted;
        this.number = number;
        problems = site(Purpose.FIT_PROBLEM, origin, number);
        newProblems = site(Purpose.FIT_FRESH, origin, number);
        firstRight = site(Purpose.FIT_FIRST_RIGHT, origin, number);
        posterior = new double[counts.groups()][];
        impossible = new double[counts.groups()];
        Arrays.fill(impossible, -1);
    }

    private static Site site(Purpose purpose, Origin origin, int number) {
        Site site = new Site(purpose);
        site.turnTo(origin, 0);
        site.begin(number);
        return site;
    }

    /** Which draw this is. */
    public int number() {
        return number;
    }

    /** The law drawn. */
    public FittedDifficulty fitted() {
        return fitted;
    }

    /**
     * p of a recorded problem, drawn from what the law and the problem's counts leave possible; the same whenever asked.
     *
     * @return in [0, 1], at least 1e-300 or so unless it is 0
     */
    public double p(int problem) {
        problems.move(stream, problem);
        int group = counts.group(problem);
        double u = Address.uniform(stream.nextLong());
        if (counts.groupCorrect(group) == 0 && fitted.atom() > 0 && u < impossible(group)) {
            return 0;
        }
        int c = counts.groupCorrect(group);
        int wrong = counts.groupCandidates(group) - c;
        return fitted.family() == DifficultyFamily.BETA
                ? beta(fitted.first() + c, fitted.second() + wrong)
                : inCells(group);
    }

    /** p of a new problem of the kind, drawn from the law; the same for the same number. */
    public double fresh(int newProblem) {
        newProblems.move(stream, newProblem);
        if (Address.uniform(stream.nextLong()) < fitted.atom()) {
            return 0;
        }
        return switch (fitted.family()) {
            case BETA -> beta(fitted.first(), fitted.second());
            case KUMARASWAMY -> kumaraswamy(Address.uniform(stream.nextLong()));
            case LOGIT_NORMAL -> LogitCells.logistic(fitted.first() + fitted.second() * Gaussian.of(stream.nextLong()));
        };
    }

    /**
     * How many further candidates of a recorded problem it takes until one is right: geometric with {@link #p}, and the same
     * whenever asked.
     *
     * @param p the problem's p in this draw
     * @return at least 1; infinite for p = 0
     */
    double untilRight(int problem, double p) {
        return geometric(Address.uniform(firstRight.slot(problem)), p);
    }

    /** The same for a new problem. */
    double untilRightOfNew(int newProblem, double p) {
        return geometric(Address.uniform(firstRight.word(newProblem, -1)), p);
    }

    private static double geometric(double u, double p) {
        return p == 0 ? Double.POSITIVE_INFINITY : 1 + Math.floor(StrictMath.log(u) / StrictMath.log1p(-p));
    }

    private double beta(double a, double b) {
        double x = GammaDraw.of(a, stream);
        double y = GammaDraw.of(b, stream);
        // both are 0 only where both shapes are so small that p is next to 0 or to 1
        return x + y == 0 ? (Address.uniform(stream.nextLong()) * (a + b) < a ? 1 : 0) : x / (x + y);
    }

    private double kumaraswamy(double u) {
        double logPower = logOneMinusExp(StrictMath.log1p(-u) / fitted.second());
        return StrictMath.exp(logPower / fitted.first());
    }

    private static double logOneMinusExp(double x) {
        return x > -0.6931471805599453 ? StrictMath.log(-StrictMath.expm1(x)) : StrictMath.log1p(-StrictMath.exp(x));
    }

    /** The probability that p = 0, for a group that no candidate solved. */
    private double impossible(int group) {
        if (impossible[group] < 0) {
            double possible = fitted.family() == DifficultyFamily.BETA
                    ? StrictMath.exp(BetaMarginals.logRising(fitted.second(), counts.groupCandidates(group))
                            - BetaMarginals.logRising(fitted.first() + fitted.second(), counts.groupCandidates(group)))
                    : sums(group)[LogitCells.COUNT - 1];
            impossible[group] = fitted.atom() / (fitted.atom() + (1 - fitted.atom()) * possible);
        }
        return impossible[group];
    }

    private double[] sums(int group) {
        double[] sums = posterior[group];
        if (sums == null) {
            double[] prior = weights();
            double[] likelihoods = cells.likelihoods(group);
            sums = new double[LogitCells.COUNT];
            double sum = 0;
            for (int cell = 0; cell < sums.length; cell++) {
                sum += prior[cell] * likelihoods[cell];
                sums[cell] = sum;
            }
            posterior[group] = sums;
        }
        return sums;
    }

    private double[] weights() {
        if (weights == null) {
            weights = LogitCells.weights(fitted.family(), fitted.first(), fitted.second());
        }
        return weights;
    }

    /** A cell by weight × likelihood, a part of it by likelihood, and a place in that. */
    private double inCells(int group) {
        double[] sums = sums(group);
        int cell = DifficultyPosterior.above(sums, Address.uniform(stream.nextLong()) * sums[LogitCells.COUNT - 1]);
        if (cell == 0) {
            return inLowestCell(Address.uniform(stream.nextLong()));
        }
        int n = counts.groupCandidates(group);
        LogitCells.Parts parts = cells.parts(n);
        int part = parts.choose(n, counts.groupCorrect(group), cell, Address.uniform(stream.nextLong()));
        double place = (part + Address.uniform(stream.nextLong())) / parts.number();
        return LogitCells.logistic(LogitCells.edge(cell) + LogitCells.WIDTH * place);
    }

    /** Below the first cell's upper end, where no recording tells one p from another: by the law alone. */
    private double inLowestCell(double u) {
        double below = Math.max(weights()[0], Double.MIN_NORMAL);
        double share = Math.min(Math.max(u * below, Double.MIN_NORMAL), 1 - 0x1p-53);
        return fitted.family() == DifficultyFamily.KUMARASWAMY
                ? kumaraswamy(share)
                : LogitCells.logistic(fitted.first() + fitted.second() * NormalQuantile.of(share));
    }
}
