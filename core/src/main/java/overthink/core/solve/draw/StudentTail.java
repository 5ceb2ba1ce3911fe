package overthink.core.solve.draw;

import java.util.Arrays;

/**
 * The upper half of Student's t scaled to variance 1: the z above which a mass S ≤ ½ lies, from log S, for S down to 1e−32.
 * Survival is integrated from the top down (8-point Gauss–Legendre on panels that grow with z); between the panels' edges
 * asinh z is interpolated in log S by cubics with the true slopes. Relative error below 1e−8.
 */
final class StudentTail {

    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };
    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    private static final double STEP = 0.01;
    private static final double NOTHING = 1e-48;

    private final double nu;
    /** At the panels' edges, from 0 up: log S, asinh z, and its slope in log S. */
    private final double[] logTail;

    private final double[] position;
    private final double[] slope;

    /**
     * The law of ν degrees of freedom.
     *
     * @param nu above 2
     */
    StudentTail(double nu) {
        this.nu = nu;
        double[] edges = new double[1024];
        int size = 1;
        while (edges[size - 1] < 2 || (1 + edges[size - 1]) * shape(edges[size - 1]) > NOTHING) {
            if (size == edges.length) {
                edges = Arrays.copyOf(edges, 2 * size);
            }
            edges[size] = edges[size - 1] + STEP * (1 + edges[size - 1]);
            size++;
        }
        double[] tail = new double[size];
        for (int i = size - 2; i >= 0; i--) {
            tail[i] = tail[i + 1] + integral(edges[i], edges[i + 1]);
        }
        double whole = 2 * tail[0];
        // the last edges hold next to nothing, and what lies beyond is cut from them
        int used = size;
        while (!(tail[used - 1] / whole > 1e-34)) {
            used--;
        }
        logTail = new double[used];
        position = new double[used];
        slope = new double[used];
        for (int i = 0; i < used; i++) {
            double z = edges[i];
            logTail[i] = StrictMath.log(tail[i] / whole);
            position[i] = StrictMath.log(z + Math.sqrt(1 + z * z));
            slope[i] = -tail[i] / shape(z) / Math.sqrt(1 + z * z);
        }
    }

    private double shape(double z) {
        return StrictMath.exp(-0.5 * (nu + 1) * StrictMath.log1p(z * z / (nu - 2)));
    }

    private double integral(double from, double to) {
        double middle = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * (shape(middle - half * NODES[i]) + shape(middle + half * NODES[i]));
        }
        return half * sum;
    }

    /**
     * The z above which a mass lies.
     *
     * @param logMass its logarithm, at most log ½
     */
    double quantile(double logMass) {
        int low = 0;
        int high = logTail.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (logTail[middle] >= logMass) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double width = logTail[high] - logTail[low];
        double t = Math.min(1, (logMass - logTail[low]) / width);
        double s = 1 - t;
        double at = s * s * ((1 + 2 * t) * position[low] + t * width * slope[low])
                + t * t * ((1 + 2 * s) * position[high] - s * width * slope[high]);
        return StrictMath.sinh(at);
    }
}
