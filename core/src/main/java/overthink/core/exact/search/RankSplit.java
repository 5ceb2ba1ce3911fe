package overthink.core.exact.search;

/**
 * The integrand of {@link SoundAmongBest}: for one latent x, by m, how likely it is that x is the latent of the b-th best of n
 * nodes and that m of the b best are sound.
 */
final class RankSplit {

    /** e to the −46 is nothing. */
    private static final double NEGLIGIBLE = 46;

    /** A chance below this is none. */
    private static final double NOTHING = 1e-22;

    private final int n;
    private final int best;
    private final double[] logFactorials;
    private final double least;
    private final double most;

    /**
     * For some numbers.
     *
     * @param n nodes
     * @param best b, from 1 to n
     */
    RankSplit(int n, int best) {
        this.n = n;
        this.best = best;
        logFactorials = new double[n + 1];
        for (int i = 2; i <= n; i++) {
            logFactorials[i] = logFactorials[i - 1] + StrictMath.log(i);
        }
        double share = (double) best / n;
        least = best == n ? 0 : n * reach(share, 0);
        most = best == n ? n : n * reach(share, 1);
    }

    /** The share q next to 0 or 1 for which n·KL(share ‖ q) is just negligible: Chernoff's bound. */
    private double reach(double share, double end) {
        double near = share;
        double far = end;
        for (int i = 0; i < 60; i++) {
            double q = 0.5 * (near + far);
            double divergence =
                    share * StrictMath.log(share / q) + (1 - share) * (StrictMath.log1p(-share) - StrictMath.log1p(-q));
            if (n * divergence > NEGLIGIBLE) {
                far = q;
            } else {
                near = q;
            }
        }
        return far;
    }

    /** Whether about b of n nodes, {@code sound} of which are sound, can have latents greater than one's. */
    boolean reaches(int sound, double soundAbove, double flawedAbove) {
        double mean = sound * soundAbove + (n - sound) * flawedAbove;
        return mean >= least && mean <= most;
    }

    /**
     * Adds what one latent contributes.
     *
     * @param sound how many nodes are sound
     * @param soundAbove u₁
     * @param flawedAbove u₀
     * @param ofSound f₁ dx
     * @param ofFlawed f₀ dx
     * @param into by m
     */
    void add(int sound, double soundAbove, double flawedAbove, double ofSound, double ofFlawed, double[] into) {
        int flawed = n - sound;
        int from = Math.max(0, best - flawed);
        int to = Math.min(sound, best);
        if (soundAbove == 0 || flawedAbove == 1) {
            to = Math.min(to, soundAbove == 0 ? 0 : best - flawed);
        }
        if (soundAbove == 1 || flawedAbove == 0) {
            from = Math.max(from, soundAbove == 1 ? sound : best);
        }
        if (from > to) {
            return;
        }
        double one = soundAbove == 0 ? 0 : ofSound / soundAbove;
        double other = flawedAbove == 0 ? 0 : ofFlawed / flawedAbove;
        double odds = from == to ? 0 : soundAbove / (1 - soundAbove) / (flawedAbove / (1 - flawedAbove));
        int mode = mode(sound, from, to, odds);
        double atMode = StrictMath.exp(log(sound, mode, soundAbove) + log(flawed, best - mode, flawedAbove));
        double chance = atMode;
        for (int m = mode; chance > NOTHING; m++) {
            into[m] += chance * (m * one + (best - m) * other);
            if (m == to) {
                break;
            }
            chance *= ratio(sound, m, odds);
        }
        chance = atMode;
        for (int m = mode; m > from && chance > NOTHING; m--) {
            chance /= ratio(sound, m - 1, odds);
            into[m - 1] += chance * ((m - 1) * one + (best - m + 1) * other);
        }
    }

    /** The likeliest m from {@code from} to {@code to}. */
    private int mode(int sound, int from, int to, double odds) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ratio(sound, middle, odds) >= 1) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The chance of m + 1 sound ones by that of m; it falls with m. */
    private double ratio(int sound, int m, double odds) {
        return odds * (sound - m) / (m + 1) * (best - m) / (n - sound - best + m + 1);
    }

    /** ln C(of, above)·u<sup>above</sup>·(1 − u)<sup>of − above</sup>. */
    private double log(int of, int above, double u) {
        double log = logFactorials[of] - logFactorials[above] - logFactorials[of - above];
        log += above == 0 ? 0 : above * StrictMath.log(u);
        return log + (above == of ? 0 : (of - above) * StrictMath.log1p(-u));
    }
}
