package overthink.core.exact.chain;

/**
 * Merging: one candidate made of K, right with probability w·p + (1 − w)·ω·k/(ω·k + K − k) where k of them are.
 *
 * @param p chance that a fresh candidate is right, in [0, 1]
 * @param fresh w, in [0, 1]
 * @param discernment ω, at least 0
 */
public record Merging(double p, double fresh, double discernment) {

    /** The chance that what is made of {@code members} candidates is right when {@code right} of them are. */
    public double accuracy(int members, int right) {
        double weighed = discernment * right + (members - right);
        double adopted = weighed > 0 ? discernment * right / weighed : 1;
        return fresh * p + (1 - fresh) * adopted;
    }

    /** The same on average, when each member is right with probability {@code x}, independently. */
    public double accuracyOfIndependent(int members, double x) {
        if (x == 0 || x == 1) {
            return accuracy(members, x == 0 ? 0 : members);
        }
        double sum = 0;
        double logWeight = members * StrictMath.log1p(-x);
        double ratio = StrictMath.log(x) - StrictMath.log1p(-x);
        for (int k = 0; k <= members; k++) {
            sum += StrictMath.exp(logWeight) * accuracy(members, k);
            logWeight += ratio + StrictMath.log((members - k) / (k + 1.0));
        }
        return sum;
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
