package overthink.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.LatentCorrelation;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Skill;
import overthink.core.world.Verifiers;

/**
 * What problems are for several policies, against the Gaussian copula. Seed 17, 20,000 problems; fewer than ten proportions with a
 * false alarm of 1e-9 each.
 */
class OtherPoliciesTest {

    private static final int PROBLEMS = 20_000;
    private static final double FALSE_ALARM = 1e-9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static NamedPolicy other(String name, DifficultyLaw law) {
        return new NamedPolicy(name, Policy.FLAT, new Skill.Own(law));
    }

    private static ProblemTruth truth(DifficultyLaw first, int count, Ensemble ensemble, SignalLaw signal) {
        return new SyntheticWorld(new Problems(first, count), Policy.FLAT, Verifiers.NONE, ensemble, signal)
                .draw(17)
                .truth();
    }

    /** 1 − ∫ Φ((Φ⁻¹(1 − m) − √ρ·z)/√(1 − ρ))⁵ φ(z) dz, by the trapezoidal rule, which is exact to rounding here. */
    private static double anyOfFive(double mean, double rho) {
        double below = NORMAL.inverseCumulativeProbability(1 - mean);
        double none = 0;
        double step = 1.0 / 64;
        for (double z = -9; z <= 9; z += step) {
            double each = NORMAL.cumulativeProbability((below - Math.sqrt(rho) * z) / Math.sqrt(1 - rho));
            none += step * NORMAL.density(z) * Math.pow(each, 5);
        }
        return 1 - none;
    }

    /** Five systems that are right 60.9 % of the time: some one is on 80.8 % of the problems (LLM-Blender's tables, ρ = .784). */
    @Tag("slow")
    @Test
    void latents_ofFiveSystems_coverAsPublished() {
        assertEquals(0.808, anyOfFive(0.609, 0.784), 0.0005);
        assertEquals(0.991, anyOfFive(0.609, 0), 0.0005);
        DifficultyLaw system =
                new Mixture(List.of(new Mixture.Part(0.391, new Point(0)), new Mixture.Part(0.609, new Point(1))));
        Ensemble five =
                Ensemble.of("a", other("b", system), other("c", system), other("d", system), other("e", system));
        for (double rho : new double[] {0.784, 0}) {
            ProblemTruth truth = truth(system, PROBLEMS, five.withCorrelation(rho), null);
            long some = 0;
            for (int problem = 0; problem < PROBLEMS; problem++) {
                truth.turnTo(problem);
                double best = 0;
                for (int policy = 0; policy < 5; policy++) {
                    best = Math.max(best, truth.problem(policy).p());
                }
                some += best == 1 ? 1 : 0;
            }
            long covered = some;
            FalseAlarm.assertProportion("some right", anyOfFive(0.609, rho), covered, PROBLEMS, FALSE_ALARM);
            assertThrows(
                    AssertionError.class,
                    () -> FalseAlarm.assertProportion(
                            "some right", anyOfFive(0.609, rho + 0.1), covered, PROBLEMS, FALSE_ALARM),
                    "another correlation must be noticed");
        }
    }

    @Test
    void latents_wholeCorrelation_areQuantilesOfOne() {
        Beta law = new Beta(2, 1);
        ProblemTruth truth = truth(new UniformDifficulty(0, 1), 200, Ensemble.of("a", other("b", law)), null);
        for (int problem = 0; problem < 200; problem++) {
            truth.turnTo(problem);
            assertEquals(law.quantile(truth.problem().p()), truth.problem(1).p(), 1e-9);
        }
    }

    @Test
    void latents_listsOfOneLength_arePaired() {
        Ensemble paired =
                Ensemble.of("a", other("b", new Empirical(0.9, 0.1, 0.5)), other("c", new Empirical(0.2, 0.8)));
        ProblemTruth truth = truth(new Empirical(0.3, 0.6, 0.1), 3, paired, null);
        double[] ofList = {0.9, 0.1, 0.5};
        double[] byRank = {0.8, 0.8, 0.2}; // the middle one of three stands above the half
        for (int problem = 0; problem < 3; problem++) {
            truth.turnTo(problem);
            assertEquals(ofList[problem], truth.problem(1).p());
            assertEquals(byRank[problem], truth.problem(2).p());
        }
    }

    @Test
    void signal_ofACorrelation_isOnTheRightSideAsOftenAsArcsineSays() {
        double r = 0.36;
        ProblemTruth truth = truth(new UniformDifficulty(0, 1), PROBLEMS, Ensemble.NONE, SignalLaw.of(r));
        long same = 0;
        for (int problem = 0; problem < PROBLEMS; problem++) {
            truth.turnTo(problem);
            same += truth.signal() > 0 == truth.problem().p() > 0.5 ? 1 : 0;
        }
        // Sheppard: P(same sign) = 1/2 + asin(correlation)/π
        FalseAlarm.assertProportion("same side", 0.5 + Math.asin(Math.sqrt(r)) / Math.PI, same, PROBLEMS, FALSE_ALARM);
    }

    @Test
    void correlation_ofNoLatents_isRefused() {
        double[][] pairs = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};
        assertThrows(IllegalArgumentException.class, () -> LatentCorrelation.of(0.5, pairs));
        double[][] fits = {{1, 0.9, 0.7}, {0.9, 1, 0.9}, {0.7, 0.9, 1}};
        assertEquals(0.7, LatentCorrelation.of(0.8, fits).between(0, 2));
    }
}
