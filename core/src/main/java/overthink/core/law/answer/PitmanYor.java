package overthink.core.law.answer;

/**
 * Wrong answers' weights follow a Pitman–Yor process, drawn once for each problem: the k-th weight is
 * V<sub>k</sub>·∏<sub>j&lt;k</sub>(1 − V<sub>j</sub>) with V<sub>k</sub> ~ Beta(1 − discount, concentration + k·discount)
 * (Pitman and Yor 1997).
 *
 * @param discount in [0, 1); 0 is a Dirichlet process
 * @param concentration above −discount
 */
public record PitmanYor(double discount, double concentration) implements AnswerLaw {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when {@code discount} is outside [0, 1) or {@code concentration} is not above
     *     {@code −discount} and finite
     */
    public PitmanYor {
        if (!(discount >= 0 && discount < 1)) {
            throw new IllegalArgumentException("pitman-yor: discount must be at least 0 and below 1, not " + discount);
        }
        if (!(concentration > -discount && concentration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("pitman-yor: concentration must be above -discount (%s), not %s"
                    .formatted(-discount, concentration));
        }
    }
}
