package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Row;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Skill;
import overthink.strategies.policies.EnsembleBestOfNProvider;
import overthink.strategies.selection.BestOfNProvider;

/**
 * Exact rows of best-of-n among the candidates of several policies, in worlds whose policies differ in all that policies differ in.
 * What few candidates come to stands in {@link overthink.core.exact.selection}.
 */
class EnsembleBestOfNShortcutTest {

    private static final StrategyProvider PROVIDER = new EnsembleBestOfNProvider();
    private static final Verifier GRADED = Verifier.of(1.2);

    private static SyntheticWorld pool(AnswerLaw answers, Verifier verifier) {
        SyntheticWorld world = ExactRows.problems(answers, verifier);
        Policy like = world.policy();
        return world.with(Ensemble.of(
                        "usual",
                        new NamedPolicy("better", like.with(Pools.DEAR), new Skill.Own(new Beta(2, 1)), 3, null),
                        new NamedPolicy("weaker", like, new Skill.Own(new Beta(1, 3)), 1, new Sensitivity(2, -0.5)))
                .withCorrelation(0.5)
                .withOverlap(0.7));
    }

    @Nested
    class All extends ExactRows {

        All() {
            super(PROVIDER, List.of(Map.of()));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(
                    pool(new Zipf(5, 1), GRADED.with(Shares.PROBLEM)),
                    pool(new Distinct(), GRADED.with(new Hack(0.3, 2))),
                    pool(new Zipf(5, 1), GRADED.with(new NoiseShares(1, 0, 0, 0))),
                    pool(new Zipf(5, 1), Verifier.of(0.8, 0.25).with(Shares.PROBLEM)));
        }
    }

    @Nested
    class ThreeOfEachOfTwo extends ExactRows {

        ThreeOfEachOfTwo() {
            super(PROVIDER, List.of(Map.of("policies", List.of("weaker", "usual"), "samples", 3L)));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(pool(new Zipf(5, 1), GRADED), pool(new Zipf(5, 1), Verifier.of(0.8, 0.25)));
        }
    }

    /** One policy that is named is best-of-n of it, whatever else there is. */
    @Test
    void onePolicy_isBestOfN() {
        for (Verifier verifier : List.of(GRADED, Verifier.of(0.8, 0.25))) {
            SyntheticWorld world = pool(new Zipf(5, 1), verifier);
            for (long budget : new long[] {1, 2, 64, 1L << 30}) {
                Row pooled = ExactRows.row(world, PROVIDER, Map.of("policies", List.of("first")), budget);
                Row alone = ExactRows.row(world, new BestOfNProvider(), Map.of(), budget);
                assertEquals(alone.accuracy(), pooled.accuracy(), 1e-12);
                assertEquals(alone.coverage(), pooled.coverage(), 1e-12);
                for (Resource resource : Resource.values()) {
                    assertEquals(1, pooled.cost().of(resource) / alone.cost().of(resource), 1e-12, resource.label());
                }
            }
        }
    }

    /** Every trial spends the same, what is read from the cache included: three candidates of 4·30 tokens, and three of three models' as many. */
    @Test
    void quantiles_ofDollars_areTheCost() {
        SyntheticWorld world = pool(new Zipf(5, 1), GRADED);
        Row row = ExactRows.row(world, PROVIDER, Map.of("policies", List.of("usual", "better"), "samples", 3L), 11);
        double usual = 0.1 * 100 + 0.4 * 3 * 120;
        double better = 3 * (1 * 100 + 0.5 * 200 + 3 * 3 * 120);
        double verdicts = 6 * 0.05 * 300;
        assertEquals(1e-6 * (usual + better + verdicts), row.cost().usd(), 1e-15);
        assertEquals(row.cost().usd(), row.perTrial().usd().p50(), 1e-15);
        // each policy has places of its own, and the dearer is back last; verdicts are asked for in one wave
        assertEquals(0.1 + 0.02 * 3 * 120 + 0.1 + 0.001 * 300, row.cost().latencySeconds(), 1e-9);
    }

    @Test
    void worlds_whoseAnswersMatter_areRefused() {
        assertTrue(refusal(pool(new Zipf(5, 1), GRADED.with(new NoiseShares(0, 0.3, 0.7, 0))))
                .contains("answers share noise"));
        assertTrue(refusal(pool(new Zipf(5, 1), GRADED.with(new Hack(0.3, 1)))).contains("some answers are loved"));
        assertTrue(refusal(pool(new Zipf(5, 1), GRADED.withGood(new NoiseShares(0.5, 0, 0.5, 0))))
                .contains("share noise otherwise"));
        SyntheticWorld world = pool(new Zipf(5, 1), GRADED);
        Policy varying = new Policy(
                world.policy().steps(),
                0,
                world.policy().profile(),
                new Zipf(5, 1),
                world.policy().promptTokens(),
                new CountLaw.UniformCount(20, 40),
                world.policy().tariff());
        SyntheticWorld other =
                world.with(Ensemble.of("usual", new NamedPolicy("other", varying, new Skill.Own(new Beta(1, 1)))));
        assertTrue(refusal(other).contains("tokens-per-step vary"));
    }

    private static String refusal(SyntheticWorld world) {
        return ExactRows.refusal(world, PROVIDER, Map.of(), 4);
    }
}
