package overthink.core.exact.voting;

/** A row of complex numbers, of which loops without branches work on all at once. */
final class ComplexRow {

    private final double[] re;
    private final double[] im;

    /** Zeros. */
    ComplexRow(int length) {
        re = new double[length];
        im = new double[length];
    }

    double re(int i) {
        return re[i];
    }

    void set(int i, double real, double imaginary) {
        re[i] = real;
        im[i] = imaginary;
    }

    /** Multiplies one of them. */
    void multiply(int i, double real, double imaginary) {
        double product = re[i] * real - im[i] * imaginary;
        im[i] = re[i] * imaginary + im[i] * real;
        re[i] = product;
    }

    void fill(double real) {
        for (int i = 0; i < re.length; i++) {
            re[i] = real;
            im[i] = 0;
        }
    }

    /** this = base + factor·other. */
    void set(ComplexRow base, double factor, ComplexRow other) {
        double[] baseRe = base.re;
        double[] baseIm = base.im;
        double[] otherRe = other.re;
        double[] otherIm = other.im;
        for (int i = 0; i < re.length; i++) {
            re[i] = baseRe[i] + factor * otherRe[i];
            im[i] = baseIm[i] + factor * otherIm[i];
        }
    }

    /** this = this + factor·other. */
    void add(double factor, ComplexRow other) {
        double[] otherRe = other.re;
        double[] otherIm = other.im;
        for (int i = 0; i < re.length; i++) {
            re[i] += factor * otherRe[i];
            im[i] += factor * otherIm[i];
        }
    }

    /** this = this·other. */
    void multiply(ComplexRow other) {
        double[] otherRe = other.re;
        double[] otherIm = other.im;
        for (int i = 0; i < re.length; i++) {
            double product = re[i] * otherRe[i] - im[i] * otherIm[i];
            im[i] = re[i] * otherIm[i] + im[i] * otherRe[i];
            re[i] = product;
        }
    }

    /** this = this·(base + factor·other). */
    void multiply(ComplexRow base, double factor, ComplexRow other) {
        double[] baseRe = base.re;
        double[] baseIm = base.im;
        double[] otherRe = other.re;
        double[] otherIm = other.im;
        for (int i = 0; i < re.length; i++) {
            double real = baseRe[i] + factor * otherRe[i];
            double imaginary = baseIm[i] + factor * otherIm[i];
            double product = re[i] * real - im[i] * imaginary;
            im[i] = re[i] * imaginary + im[i] * real;
            re[i] = product;
        }
    }

    /** this = this·base<sup>power</sup>; {@code base} is spent. */
    void multiplyPower(ComplexRow base, int power) {
        for (int rest = power; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                multiply(base);
            }
            if (rest > 1) {
                base.square();
            }
        }
    }

    private void square() {
        for (int i = 0; i < re.length; i++) {
            double product = re[i] * re[i] - im[i] * im[i];
            im[i] = 2 * re[i] * im[i];
            re[i] = product;
        }
    }
}
