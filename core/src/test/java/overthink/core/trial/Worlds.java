package overthink.core.trial;

import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** Small worlds that several tests play in. */
public final class Worlds {

    private Worlds() {}

    /** One problem of p = {@code p}, solutions of one step, answers that never agree, no verifier. */
    public static SyntheticWorld flat(double p) {
        return new SyntheticWorld(new Problems(new Point(p), 1), Policy.FLAT, Verifiers.NONE);
    }

    /** Problems of a law, flat, no verifier. */
    public static SyntheticWorld flat(DifficultyLaw law, int count) {
        return new SyntheticWorld(new Problems(law, count), Policy.FLAT, Verifiers.NONE);
    }

    /** One flat problem with an outcome verifier. */
    static SyntheticWorld verified(double p, Verifier outcome) {
        return new SyntheticWorld(new Problems(new Point(p), 1), Policy.FLAT, Verifiers.outcome(outcome));
    }

    /** Two problems of p = 0.3, solutions of 4 steps, Zipf answers, all verifiers, and costs for everything. */
    public static SyntheticWorld rich() {
        return rich(new CountLaw.Constant(10));
    }

    /** {@link #rich()} with another law of tokens per step. */
    public static SyntheticWorld rich(CountLaw tokensPerStep) {
        Tariff policy = new Tariff(1e9, new Price(1, 4), new Latency(0.5, 0.01, 4));
        Tariff verifier = new Tariff(1e8, new Price(2, 0), new Latency(0.1, 0, 2));
        return new SyntheticWorld(
                new Problems(new Point(0.3), 2),
                new Policy(
                        new CountLaw.Constant(4),
                        0.2,
                        StepProfile.UNIFORM,
                        new Zipf(5, 1),
                        new CountLaw.Constant(100),
                        tokensPerStep,
                        policy),
                new Verifiers(
                        Verifier.of(1.5),
                        Verifier.of(1.2).withPersistence(0.5),
                        new Judge(Verifier.of(1), 1, 0),
                        50,
                        verifier));
    }
}
