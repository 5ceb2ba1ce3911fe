package overthink.core.law.difficulty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * The panels of a density on its latent line. Stretches cover what is within e<sup>50</sup> of the density's peak, as far as p
 * and 1 − p are above 1e-30; what lies beyond, where p is one of its ends for every purpose here, is an atom.
 */
final class LatentPanels {

    private static final double REACH = 50;
    private static final double LEAST = 1e-30;
    private static final double LOG_LEAST = -70;
    private static final double FAR = 1e9;

    /** So many units of the latent line go into one stretch to begin with. */
    private static final double UNITS = 4;

    private static final int FEWEST = 4;

    /** What both rules may differ by in the mass of a stretch, as a share of all: the finer one then errs by less than 1e-12. */
    private static final double APART = 1e-10;

    private static final double ERROR = 1e-13;
    private static final int MOST = 1000;

    private final LatentDensity latent;
    private final DoubleUnaryOperator accuracy;
    private final double peak;

    private LatentPanels(LatentDensity latent, DoubleUnaryOperator scale) {
        this.latent = latent;
        accuracy = y -> scale.applyAsDouble(latent.accuracy(y));
        peak = latent.logDensity(latent.mode());
    }

    /**
     * The panels of a density.
     *
     * @param latent where it lies
     * @param scale makes p of the latent's own p; does not fall
     * @param share of the problems that follow it
     * @param level the number of their level
     */
    static List<Panel> of(LatentDensity latent, DoubleUnaryOperator scale, double share, int level) {
        return new LatentPanels(latent, scale).panels(share, level);
    }

    private List<Panel> panels(double share, int level) {
        double lowest = accuracy.applyAsDouble(-FAR) + LEAST;
        double highest = accuracy.applyAsDouble(FAR);
        double leastMiss = Math.max(LOG_LEAST, latent.logMiss(FAR));
        double left = end(-1, y -> accuracy.applyAsDouble(y) > lowest);
        double right = end(1, y -> accuracy.applyAsDouble(y) < highest && latent.logMiss(y) > leastMiss);
        List<Panel.Stretch> stretches = stretches(left, right);
        double total = stretches.stream().mapToDouble(LatentPanels::mass).sum();
        double below = beyond(left, -1);
        double above = beyond(right, 1);
        double scale = share / (total + below + above);
        List<Panel> panels = new ArrayList<>();
        if (below > 0) {
            panels.add(Panel.atom(accuracy.applyAsDouble(left), below * scale, level, Empirical.UNCOUNTED));
        }
        for (Panel.Stretch one : stretches) {
            panels.add(Panel.of(new Panel.Stretch(y -> scale * density(y), accuracy, one.from(), one.to()), level));
        }
        if (above > 0) {
            panels.add(Panel.atom(accuracy.applyAsDouble(right), above * scale, level, Empirical.UNCOUNTED));
        }
        return panels;
    }

    private double density(double y) {
        return StrictMath.exp(latent.logDensity(y) - peak);
    }

    private boolean dense(double y) {
        return latent.logDensity(y) - peak > -REACH;
    }

    /** How far to one side of the mode the density is dense and something else holds. */
    private double end(int side, DoublePredicate also) {
        DoublePredicate inside = y -> dense(y) && also.test(y);
        double from = latent.mode();
        double step = latent.unit() * side;
        double to = from + step;
        while (inside.test(to) && Math.abs(to) < FAR) {
            step *= 2;
            from = to;
            to += step;
        }
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (from + to);
            if (inside.test(middle)) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Stretches so short that the finer rule errs by nothing that matters in the mass and in the mean of p. */
    private List<Panel.Stretch> stretches(double left, double right) {
        int parts = (int) Math.max(FEWEST, Math.min(MOST, Math.ceil((right - left) / (UNITS * latent.unit()))));
        List<Panel.Stretch> found = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            found.add(new Panel.Stretch(
                    this::density,
                    accuracy,
                    left + (right - left) * i / parts,
                    i == parts - 1 ? right : left + (right - left) * (i + 1) / parts));
        }
        double total = found.stream().mapToDouble(LatentPanels::mass).sum();
        for (int i = 0; i < found.size(); ) {
            Panel.Stretch one = found.get(i);
            double middle = 0.5 * (one.from() + one.to());
            if (found.size() < MOST && one.from() < middle && middle < one.to() && !fine(one, total)) {
                found.set(i, new Panel.Stretch(this::density, accuracy, one.from(), middle));
                found.add(i + 1, new Panel.Stretch(this::density, accuracy, middle, one.to()));
            } else {
                i++;
            }
        }
        return found;
    }

    private static boolean fine(Panel.Stretch stretch, double total) {
        Panel panel = Panel.of(stretch, -1);
        double[] ones = new double[panel.size()];
        double[] rates = new double[panel.size()];
        for (int i = 0; i < rates.length; i++) {
            ones[i] = 1;
            rates[i] = panel.p(i);
        }
        return panel.error(ones) <= APART * total && panel.error(rates) <= ERROR * total;
    }

    private static double mass(Panel.Stretch stretch) {
        return stretch.massBelow(stretch.to());
    }

    /** The mass beyond an end, in stretches that double. */
    private double beyond(double end, int side) {
        double sum = 0;
        double from = end;
        for (double step = latent.unit() * side; dense(from) && Math.abs(from) < FAR; step *= 2) {
            double to = from + step;
            sum += mass(new Panel.Stretch(this::density, accuracy, Math.min(from, to), Math.max(from, to)));
            from = to;
        }
        return sum;
    }
}
