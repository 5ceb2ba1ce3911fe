package overthink.core.law.step;

import overthink.core.api.RealRange;

/**
 * The soundness of a solution as it grows: a Markov chain on {sound, flawed} that starts sound. Step t keeps a sound node
 * sound with probability s<sub>t</sub> = s<sup>w(t)</sup> and makes a flawed one sound with ρ·s<sub>t</sub>; s is such that
 * the node is sound after T steps with probability p.
 */
public final class StepChain {

    /** Bisection ends earlier: an interval of doubles is halved until none is inside. */
    private static final int MOST_HALVINGS = 2200;

    /** A weight this small already takes an s near the least double to lose anything. */
    private static final double LEAST_WEIGHT = 1e-300;

    private final double[] keep;
    private final double recovery;
    // P(state at T | state at t); those of a flawed end too, since one minus a value near 1 cancels
    private final double[] soundFromSound;
    private final double[] soundFromFlawed;
    private final double[] flawedFromSound;
    private final double[] flawedFromFlawed;

    private StepChain(double[] keep, double recovery) {
        this.keep = keep;
        this.recovery = recovery;
        int steps = keep.length;
        soundFromSound = new double[steps + 1];
        soundFromFlawed = new double[steps + 1];
        flawedFromSound = new double[steps + 1];
        flawedFromFlawed = new double[steps + 1];
        soundFromSound[steps] = 1;
        flawedFromFlawed[steps] = 1;
        for (int t = steps; t > 0; t--) {
            double stays = keep[t - 1];
            double recovers = recovery * stays;
            soundFromSound[t - 1] = mix(stays, soundFromSound[t], soundFromFlawed[t]);
            soundFromFlawed[t - 1] = mix(recovers, soundFromSound[t], soundFromFlawed[t]);
            flawedFromSound[t - 1] = mix(stays, flawedFromSound[t], flawedFromFlawed[t]);
            flawedFromFlawed[t - 1] = mix(recovers, flawedFromSound[t], flawedFromFlawed[t]);
        }
    }

    private static double mix(double share, double first, double second) {
        return Math.min(1, share * first + (1 - share) * second);
    }

    /**
     * Solves π<sub>T</sub>(s) = p, where π<sub>0</sub> = 1 and π<sub>t</sub> = s<sub>t</sub>·(ρ + (1 −
     * ρ)·π<sub>t−1</sub>). Without recovery s = p<sup>1/Σw</sup>; with it, by bisection on log s.
     *
     * @param p in [0, 1]
     * @param recovery ρ in [0, 1]
     * @param weights w of length T, as {@link StepProfile#weights(int)} gives them
     * @throws IllegalArgumentException when one is outside its range, or no s serves: with recovery and last weights of
     *     zero, the last k steps lose nothing and repair a flaw with probability 1 − (1 − ρ)<sup>k</sup>, so p cannot be
     *     less
     */
    public static StepChain solve(double p, double recovery, double[] weights) {
        RealRange.PROBABILITY.check("p", p);
        RealRange.PROBABILITY.check("recovery", recovery);
        double[] relative = relative(weights);
        double least = soundness(Double.POSITIVE_INFINITY, recovery, relative);
        if (p < least) {
            throw new IllegalArgumentException(
                    ("with recovery %s and last steps of weight 0, p is at least %s, not %s. Maybe give the last step a"
                                    + " weight above 0.")
                            .formatted(recovery, least, p));
        }
        double[] keep = new double[relative.length];
        if (p == 1) {
            fill(keep, 0, relative);
        } else if (p == least) {
            fill(keep, Double.POSITIVE_INFINITY, relative);
        } else if (recovery == 0 || keep.length == 1) {
            double sum = 0;
            for (double weight : relative) {
                sum += weight;
            }
            for (int t = 0; t < keep.length; t++) {
                keep[t] = StrictMath.pow(p, relative[t] / sum);
            }
        } else {
            fill(keep, risk(p, recovery, relative), relative);
        }
        return new StepChain(keep, recovery);
    }

    /** The weights over the greatest of them; one that is above 0 stays so. */
    private static double[] relative(double[] weights) {
        double greatest = 0;
        for (double weight : weights) {
            StepProfile.WEIGHT.check("a weight", weight);
            greatest = Math.max(greatest, weight);
        }
        if (greatest == 0) {
            throw new IllegalArgumentException("at least one weight must be positive");
        }
        double[] relative = new double[weights.length];
        for (int t = 0; t < relative.length; t++) {
            relative[t] = weights[t] > 0 ? Math.max(LEAST_WEIGHT, weights[t] / greatest) : 0;
        }
        return relative;
    }

    /** λ = −log s with π<sub>T</sub> = p, between the neighbouring doubles that bracket it. */
    private static double risk(double p, double recovery, double[] weights) {
        double low = 0;
        double high = 1;
        while (soundness(high, recovery, weights) > p) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (soundness(middle, recovery, weights) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return soundness(low, recovery, weights) - p < p - soundness(high, recovery, weights) ? low : high;
    }

    /** π<sub>T</sub> for s = e<sup>−λ</sup>. */
    private static double soundness(double risk, double recovery, double[] weights) {
        double sound = 1;
        double weight = Double.NaN;
        double keep = Double.NaN;
        for (double next : weights) {
            if (next != weight) {
                weight = next;
                keep = keep(risk, next);
            }
            sound = keep * (recovery + (1 - recovery) * sound);
        }
        return sound;
    }

    private static void fill(double[] keep, double risk, double[] weights) {
        for (int t = 0; t < keep.length; t++) {
            keep[t] = keep(risk, weights[t]);
        }
    }

    /** A step without weight keeps everything, even when s = 0. */
    private static double keep(double risk, double weight) {
        return weight == 0 ? 1 : StrictMath.exp(-risk * weight);
    }

    /** T. */
    public int steps() {
        return keep.length;
    }

    /**
     * Probability that step {@code t} leaves the node sound when its parent was.
     *
     * @param t 1 to T
     * @throws IndexOutOfBoundsException when there is no such step
     */
    public double stays(int t) {
        return keep[t - 1];
    }

    /**
     * Probability that step {@code t} makes a flawed node sound.
     *
     * @param t 1 to T
     * @throws IndexOutOfBoundsException when there is no such step
     */
    public double recovers(int t) {
        return recovery * keep[t - 1];
    }

    /**
     * P(correct | state, depth): the exact continuation probability of a node. Tests use it, strategies never see it.
     *
     * @param sound the node's state
     * @param depth its depth, 0 to T
     * @throws IndexOutOfBoundsException when there is no such depth
     */
    public double value(boolean sound, int depth) {
        return sound ? soundFromSound[depth] : soundFromFlawed[depth];
    }

    /**
     * P(sound at depth t | the parent's state, the state at depth T), by Bayes' rule: what a path needs that is drawn step
     * by step once its end is known. Where the chain cannot go from the parent to that end, the path joins its end at
     * once: 1 when finally sound, else 0.
     *
     * @param t 1 to T
     * @param parentSound the state at depth t − 1
     * @param finallySound the state at depth T
     * @throws IndexOutOfBoundsException when there is no such step
     */
    public double soundGiven(int t, boolean parentSound, boolean finallySound) {
        double chance = parentSound ? keep[t - 1] : recovery * keep[t - 1];
        double sound = chance * (finallySound ? soundFromSound[t] : flawedFromSound[t]);
        double flawed = (1 - chance) * (finallySound ? soundFromFlawed[t] : flawedFromFlawed[t]);
        double either = sound + flawed;
        if (either > 0) {
            return sound / either;
        }
        return finallySound ? 1 : 0;
    }
}
