package overthink.core.exact.voting;

/**
 * The sum of {@link PoissonVote}'s generating function over a block of neighbouring points of the circle. At each point it is
 * the sum over the true answer's count m of its probability times the integral over s of ∏<sub>j</sub>
 * (∑<sub>i&lt;m</sub> P(X<sub>j</sub> = i)·ω<sup>i</sup> + s·P(X<sub>j</sub> = m)·ω<sup>m</sup>). The inner sums run along
 * with m, for all points at once, and an answer that m has left behind is a factor that no longer changes.
 */
final class VoteSum {

    /** Points whose rows stay in the cache together. */
    static final int BLOCK = 256;

    private final PoissonVote vote;
    private final Circle circle;
    private final int from;
    private final int length;
    private final int[] index;
    /** ω<sup>i</sup> of the count in hand. */
    private final ComplexRow level;
    /** What all later counts have as a factor. */
    private final ComplexRow settled;

    private final ComplexRow[] below;
    private final boolean[] left;
    private final ComplexRow product;
    private final ComplexRow power;
    private final ComplexRow inner;
    private final ComplexRow sum;

    /** The points {@code from} to {@code to − 1}, of those on and above the real axis. */
    VoteSum(PoissonVote vote, Circle circle, int from, int to) {
        this.vote = vote;
        this.circle = circle;
        this.from = from;
        length = to - from;
        index = new int[length];
        level = new ComplexRow(length);
        settled = new ComplexRow(length);
        below = new ComplexRow[vote.rivals()];
        for (int j = 0; j < below.length; j++) {
            below[j] = new ComplexRow(length);
        }
        left = new boolean[below.length];
        product = new ComplexRow(length);
        power = new ComplexRow(length);
        inner = new ComplexRow(length);
        sum = new ComplexRow(length);
    }

    /** The sum over these points and their mirror images below the axis. */
    double value(TieRule[] ties) {
        begin();
        int first = vote.least();
        for (int j = 0; j < below.length; j++) {
            first = Math.min(first, vote.window(j).low());
        }
        turnTo(first);
        for (int m = first; m <= vote.most(); m++) {
            if (m >= vote.least()) {
                settle(m);
                vote(m, ties[m - vote.least()]);
            }
            for (int j = 0; j < below.length; j++) {
                double mass = vote.window(j).mass(m);
                if (mass > 0) {
                    below[j].add(mass, level);
                }
            }
            turn();
        }
        double total = 0;
        for (int i = 0; i < length; i++) {
            total += sum.re(i);
        }
        return total;
    }

    /** Background answers, and ω<sup>−kn</sup>; twice for points that stand for their mirror images, too. */
    private void begin() {
        int points = circle.points();
        for (int i = 0; i < length; i++) {
            int k = from + i;
            int turned = vote.turned(k, points);
            double twice = k == 0 || 2 * k == points ? 1 : 2;
            settled.set(i, twice * circle.cos(turned), -twice * circle.sin(turned));
        }
        settlePoisson(vote.background());
    }

    /** Multiplies by e<sup>mean·(ω − 1)</sup>, the generating function of a Poisson count. */
    private void settlePoisson(double mean) {
        for (int i = 0; i < length && mean > 0; i++) {
            multiplyExp(settled, i, mean * circle.cosMinusOne(from + i), mean * circle.sin(from + i));
        }
    }

    private static void multiplyExp(ComplexRow row, int i, double logSize, double angle) {
        double size = StrictMath.exp(logSize);
        row.multiply(i, size * StrictMath.cos(angle), size * StrictMath.sin(angle));
    }

    private void turnTo(int count) {
        for (int i = 0; i < length; i++) {
            index[i] = (int) ((long) count * (from + i) % circle.points());
            level.set(i, circle.cos(index[i]), circle.sin(index[i]));
        }
    }

    private void turn() {
        int points = circle.points();
        for (int i = 0; i < length; i++) {
            int next = index[i] + from + i;
            next = next >= points ? next - points : next;
            index[i] = next;
            level.set(i, circle.cos(next), circle.sin(next));
        }
    }

    /** Makes a factor of what cannot have m votes or more. */
    private void settle(int m) {
        for (int j = 0; j < below.length; j++) {
            if (!left[j] && vote.window(j).high() < m) {
                left[j] = true;
                settled.multiplyPower(below[j], vote.power(j));
            }
        }
        if (m == Math.max(PoissonVote.RARELY_REACHED, vote.least())) {
            settlePoisson(vote.rareExpected());
        }
        if (m == Math.max(2, vote.least())) {
            settlePoisson(vote.uniqueExpected());
        }
    }

    /** Adds what a true answer of m votes contributes. */
    private void vote(int m, TieRule tie) {
        double truth = vote.truth().mass(m);
        boolean rareMayTie = vote.rareExpected() > 0 && m < PoissonVote.RARELY_REACHED;
        inner.fill(0);
        for (int t = 0; t < tie.size(); t++) {
            product.fill(truth * tie.weight(t));
            for (int j = 0; j < below.length; j++) {
                if (!left[j]) {
                    multiply(j, tie.node(t) * vote.window(j).mass(m));
                }
            }
            if (rareMayTie) {
                multiplyRare(m, tie.node(t));
            }
            if (m == 1 && vote.uniqueExpected() > 0) {
                multiplyUnique(tie.node(t));
            }
            inner.add(1, product);
        }
        inner.multiply(level);
        inner.multiply(settled);
        sum.add(1, inner);
    }

    private void multiply(int j, double top) {
        if (vote.power(j) == 1) {
            product.multiply(below[j], top, level);
        } else {
            power.set(below[j], top, level);
            product.multiplyPower(power, vote.power(j));
        }
    }

    /** exp(Σ κ<sub>r</sub>·P<sub>r</sub>·ω<sup>kr</sup> − Σ μ) by Horner's rule. */
    private void multiplyRare(int m, double node) {
        double[] log = RareAnswers.logCoefficients(m, node);
        double[] sums = vote.rareSums();
        int terms = 0;
        for (int r = 1; r < log.length; r++) {
            log[r] *= sums[r];
            terms = Math.abs(log[r]) > 1e-19 ? r : terms;
        }
        for (int i = 0; i < length; i++) {
            double c = circle.cos(from + i);
            double s = circle.sin(from + i);
            double re = 0;
            double im = 0;
            for (int r = terms; r > 0; r--) {
                double next = (re + log[r]) * c - im * s;
                im = (re + log[r]) * s + im * c;
                re = next;
            }
            multiplyExp(product, i, re - vote.rareExpected(), im);
        }
    }

    /** Answers that nobody else gives tie with a truth that has one vote: exp(μ·(s·ω − 1)). */
    private void multiplyUnique(double node) {
        double mean = vote.uniqueExpected();
        for (int i = 0; i < length; i++) {
            multiplyExp(product, i, mean * (node * circle.cos(from + i) - 1), mean * node * circle.sin(from + i));
        }
    }
}
