package overthink.core.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Sharpening;
import overthink.core.random.Address;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * The ideas of one problem at a time, as far as they matter: sticks are broken, each at an address of its own, until what is left
 * is negligible; who draws one of the rest follows it with the mean of their chances. With V<sub>j</sub> = 1 − U<sub>j</sub><sup>1/c</sup> the rest after j sticks
 * is exp((ln U<sub>1</sub> + … + ln U<sub>j</sub>)/c).
 */
final class ProblemIdeas {

    /** e to it is a negligible rest, 2<sup>−50</sup>. */
    private static final double NEGLIGIBLE = -50 * 0.6931471805599453;

    private final IdeaLaw law;
    private final Sharpening sharpening;
    private final Site weights = new Site(Purpose.IDEA_WEIGHT);
    private final Site chances = new Site(Purpose.IDEA_CHANCE);

    private @Nullable ProblemTables problem;
    private int size;
    /** The logarithm of each idea's weight, then the sum of the weights up to it and with it. */
    private double[] upTo = new double[64];

    private double[] chance = new double[64];
    private double mean;

    /** Of a law of a finite concentration, to be turned to a problem. */
    ProblemIdeas(IdeaLaw law, Sharpening sharpening) {
        this.law = law;
        this.sharpening = sharpening;
    }

    /** Turns to a problem, if it has not. */
    void turnTo(ProblemTables tables) {
        if (problem != tables) {
            problem = tables;
            turnTo(tables.origin, tables.index, tables.problem.declared(), tables.declaredSilence);
        }
    }

    /**
     * Turns to a problem.
     *
     * @param p its declared chance
     * @param silence μ of it at temperature 1
     */
    void turnTo(Origin origin, int problem, double p, double silence) {
        weights.turnTo(origin, problem);
        chances.turnTo(origin, problem);
        size = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        double rest = 0;
        while (rest > restThatMatters(greatest)) {
            double taken = StrictMath.log(Address.uniform(weights.slot(size))) / law.concentration();
            double log = rest + StrictMath.log(-StrictMath.expm1(taken));
            greatest = Math.max(greatest, log);
            add(log, law.chance(p, Address.uniform(chances.slot(size))), silence);
            rest += taken;
        }
        add(rest, p, silence);
        settle(Math.max(greatest, rest));
    }

    /** The logarithm of the rest that needs no more breaking: sharpened it is negligible, and it is not the greatest. */
    private double restThatMatters(double greatest) {
        double power = sharpening.power();
        return power == Double.POSITIVE_INFINITY ? greatest : Math.min(NEGLIGIBLE / power, NEGLIGIBLE);
    }

    private void add(double logWeight, double own, double silence) {
        if (size == upTo.length) {
            upTo = Arrays.copyOf(upTo, 2 * size);
            chance = Arrays.copyOf(chance, 2 * size);
        }
        upTo[size] = logWeight;
        chance[size] = sharpening.accuracy(own, silence);
        size++;
    }

    /** Sharpens the weights, which are known by their logarithms, and adds them up. */
    private void settle(double greatest) {
        double power = sharpening.power();
        double sum = 0;
        double right = 0;
        for (int j = 0; j < size; j++) {
            double weight = upTo[j] == greatest ? 1 : StrictMath.exp(power * (upTo[j] - greatest));
            sum += weight;
            right += weight * chance[j];
            upTo[j] = sum;
        }
        for (int j = 0; j < size; j++) {
            upTo[j] /= sum;
        }
        mean = Math.min(1, right / sum);
    }

    /** q: the chance of a candidate that draws an idea. */
    double mean() {
        return mean;
    }

    /** The idea at {@code u} in (0, 1) of all weights. */
    int at(double u) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The chance of a candidate that follows an idea. */
    double chance(int idea) {
        return chance[idea];
    }
}
