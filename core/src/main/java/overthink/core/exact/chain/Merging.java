package overthink.core.exact.chain;

/**
 * Merging: one candidate made of K, right with probability w·p + (1 − w)·ω·k/(ω·k + K − k) where k of them are.
 *
 * @param p chance that a fresh candidate is right, in [0, 1]
 * @param fresh w, in [0, 1]
 * @param discernment ω, at least 0
 */
public record Merging(double p, double fresh, double discernment) {

    private static final double NEGLIGIBLE = 1e-20;

    /** A variance of the relative deviation below which six moments say all. */
    private static final double NARROW = 1e-4;

    /** The chance that what is made of {@code members} candidates is right when {@code right} of them are. */
    public double accuracy(int members, int right) {
        double weighed = discernment * right + (members - right);
        double adopted = weighed > 0 ? discernment * right / weighed : 1;
        return fresh * p + (1 - fresh) * adopted;
    }

    /** The same on average, when each member is right with probability {@code x}, independently. */
    public double accuracyOfIndependent(int members, double x) {
        int mode = (int) Math.min(members, (members + 1.0) * x);
        if (x == 0 || x == 1) {
            return accuracy(members, mode);
        }
        double scale = (discernment - 1) / (1 + (discernment - 1) * x);
        if (discernment > 0 && scale * scale * x * (1 - x) / members < NARROW) {
            return fresh * p + (1 - fresh) * adoptedOfMany(members, x, scale);
        }
        // binomial weights relative to the greatest, as far as they count, in both directions
        double odds = x / (1 - x);
        double total = 1;
        double sum = accuracy(members, mode);
        double weight = 1;
        for (int k = mode; k < members && weight > NEGLIGIBLE; k++) {
            weight *= odds * (members - k) / (k + 1.0);
            total += weight;
            sum += weight * accuracy(members, k + 1);
        }
        weight = 1;
        for (int k = mode; k > 0 && weight > NEGLIGIBLE; k--) {
            weight *= k / (odds * (members - k + 1.0));
            total += weight;
            sum += weight * accuracy(members, k - 1);
        }
        return sum / total;
    }

    /**
     * The chance of adopting a right one of many: with X the share of right ones, ω·X/(1 + (ω − 1)·X) about its mean x, by the
     * first six central moments of the binomial law; what is left out is about 105·(the variance of the relative deviation)⁴.
     *
     * @param scale (ω − 1)/(1 + (ω − 1)·x)
     */
    private double adoptedOfMany(int members, double x, double scale) {
        if (scale == 0) {
            return x;
        }
        double n = members;
        double v = x * (1 - x);
        double skew = 1 - 2 * x;
        double second = v / n;
        double third = v * skew / (n * n);
        double fourth = v * (1 + 3 * (n - 2) * v) / (n * n * n);
        double fifth = v * skew * (1 + (10 * n - 12) * v) / (n * n * n * n);
        double sixth =
                v * (1 - 30 * v * (1 - 4 * v) + 5 * n * v * (5 - 26 * v) + 15 * n * n * v * v) / (n * n * n * n * n);
        double mean = scale * scale * (second - scale * (third - scale * (fourth - scale * (fifth - scale * sixth))));
        double wrong = 1 + (discernment - 1) * x;
        // ω·X/(1 + (ω − 1)·X) is ω/(ω − 1)·(1 − 1/(1 + (ω − 1)·X)), and 1/(1 + s) about 1 − s + s² − …
        return discernment * x / wrong - discernment / (discernment - 1) * mean / wrong;
    }

    /** The same on average, when the members are drawn without replacement from {@code population} candidates with {@code right} right ones. */
    public double accuracyOfGroup(int population, int right, int members) {
        int least = Math.max(0, members - (population - right));
        int most = Math.min(members, right);
        // hypergeometric weights relative to that of the least, in logarithms, so that none is lost
        double greatest = 0;
        double logWeight = 0;
        for (int k = least; k < most; k++) {
            logWeight += logStep(population, right, members, k);
            greatest = Math.max(greatest, logWeight);
        }
        double total = 0;
        double sum = 0;
        logWeight = -greatest;
        for (int k = least; k <= most; k++) {
            double weight = StrictMath.exp(logWeight);
            total += weight;
            sum += weight * accuracy(members, k);
            if (k < most) {
                logWeight += logStep(population, right, members, k);
            }
        }
        return sum / total;
    }

    private static double logStep(int population, int right, int members, int k) {
        double up = (double) (right - k) * (members - k);
        double down = (k + 1.0) * ((double) population - right - members + k + 1);
        return StrictMath.log(up / down);
    }

    /**
     * The accuracy of a large population after {@code rounds} rounds in each of which every candidate is made anew of a group of
     * {@code members}: the mean-field recursion x ← {@link #accuracyOfIndependent}, from {@code start} on. Groups of a finite
     * population share ancestors, and so stay apart from it the more the smaller it is. With w = 0 and ω = 1 it stays where it
     * began: merging is then a martingale.
     */
    public double meanField(int members, double start, int rounds) {
        double x = start;
        for (int round = 0; round < rounds; round++) {
            x = accuracyOfIndependent(members, x);
        }
        return x;
    }
}
