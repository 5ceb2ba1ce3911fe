package overthink.strategies.shortcut;

import java.util.OptionalDouble;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Ensemble;
import overthink.core.world.Gathering;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Skill;
import overthink.core.world.Verifiers;

/** Worlds of several policies. */
final class Pools {

    /** Above what policies cost in the contract's worlds, in every resource. */
    static final Tariff DEAR = new Tariff(2e9, new Price(1, OptionalDouble.of(0.5), 3), new Latency(0.1, 0.02, 3));

    private Pools() {}

    /**
     * A world's policy, "usual", among a "better" one, which is dearer, silent at times and errs evenly, and a "weaker" one.
     *
     * @param weaker wrong answers of the weaker policy
     * @param overlap of all policies' wrong answers
     */
    static SyntheticWorld voters(SyntheticWorld world, AnswerLaw weaker, double overlap) {
        Policy like = world.policy();
        Policy better = like.with(DEAR).with(new Silence.Share(0.3)).with(new UniformAnswers(3));
        return world.with(Ensemble.of(
                        "usual",
                        new NamedPolicy("better", better, new Skill.Own(new Beta(2, 1))),
                        new NamedPolicy("weaker", like.with(weaker), new Skill.Own(new Beta(1, 3))))
                .withCorrelation(0.5)
                .withOverlap(overlap));
    }

    /**
     * One problem, and policies "one" and "two" that solve it with these chances.
     *
     * @param wrong so many wrong answers, equally likely
     */
    static SyntheticWorld two(double one, double two, int wrong, double overlap) {
        Policy policy = Policy.FLAT.with(new UniformAnswers(wrong));
        return new SyntheticWorld(
                        new Problems(new Point(one), 1, Gathering.SPREAD), policy, Verifiers.outcome(Verifier.of(1)))
                .with(Ensemble.of("one", new NamedPolicy("two", policy, new Skill.Own(new Point(two))))
                        .withOverlap(overlap));
    }
}
