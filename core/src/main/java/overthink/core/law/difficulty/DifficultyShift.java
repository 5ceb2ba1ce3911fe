package overthink.core.law.difficulty;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A law of difficulty made harder or easier as a whole, by a shift δ in log-odds, with the problems in the same order at the
 * same latent. What stays the same is named for each law:
 *
 * <ul>
 *   <li>a point, a list, and the logit-normal law: every p has its log-odds shifted by δ; 0 and 1 stay where they are;
 *   <li>beta: the log-odds of the mean within [low, high] are shifted, α + β stays;
 *   <li>Kumaraswamy: b is multiplied by e<sup>−δ</sup>, and a, with it how the hardest problems lie, stays;
 *   <li>levels and mixtures: each part is shifted, the weights stay.
 * </ul>
 *
 * <p>A uniform law has no such shift.
 */
public final class DifficultyShift {

    private DifficultyShift() {}

    /** The law shifted by δ; empty where it has no shift, or a parameter would leave its range. */
    public static Optional<DifficultyLaw> of(DifficultyLaw law, double shift) {
        try {
            return Optional.ofNullable(shifted(law, shift));
        } catch (IllegalArgumentException outside) {
            return Optional.empty();
        }
    }

    private static @Nullable DifficultyLaw shifted(DifficultyLaw law, double shift) {
        if (law instanceof Point point) {
            return new Point(moved(point.p(), shift));
        }
        if (law instanceof Empirical list) {
            return list.mapped(p -> moved(p, shift));
        }
        if (law instanceof Beta beta) {
            double size = beta.alpha() + beta.beta();
            double mean = moved(beta.alpha() / size, shift);
            return new Beta(mean * size, (1 - mean) * size, beta.low(), beta.high());
        }
        if (law instanceof Kumaraswamy kumaraswamy) {
            return new Kumaraswamy(kumaraswamy.a(), kumaraswamy.b() * StrictMath.exp(-shift));
        }
        if (law instanceof LogitNormal normal) {
            return new LogitNormal(normal.mu() + shift, normal.sigma());
        }
        if (law instanceof Mixture mixture) {
            return new Mixture(mixture.parts().stream()
                    .map(part -> new Mixture.Part(part.weight(), need(part.law(), shift)))
                    .toList());
        }
        if (law instanceof Levels levels) {
            return new Levels(levels.list().stream()
                    .map(level -> new Levels.Level(level.name(), level.weight(), need(level.law(), shift)))
                    .toList());
        }
        return null;
    }

    private static DifficultyLaw need(DifficultyLaw law, double shift) {
        return of(law, shift).orElseThrow(() -> new IllegalArgumentException("a part cannot be shifted"));
    }

    private static double moved(double p, double shift) {
        if (p <= 0 || p >= 1) {
            return p;
        }
        double odds = p / (1 - p) * StrictMath.exp(shift);
        return odds / (1 + odds);
    }
}
