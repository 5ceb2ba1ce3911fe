package overthink.core.law.difficulty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A part of a law of p on which an expectation is a weighted sum: an atom, or a stretch of a density with the 15 nodes of a
 * Kronrod rule on its latent line. Σ weight(i)·f(p(i)) over all panels of a law is E[f(p)]; what the coarser rule on the same
 * nodes says of a stretch tells how far its sum may be wrong ({@link #error}), and a stretch can be halved.
 *
 * @see LawPanels
 */
public final class Panel {

    /** QUADPACK's factor in the estimate of what a Kronrod rule errs. */
    private static final double FACTOR = 200;

    private final double[] p;
    private final double[] weights;
    private final double[] coarse;
    private final int level;
    private final long counted;
    private final @Nullable Stretch stretch;

    private Panel(double[] p, double[] weights, double[] coarse, int level, long counted, @Nullable Stretch stretch) {
        this.p = p;
        this.weights = weights;
        this.coarse = coarse;
        this.level = level;
        this.counted = counted;
        this.stretch = stretch;
    }

    /**
     * A stretch of a density.
     *
     * @param density of the latent y, normalised to the share of the law that it is of
     * @param accuracy p by y, not falling
     * @param from where it begins
     * @param to where it ends
     */
    record Stretch(DoubleUnaryOperator density, DoubleUnaryOperator accuracy, double from, double to) {

        double at(int node) {
            return 0.5 * (from + to) + 0.5 * (to - from) * Kronrod.node(node);
        }

        /** The mass between the beginning and {@code y}. */
        double massBelow(double y) {
            Stretch below = new Stretch(density, accuracy, from, y);
            double sum = 0;
            for (int i = 0; i < Kronrod.SIZE; i++) {
                sum += 0.5 * (y - from) * Kronrod.fine(i) * density.applyAsDouble(below.at(i));
            }
            return sum;
        }

        /** The y in it at which p is reached, to rounding. */
        double where(double sought) {
            double low = from;
            double high = to;
            for (double middle = 0.5 * (low + high); middle > low && middle < high; middle = 0.5 * (low + high)) {
                if (accuracy.applyAsDouble(middle) < sought) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return 0.5 * (low + high);
        }
    }

    /** Problems of one p. */
    static Panel atom(double p, double weight, int level, long counted) {
        return new Panel(new double[] {p}, new double[] {weight}, new double[] {weight}, level, counted, null);
    }

    /** Problems of a stretch of a density. */
    static Panel of(Stretch stretch, int level) {
        double half = 0.5 * (stretch.to - stretch.from);
        double[] p = new double[Kronrod.SIZE];
        double[] fine = new double[Kronrod.SIZE];
        double[] coarse = new double[Kronrod.SIZE];
        for (int i = 0; i < Kronrod.SIZE; i++) {
            double y = stretch.at(i);
            double density = half * stretch.density.applyAsDouble(y);
            p[i] = stretch.accuracy.applyAsDouble(y);
            fine[i] = density * Kronrod.fine(i);
            coarse[i] = density * Kronrod.coarse(i);
        }
        return new Panel(p, fine, coarse, level, Empirical.UNCOUNTED, stretch);
    }

    /** How many nodes it has, at least 1. */
    public int size() {
        return p.length;
    }

    /** p at a node; nodes ascend. */
    public double p(int node) {
        return p[node];
    }

    /** The weight of a node, at least 0. */
    public double weight(int node) {
        return weights[node];
    }

    /** The weights of all nodes together: the share of the problems that it stands for. */
    public double mass() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** The number of the named level that it belongs to; −1 when there are none. */
    public int level() {
        return level;
    }

    /** Of how many recorded candidates p is the share of correct ones; 0 when of none. */
    public long counted() {
        return counted;
    }

    /**
     * How far the weighted sum of some values at the nodes may be from the integral, as QUADPACK has it: D·min(1,
     * (200·|K − G|/D)<sup>3/2</sup>) with K and G what both rules say and D the integral of the distance from the mean; 0 for
     * an atom.
     *
     * @param values by node
     */
    public double error(double[] values) {
        if (stretch == null) {
            return 0;
        }
        double fine = 0;
        double gauss = 0;
        for (int i = 0; i < values.length; i++) {
            fine += weights[i] * values[i];
            gauss += coarse[i] * values[i];
        }
        double mass = mass();
        double mean = mass > 0 ? fine / mass : 0;
        double distance = 0;
        for (int i = 0; i < values.length; i++) {
            distance += weights[i] * Math.abs(values[i] - mean);
        }
        double apart = Math.abs(fine - gauss);
        if (distance == 0 || apart == 0) {
            return apart;
        }
        return distance * Math.min(1, StrictMath.pow(FACTOR * apart / distance, 1.5));
    }

    /** Both halves of a stretch; none of an atom, or of a stretch too short to be halved. */
    public List<Panel> halves() {
        if (stretch == null) {
            return List.of();
        }
        double middle = 0.5 * (stretch.from + stretch.to);
        if (!(stretch.accuracy.applyAsDouble(stretch.from) < stretch.accuracy.applyAsDouble(stretch.to))) {
            return List.of();
        }
        return List.of(
                of(new Stretch(stretch.density, stretch.accuracy, stretch.from, middle), level),
                of(new Stretch(stretch.density, stretch.accuracy, middle, stretch.to), level));
    }

    /** This panel in parts that end where p is one of {@code cuts}, ascending. */
    List<Panel> cut(double... cuts) {
        List<Panel> parts = new ArrayList<>();
        Panel rest = this;
        for (double cut : cuts) {
            Stretch whole = rest.stretch;
            if (whole != null
                    && whole.accuracy.applyAsDouble(whole.from) < cut
                    && cut < whole.accuracy.applyAsDouble(whole.to)) {
                double y = whole.where(cut);
                parts.add(of(new Stretch(whole.density, whole.accuracy, whole.from, y), level));
                rest = of(new Stretch(whole.density, whole.accuracy, y, whole.to), level);
            }
        }
        parts.add(rest);
        return parts;
    }

    /** The share of the problems that it stands for with p below {@code bound}. */
    double massBelow(double bound) {
        if (stretch == null) {
            return p[0] < bound ? weights[0] : 0;
        }
        if (bound <= stretch.accuracy.applyAsDouble(stretch.from)) {
            return 0;
        }
        return bound >= stretch.accuracy.applyAsDouble(stretch.to) ? mass() : stretch.massBelow(stretch.where(bound));
    }
}
