package overthink.core.exact.voting;

/** The points e<sup>2πik/L</sup> of the unit circle, L a multiple of 8. */
final class Circle {

    private final double[] cos;
    private final double[] sin;

    /** At least so many points. */
    Circle(int least) {
        int eighth = (least + 7) / 8;
        int points = 8 * eighth;
        cos = new double[points];
        sin = new double[points];
        for (int k = 0; k <= eighth; k++) {
            double angle = 0.25 * Math.PI * k / eighth;
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            set(k, c, s);
            set(2 * eighth - k, s, c);
            set(2 * eighth + k, -s, c);
            set(4 * eighth - k, -c, s);
            set(4 * eighth + k, -c, -s);
            set(6 * eighth - k, -s, -c);
            set(6 * eighth + k, s, -c);
            if (k > 0) {
                set(points - k, c, -s);
            }
        }
    }

    private void set(int k, double c, double s) {
        cos[k] = c;
        sin[k] = s;
    }

    /** L. */
    int points() {
        return cos.length;
    }

    double cos(int k) {
        return cos[k];
    }

    double sin(int k) {
        return sin[k];
    }

    /** cos − 1, without cancellation. */
    double cosMinusOne(int k) {
        return cos[k] > 0 ? -sin[k] * sin[k] / (1 + cos[k]) : cos[k] - 1;
    }
}
