package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.exact.selection.BivariateNormal;
import overthink.core.experiment.Budgets;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.verifier.NoiseCorrelation;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.NamedVerifier;
import overthink.core.world.VerifierPanel;
import overthink.core.world.Verifiers;

/**
 * Several outcome verifiers by name. Stochastic assertions are on 40,000 candidates of one trial, seed 9, each with a chance of a
 * false alarm of 10<sup>−8</sup>, some twenty of them: below 10<sup>−6</sup> for the class.
 */
class NamedVerifiersTest {

    private static final int MANY = 40_000;
    private static final double ALARM = 1e-8;
    private static final NoiseShares SHARED = new NoiseShares(0.1, 0.2, 0.5, 0.2);

    private static SyntheticWorld world(double p, NoiseCorrelation correlation, Verifier... laws) {
        NamedVerifier[] members = new NamedVerifier[laws.length];
        for (int i = 0; i < laws.length; i++) {
            members[i] = new NamedVerifier("v" + i, laws[i], 100 * i, Tariff.FREE);
        }
        SyntheticWorld plain = Worlds.flat(p);
        return plain.with(
                plain.problems(),
                plain.policy(),
                Verifiers.NONE.with(VerifierPanel.of(members).with(correlation)));
    }

    /** By verifier and candidate: its score. */
    private static double[][] scores(SyntheticWorld world, int count) {
        int verifiers = Math.max(1, world.verifiers().panel().size());
        double[][] scores = new double[verifiers][count];
        new TrialRunner(world, Budgets.generations(count), 9)
                .run(
                        session -> {
                            for (int left = count; left > 0; ) {
                                left -= session.generate(left);
                            }
                            for (int v = 0; v < verifiers; v++) {
                                session.verifier(v).verify(0, count, scores[v]);
                            }
                        },
                        0,
                        0);
        return scores;
    }

    private static long bothAbove(double[][] scores) {
        long both = 0;
        for (int i = 0; i < MANY; i++) {
            both += scores[0][i] > 0 && scores[1][i] > 0 ? 1 : 0;
        }
        return both;
    }

    /** f₁ = 0.3, f₂ = 0.6: Φ₂(Φ⁻¹(f₁), Φ⁻¹(f₂); ρ) of wrong candidates are accepted by both, and t likewise of right ones. */
    @Test
    void verdicts_onOneCandidate_areBothAcceptedByTheBivariateIntegral() {
        for (double rho : new double[] {-0.5, 0, 0.6}) {
            for (int p = 0; p <= 1; p++) {
                double[][] scores = scores(
                        world(p, NoiseCorrelation.common(2, rho), Verifier.of(0.8, 0.3), Verifier.of(0.9, 0.6)), MANY);
                double expected = p == 0 ? BivariateNormal.both(0.3, 0.6, rho) : BivariateNormal.both(0.8, 0.9, rho);
                FalseAlarm.assertProportion("both accept, rho " + rho, expected, bothAbove(scores), MANY, ALARM);
                if (rho == 0.6) {
                    // planted: verdicts that do not go together
                    double apart = p == 0 ? 0.3 * 0.6 : 0.8 * 0.9;
                    assertThrows(
                            AssertionError.class,
                            () -> FalseAlarm.assertProportion("apart", apart, bothAbove(scores), MANY, ALARM));
                }
            }
        }
    }

    /** The call's part of the noise, a fifth of each, does not go together: the correlation of all is 0.6·0.8. */
    @Test
    void verdicts_withNoiseOfTheCall_goTogetherByTheirSharedPart() {
        Verifier first = Verifier.of(0.8, 0.3).with(new NoiseShares(0, 0, 0.8, 0.2));
        Verifier second = Verifier.of(0.9, 0.6).with(new NoiseShares(0, 0, 0.8, 0.2));
        double[][] scores = scores(world(0, NoiseCorrelation.common(2, 0.6), first, second), MANY);
        FalseAlarm.assertProportion(
                "both accept", BivariateNormal.both(0.3, 0.6, 0.6 * 0.8), bothAbove(scores), MANY, ALARM);
    }

    /** A Boolean verifier and a graded one that err in the same direction: what tests accept the ranker scores high. */
    @Test
    void correlation_ofTestsAndRanker_isOfWhatSpeaksForACandidate() {
        double[][] scores =
                scores(world(0, NoiseCorrelation.common(2, 0.6), Verifier.of(0.8, 0.3), Verifier.of(1)), MANY);
        // a graded score is above 0 where d·ε exceeds d²/2: at rate Φ(−½)
        FalseAlarm.assertProportion(
                "accepted and scored above 0",
                BivariateNormal.both(0.3, 0.308537538725987, 0.6),
                bothAbove(scores),
                MANY,
                ALARM);
    }

    /** The mean of m verifiers of correlation ρ is worth m/(1 + (m − 1)ρ) that do not go together. */
    @Test
    void mean_ofVerifiersThatGoTogether_isWorthFewerVotes() {
        int m = 4;
        double rho = 0.3;
        Verifier[] laws = {Verifier.of(1), Verifier.of(1), Verifier.of(1), Verifier.of(1)};
        double[][] scores = scores(world(0, NoiseCorrelation.common(m, rho), laws), MANY);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double mean = 0;
            for (double[] own : scores) {
                mean += (own[i] + 0.5) / m; // d = 1: the score is ε − ½
            }
            sum += mean;
            squares += mean * mean;
        }
        double variance = squares / MANY - sum / MANY * (sum / MANY);
        double votes = m / (1 + (m - 1) * rho);
        assertEquals(2.105, votes, 1e-3);
        // the variance of a sample variance of normal numbers is 2σ⁴/n
        FalseAlarm.assertMean("variance of the mean", 1 / votes, variance, Math.sqrt(2.0 / MANY) / votes, ALARM);
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertMean("as if apart", 1.0 / m, variance, Math.sqrt(2.0 / MANY) / m, ALARM));
    }

    @Test
    void first_ofSeveral_scoresAsTheOnlyOneDoes() {
        SyntheticWorld several = world(
                0.4,
                NoiseCorrelation.common(3, 0.5),
                Verifier.of(1).with(SHARED),
                Verifier.of(2),
                Verifier.of(0.9, 0.2));
        SyntheticWorld alone = several.with(
                several.problems(),
                several.policy(),
                Verifiers.outcome(Verifier.of(1).with(SHARED)));
        assertArrayEquals(scores(alone, 100)[0], scores(several, 100)[0]);
    }

    /** Calls in any order bring the k-th noise of the call of each verifier. */
    @Test
    void calls_ofOneVerifier_doNotMoveThoseOfAnother() {
        Verifier noisy = Verifier.of(1).with(new NoiseShares(0, 0, 0, 1));
        double[] expected = new double[2];
        double[] interleaved = new double[2];
        for (boolean other : new boolean[] {false, true}) {
            new TrialRunner(world(0.5, NoiseCorrelation.none(2), noisy, noisy), Budgets.generations(1), 9)
                    .run(
                            session -> {
                                int candidate = session.generate();
                                for (int call = 0; call < 2; call++) {
                                    if (other) {
                                        session.verify(candidate);
                                    }
                                    (other ? interleaved : expected)[call] =
                                            session.verifier(1).verify(candidate);
                                }
                            },
                            0,
                            0);
        }
        assertArrayEquals(expected, interleaved);
    }

    @Test
    void charges_areByTheVerifiersOwnTariff() {
        Tariff cheap = new Tariff(1e9, new Price(1, 0), new Latency(0, 0.01, 1));
        Tariff dear = new Tariff(1e10, new Price(20, 0), new Latency(2, 0, 4));
        VerifierPanel panel = VerifierPanel.of(
                new NamedVerifier("tests", Verifier.of(0.9, 0.2), 100, cheap),
                new NamedVerifier("ranker", Verifier.of(1), 1000, dear),
                new NamedVerifier("confidence", Verifier.of(1), 0, Tariff.FREE));
        SyntheticWorld plain = Worlds.rich();
        SyntheticWorld world =
                plain.with(plain.problems(), plain.policy(), plain.verifiers().with(panel));
        new TrialRunner(world, Budgets.generations(4), 1)
                .run(
                        session -> {
                            session.generate(4);
                            double[] into = new double[4];
                            long policyFlops = session.spent(Resource.FLOPS);
                            long policyNanos = session.spent(Resource.LATENCY);
                            long policyUsd = session.spent(Resource.USD);
                            session.verify(0, 4, into);
                            session.verifier(1).verify(0, 4, into);
                            session.verifier(2).verify(0, 4, into);
                            assertEquals(12, session.spent(Resource.VERIFIER_CALLS));
                            assertEquals(
                                    4 * 2e9 * 100 + 4 * 2e10 * 1000, session.spent(Resource.FLOPS) - policyFlops, 1e3);
                            assertEquals(
                                    1e3 * (4 * 100 * 1.0 + 4 * 1000 * 20.0),
                                    session.spent(Resource.USD) - policyUsd,
                                    1);
                            // four in a row of 1 s, four together of 2 s
                            assertEquals(6e9, session.spent(Resource.LATENCY) - policyNanos, 1);
                            session.score(0);
                            assertEquals(13, session.spent(Resource.VERIFIER_CALLS));
                        },
                        0,
                        0);
    }

    @Test
    void budget_inDollars_endsWhereTheVerifiersOwnPriceEndsIt() {
        Tariff dear = new Tariff(0, new Price(1e6, 0), Latency.INSTANT);
        VerifierPanel panel = VerifierPanel.of(
                new NamedVerifier("free", Verifier.of(1), 0, Tariff.FREE),
                new NamedVerifier("dear", Verifier.of(1), 1, dear));
        SyntheticWorld plain = Worlds.flat(0.5);
        SyntheticWorld world = plain.with(plain.problems(), plain.policy(), Verifiers.NONE.with(panel));
        new TrialRunner(world, new Budgets(Resource.USD, List.of(2.5), 10), 1)
                .run(
                        session -> {
                            session.generate(5);
                            double[] into = new double[5];
                            session.verify(0, 5, into);
                            assertTrue(Double.isFinite(into[4]));
                            session.verifier(1).verify(0, 5, into);
                            assertTrue(Double.isFinite(into[1]));
                            assertTrue(Double.isNaN(into[2]));
                            session.commit(0);
                        },
                        0,
                        0);
    }

    @Test
    void views_areOneForEach_andUnknownOnesAreRefused() {
        SyntheticWorld world = world(0.5, NoiseCorrelation.none(2), Verifier.of(1), Verifier.of(2));
        new TrialRunner(world, Budgets.generations(1), 1)
                .run(
                        session -> {
                            assertEquals(2, session.verifiers());
                            assertEquals(1, session.verifierNumber("v1"));
                            Session view = session.verifier(1);
                            assertSame(view, session.verifier(1));
                            assertSame(session, view.verifier(0));
                            int candidate = view.generate();
                            assertEquals(1, session.size());
                            view.commit(candidate);
                        },
                        0,
                        0);
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new TrialRunner(world, Budgets.generations(1), 1)
                                .run(session -> session.verifierNumber("v2"), 0, 0))
                .getMessage()
                .contains("there are: v0, v1"));
    }

    @Test
    void correlations_thatAreNotPositiveDefinite_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> NoiseCorrelation.common(3, -0.5));
        assertThrows(IllegalArgumentException.class, () -> NoiseCorrelation.common(2, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new NoiseCorrelation(new double[][] {{1, 0.9, 0.9}, {0.9, 1, 0}, {0.9, 0, 1}}));
        assertEquals(NoiseCorrelation.common(2, 0), NoiseCorrelation.none(2));
    }
}
