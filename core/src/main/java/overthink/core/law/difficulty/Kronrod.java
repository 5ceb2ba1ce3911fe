package overthink.core.law.difficulty;

/**
 * The 15 nodes of Kronrod's rule on [−1, 1], ascending, and Gauss's rule of 7 among them: what the two rules differ by tells
 * how much the finer one errs (Kronrod 1965; Piessens et al., QUADPACK, 1983, of which these are the constants). The finer rule
 * is exact for polynomials of degree 22, the coarser one for those of degree 13.
 */
final class Kronrod {

    /** How many nodes there are. */
    static final int SIZE = 15;

    private static final int MIDDLE = SIZE / 2;

    private static final double[] NODES = {
        0.991455371120812639206854697526329,
        0.949107912342758524526189684047851,
        0.864864423359769072789712788640926,
        0.741531185599394439863864773280788,
        0.586087235467691130294144691838259,
        0.405845151377397166906606412076961,
        0.207784955007898467600689403773245,
        0
    };

    private static final double[] FINE = {
        0.022935322010529224963732008058970,
        0.063092092629978553290700663189204,
        0.104790010322250183839876322541518,
        0.140653259715525918745189590510238,
        0.169004726639267902826583426598550,
        0.190350578064785409913256402421014,
        0.204432940075298892414161999234649,
        0.209482141084727828012999174891714
    };

    private static final double[] COARSE = {
        0,
        0.129484966168869693270611432679082,
        0,
        0.279705391489276667901467771423780,
        0,
        0.381830050505118944950369775488975,
        0,
        0.417959183673469387755102040816327
    };

    private Kronrod() {}

    /** Node {@code i} of 0 to 14. */
    static double node(int i) {
        return i <= MIDDLE ? -NODES[i] : NODES[SIZE - 1 - i];
    }

    /** Its weight in Kronrod's rule. */
    static double fine(int i) {
        return FINE[Math.min(i, SIZE - 1 - i)];
    }

    /** Its weight in Gauss's rule, 0 where that has no such node. */
    static double coarse(int i) {
        return COARSE[Math.min(i, SIZE - 1 - i)];
    }
}
