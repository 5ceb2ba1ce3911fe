package overthink.core.law.difficulty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A law of p as {@link Panel}s: atoms and lists as they are, densities in stretches of their latent lines, on which both ends
 * of [0, 1] are far away; mixtures and levels part by part.
 */
public final class LawPanels {

    private LawPanels() {}

    /**
     * The panels of a law, whose masses sum to 1. They are fine enough for the mass and the mean of p; for other functions
     * of p {@link Panel#error} says which are to be halved.
     *
     * @param law of p
     * @param cuts values of p, ascending, that no stretch contains in its inside
     */
    public static List<Panel> of(DifficultyLaw law, double... cuts) {
        List<Panel> panels = new ArrayList<>();
        for (Panel panel : parts(law, 1, -1)) {
            panels.addAll(panel.cut(cuts));
        }
        return panels;
    }

    /**
     * The p that part a law in shares of equal mass, {@code count − 1} of them, ascending: p<sub>k</sub> is the greatest with
     * no more than k/count of the problems below it. Where an atom lies across, it is the atom's p.
     *
     * @param law of p
     * @param count at least 1
     */
    public static double[] quantiles(DifficultyLaw law, int count) {
        List<Panel> panels = of(law);
        double[] cuts = new double[count - 1];
        for (int k = 1; k < count; k++) {
            double low = 0;
            double high = 1;
            for (double middle = middle(low, high); middle > low && middle < high; middle = middle(low, high)) {
                double bound = middle;
                double mass = panels.stream()
                        .mapToDouble(panel -> panel.massBelow(bound))
                        .sum();
                if (mass <= (double) k / count) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            cuts[k - 1] = low;
        }
        return cuts;
    }

    /** Halfway on the scale of logarithms below ½, else of numbers: p may be small. */
    private static double middle(double low, double high) {
        return low > 0 && high <= 0.5 ? StrictMath.sqrt(low) * StrictMath.sqrt(high) : 0.5 * (low + high);
    }

    private static List<Panel> parts(DifficultyLaw law, double share, int level) {
        if (share == 0) {
            return List.of();
        }
        if (law instanceof Point point) {
            return List.of(Panel.atom(point.p(), share, level, Empirical.UNCOUNTED));
        }
        if (law instanceof Empirical list) {
            return atoms(list, share, level);
        }
        if (law instanceof Mixture mixture) {
            double total =
                    mixture.parts().stream().mapToDouble(Mixture.Part::weight).sum();
            return mixture.parts().stream()
                    .flatMap(part -> parts(part.law(), share * part.weight() / total, level).stream())
                    .toList();
        }
        if (law instanceof Levels levels) {
            double total =
                    levels.list().stream().mapToDouble(Levels.Level::weight).sum();
            List<Panel> panels = new ArrayList<>();
            for (int k = 0; k < levels.list().size(); k++) {
                Levels.Level one = levels.list().get(k);
                panels.addAll(parts(one.law(), share * one.weight() / total, k));
            }
            return panels;
        }
        if (law instanceof UniformDifficulty uniform) {
            return parts(new Beta(1, 1, uniform.low(), uniform.high()), share, level);
        }
        if (law instanceof Beta beta) {
            double width = beta.high() - beta.low();
            return LatentPanels.of(beta.latent(), q -> Math.min(beta.high(), beta.low() + width * q), share, level);
        }
        return LatentPanels.of(((LatentLaw) law).latent(), DoubleUnaryOperator.identity(), share, level);
    }

    /** The elements of a list, equal ones together. */
    private static List<Panel> atoms(Empirical list, double share, int level) {
        record Kind(double p, long n) {}
        Map<Kind, Integer> kinds = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            kinds.merge(new Kind(list.p(i), list.n(i)), 1, Integer::sum);
        }
        return kinds.entrySet().stream()
                .map(kind -> Panel.atom(kind.getKey().p, share * kind.getValue() / list.size(), level, kind.getKey().n))
                .toList();
    }

    /** Σ weight·f(p) over panels. */
    public static double sum(List<Panel> panels, DoubleUnaryOperator f) {
        double sum = 0;
        for (Panel panel : panels) {
            for (int i = 0; i < panel.size(); i++) {
                sum += panel.weight(i) * f.applyAsDouble(panel.p(i));
            }
        }
        return sum;
    }
}
