package overthink.core.law.difficulty;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A law of p, the probability that one candidate of a problem is correct.
 *
 * <p>Every law computes with {@link StrictMath} and exact operations, so a value has the same bits everywhere.
 */
public sealed interface DifficultyLaw permits Point, Beta, UniformDifficulty, LatentLaw, Levels, Mixture, Empirical {

    /**
     * p of the problem at latent {@code u}: the quantile function, or for {@link Levels} and {@link Mixture} the part that
     * {@code u} falls into and then that part's quantile. The relative error is below 1e-9, in the tails too; below the
     * least normal double (2e-308) p runs down to 0.
     *
     * @param u in (0, 1)
     * @return p in [0, 1]
     * @throws IllegalArgumentException when {@code u} is outside (0, 1)
     */
    double quantile(double u);

    /** E[p]. */
    double mean();

    /**
     * E[f(p)] over the law: an exact sum for lists and atoms, quadrature for densities. Where f is smooth in log p and
     * log(1 − p), as (1 − p)<sup>n</sup> is for any n, quadrature errs by less than 1e-9·E|f|; near a jump of f it is good
     * to about 1e-3 of the jump.
     *
     * @param f finite on [0, 1]
     */
    double expectation(DoubleUnaryOperator f);

    /**
     * E[(1 − p)<sup>n</sup>], what is left unsolved by n candidates; without cancellation, for n up to 2<sup>40</sup>. The
     * relative error is below 1e-10.
     *
     * @param n at least 0
     * @throws IllegalArgumentException when {@code n} is negative
     */
    double failure(long n);

    /** The named levels of difficulty, in order; empty when the law has none. */
    default List<String> levels() {
        return List.of();
    }

    /**
     * Which of {@link #levels()} the problem at latent {@code u} belongs to; −1 when the law has none.
     *
     * @param u in (0, 1)
     * @throws IllegalArgumentException when {@code u} is outside (0, 1) and the law has levels
     */
    default int level(double u) {
        return -1;
    }
}
