package overthink.core.law.answer;

import overthink.core.api.RealRange;

/**
 * Wrong answers' weights follow a Pitman–Yor process, drawn once for each problem: the k-th weight is
 * V<sub>k</sub>·∏<sub>j&lt;k</sub>(1 − V<sub>j</sub>) with V<sub>k</sub> ~ Beta(1 − discount, concentration + k·discount)
 * (Pitman and Yor 1997).
 *
 * @param discount in [0, 0.99]; 0 is a Dirichlet process
 * @param concentration in [−0.99, 1e6]; with the discount at least 1e-9
 */
public record PitmanYor(double discount, double concentration) implements AnswerLaw {

    /** What the discount may be: the sticks' gamma variables of shape 1 − discount stay far above the least double. */
    public static final RealRange DISCOUNT = new RealRange(0, 0.99);

    /** What the concentration may be; beyond, wrong answers are as good as {@link Distinct}. */
    public static final RealRange CONCENTRATION = new RealRange(-0.99, 1e6);

    /** At 0 the first stick takes all. */
    private static final double LEAST_SUM = 1e-9;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range, or they sum to less than 1e-9
     */
    public PitmanYor {
        DISCOUNT.check("pitman-yor: discount", discount);
        CONCENTRATION.check("pitman-yor: concentration", concentration);
        if (concentration + discount < LEAST_SUM) {
            throw new IllegalArgumentException(
                    "pitman-yor: concentration (%s) and discount (%s) must sum to at least %s"
                            .formatted(
                                    RealRange.text(concentration),
                                    RealRange.text(discount),
                                    RealRange.text(LEAST_SUM)));
        }
    }
}
