package overthink.core.fit.baseline;

/**
 * A straight line.
 *
 * @param intercept at 0
 * @param slope of it
 */
record Line(double intercept, double slope) {

    /** The line of least squares through points of at least two different x. */
    static Line through(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / x.length;
        }
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        return new Line(meanY - slope * meanX, slope);
    }

    double at(double x) {
        return intercept + slope * x;
    }

    /** The sum of the squared distances of points. */
    double squares(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double distance = y[i] - at(x[i]);
            sum += distance * distance;
        }
        return sum;
    }
}
