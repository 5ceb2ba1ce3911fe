package overthink.core.exact;

/** Quadrature of a density panel by panel, each by the 16-point Gauss–Legendre rule, from the top down. */
public final class DensityPanels {

    /** The rule of a panel. */
    public static final GaussLegendre RULE = new GaussLegendre(16);

    private static final double[][] UPPER_INTEGRALS = RULE.upperIntegrals();

    private DensityPanels() {}

    /**
     * Fills the chances of more than each node of a panel, by the panel's own polynomial, which keeps their relative accuracy in
     * the upper tail. Far beyond a bell its density may be too steep for panels that were laid for another, and what is next to
     * nothing would come out below it: a chance is never less than 0.
     *
     * @param density at the nodes of all panels
     * @param base the panel's first node
     * @param half half the panel's width
     * @param above the chance of more than the panel's upper edge
     * @param into by node
     * @return the chance of more than the panel's lower edge
     */
    public static double accumulate(double[] density, int base, double half, double above, double[] into) {
        double total = 0;
        for (int k = 0; k < RULE.size(); k++) {
            double sum = 0;
            for (int j = 0; j < RULE.size(); j++) {
                sum += UPPER_INTEGRALS[k][j] * density[base + j];
            }
            into[base + k] = Math.max(0, Math.min(1, above + half * sum));
            total += RULE.weight(k) * density[base + k];
        }
        return above + half * total;
    }
}
