package overthink.core.model;

import java.util.Arrays;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.random.AliasTable;
import overthink.core.random.CounterStream;
import overthink.core.random.GammaDraw;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/** Draws the classes of wrong answers of one problem at a time. */
final class AnswerSampler {

    /** An answer that nobody else gives. */
    static final int UNIQUE = 0;

    /** Sticks of a Pitman–Yor process beyond which an answer counts as unique, unless the rest is smaller anyway. */
    private static final int STICKS = 4096;

    private static final double NEGLIGIBLE = 0x1p-40;

    private final AnswerLaw law;
    private final CounterStream stream = new CounterStream();
    private final Site site = new Site(Purpose.ANSWER_WEIGHTS);
    private double[] weights = {};
    private int known;
    /** Which class the table's column 0 stands for: {@link #UNIQUE}, or 1 where no answer is unique. */
    private int first;

    private AliasTable table;
    /** The class from 1 on of the greatest weight, the first of equals; {@link #UNIQUE} where no answer is given twice. */
    private int likeliest;

    private double greatestShare;

    AnswerSampler(AnswerLaw law) {
        this.law = law;
        table = new AliasTable(new double[] {1});
        if (!(law instanceof PitmanYor)) {
            weigh(weights(law));
        }
    }

    /** Turns to another problem. */
    void turnTo(ProblemTables tables) {
        if (law instanceof PitmanYor process) {
            site.turnTo(tables.origin, tables.index);
            site.move(stream, 0);
            weigh(sticks(process, stream));
        }
    }

    private void weigh(double[] all) {
        weights = all;
        known = weights.length - 1;
        first = weights[UNIQUE] > 0 ? UNIQUE : 1;
        likeliest = UNIQUE;
        double total = weights[UNIQUE];
        for (int k = 1; k <= known; k++) {
            total += weights[k];
            likeliest = weights[k] > (likeliest == UNIQUE ? 0 : weights[likeliest]) ? k : likeliest;
        }
        greatestShare = likeliest == UNIQUE ? 0 : weights[likeliest] / total;
        table = new AliasTable(Arrays.copyOfRange(weights, first, weights.length));
    }

    /** Classes 1 to this can be given by several candidates. */
    int known() {
        return known;
    }

    /** The weights of {@link #UNIQUE} and of the classes from 1 on, in any unit. */
    double[] weights() {
        return weights;
    }

    /** The class of the likeliest wrong answer, the first of equals; {@link #UNIQUE} where none is given twice. */
    int likeliest() {
        return likeliest;
    }

    /** The share of {@link #likeliest()} among wrong answers that are given; 0 where none is given twice. */
    double greatestShare() {
        return greatestShare;
    }

    /** Whether {@link #pick} may say {@link #UNIQUE}. */
    boolean somethingUnique() {
        return first == UNIQUE;
    }

    /** The class that a wrong candidate's word picks: 1 to {@link #known()}, or {@link #UNIQUE}. */
    int pick(long word) {
        return table.pick(word) + first;
    }

    /** {@link #pick(long)} of the first {@code count} words, into {@code into} from index {@code at} on. */
    void pick(long[] words, int[] into, int at, int count) {
        table.pick(words, first, into, at, count);
    }

    /** Weights of {@link #UNIQUE} and of the classes from 1 on. */
    private static double[] weights(AnswerLaw law) {
        if (law instanceof Distinct) {
            return new double[] {1};
        }
        if (law instanceof UniformAnswers uniform) {
            double[] weights = new double[uniform.answers() + 1];
            for (int k = 1; k < weights.length; k++) {
                weights[k] = 1;
            }
            return weights;
        }
        if (law instanceof Zipf zipf) {
            double[] weights = new double[zipf.answers() + 1];
            for (int k = 1; k < weights.length; k++) {
                weights[k] = StrictMath.pow(k, -zipf.exponent());
            }
            return weights;
        }
        if (law instanceof Attractor attractor) {
            double[] weights = new double[attractor.answers() + 1];
            weights[1] = attractor.share();
            for (int k = 2; k < weights.length; k++) {
                weights[k] = (1 - attractor.share()) / (attractor.answers() - 1);
            }
            return weights;
        }
        throw new IllegalArgumentException("no weights are known for " + law);
    }

    private static double[] sticks(PitmanYor process, CounterStream stream) {
        double[] weights = new double[STICKS + 1];
        double rest = 1;
        int used = 0;
        while (used < STICKS && rest > NEGLIGIBLE) {
            used++;
            double x = GammaDraw.of(1 - process.discount(), stream);
            double y = GammaDraw.of(process.concentration() + used * process.discount(), stream);
            double stick = x + y > 0 ? x / (x + y) : 1;
            weights[used] = rest * stick;
            rest *= 1 - stick;
        }
        weights[UNIQUE] = rest;
        return Arrays.copyOf(weights, used + 1);
    }
}
