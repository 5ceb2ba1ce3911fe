package overthink.benchmarks;

import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * The world of {@code numpy_sim.py} with its defaults, which every measurement here plays in: solutions of {@value #STEPS}
 * steps without recovery, wrong answers Zipf(12, 1.2), an outcome verifier of d = 1.2 and a process verifier of d = 1, the
 * noise of both its own for each candidate or node.
 */
final class PeerWorld {

    /** T. */
    static final int STEPS = 8;

    /** First parameter of the Beta law of p. */
    static final double ALPHA = 0.9;

    /** Second parameter of the Beta law of p. */
    static final double BETA = 1.6;

    /** How many wrong answers there are. */
    static final int ANSWERS = 12;

    /** Of their Zipf law. */
    static final double EXPONENT = 1.2;

    /** The outcome verifier's d. */
    static final double D = 1.2;

    private PeerWorld() {}

    /** With problems drawn from Beta({@value #ALPHA}, {@value #BETA}). */
    static SyntheticWorld drawn(int problems) {
        return of(new Beta(ALPHA, BETA), problems, Verifier.of(D));
    }

    /** With problems drawn likewise, and outcome scores whose noise has other shares. */
    static SyntheticWorld drawn(int problems, NoiseShares shares) {
        return of(new Beta(ALPHA, BETA), problems, Verifier.of(D).with(shares));
    }

    /** With the problems that NumPy drew. */
    static SyntheticWorld listed(double[] p) {
        return of(new Empirical(p), p.length, Verifier.of(D));
    }

    private static SyntheticWorld of(DifficultyLaw law, int problems, Verifier outcome) {
        return new SyntheticWorld(
                new Problems(law, problems),
                Policy.FLAT.with(new Zipf(ANSWERS, EXPONENT)).withSteps(STEPS),
                new Verifiers(outcome, Verifier.of(1.0), null, 0, Tariff.FREE));
    }
}
