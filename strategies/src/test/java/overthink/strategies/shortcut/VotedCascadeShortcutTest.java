package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Row;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Zipf;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.strategies.policies.CascadeProvider;
import overthink.strategies.voting.MajorityVoteProvider;

/** Exact rows of cascades by agreement. What one policy's candidates come to stands in {@link overthink.core.exact.voting}. */
class VotedCascadeShortcutTest {

    private static final StrategyProvider PROVIDER = new CascadeProvider();

    @Nested
    class Played extends ExactRows {

        Played() {
            super(
                    PROVIDER,
                    List.of(
                            Map.of("check", "agreement", "samples", 3L),
                            Map.of(
                                    "check",
                                    "agreement",
                                    "samples",
                                    5L,
                                    "agreement",
                                    0.35,
                                    "policies",
                                    List.of("weaker", "better")),
                            Map.of("check", "agreement")));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(Pools.voters(world(new Zipf(5, 1), Verifier.of(1)), new PitmanYor(0.4, 1), 0.7));
        }
    }

    /** Of two wrong answers, .3 each: two of three agree on the right one with .4²(3 − 2·.4), on a wrong one with .3²(3 − 2·.3) each. */
    @Test
    void cascade_ofTwo_hasTheClosedForm() {
        Map<String, ?> given = Map.of("check", "agreement", "samples", 3L);
        SyntheticWorld world = Pools.two(0.4, 0.7, 2, 1);
        double agreedRight = 0.16 * (3 - 0.8);
        double agreed = agreedRight + 2 * 0.09 * (3 - 0.6);
        // three that differ: the first answers
        double vote = 0.49 * (3 - 1.4) + 6 * 0.7 * 0.15 * 0.15 / 3;
        Row row = ExactRows.row(world, PROVIDER, given, 6);
        assertEquals(agreedRight + (1 - agreed) * vote, row.accuracy(), 1e-12);
        assertEquals(3 + 3 * (1 - agreed), row.cost().generations(), 1e-12);
        assertEquals(1 + (1 - agreed), row.cost().rounds(), 1e-12);
        assertEquals(
                agreedRight + (1 - agreed) * 0.7,
                ExactRows.row(world, PROVIDER, given, 4).accuracy(),
                1e-12,
                "one of three");
        double three = agreedRight + 6 * 0.4 * 0.3 * 0.3 / 3;
        assertEquals(
                three,
                ExactRows.row(world, PROVIDER, given, 3).accuracy(),
                1e-12,
                "who does not agree answers for now");
        assertTrue(
                Math.abs(agreedRight + vote * (1 - agreedRight) - row.accuracy()) > 1e-3, "no false alarms: another");
    }

    @Test
    void onePolicy_isItsVote() {
        SyntheticWorld world = Pools.two(0.4, 0.7, 2, 1);
        for (long budget : new long[] {1, 2, 5, 8}) {
            Map<String, ?> given = Map.of("check", "agreement", "samples", 8L, "policies", List.of("one"));
            assertEquals(
                    ExactRows.row(world, new MajorityVoteProvider(), Map.of(), budget)
                            .accuracy(),
                    ExactRows.row(world, PROVIDER, given, budget).accuracy(),
                    1e-12);
        }
    }

    @Test
    void votes_thatTakeLong_areRefused() {
        SyntheticWorld world = Pools.two(0.4, 0.7, 2, 1);
        Map<String, ?> many = Map.of("check", "agreement", "samples", 200L);
        String reason = ExactRows.refusal(world, PROVIDER, many, 4);
        assertTrue(reason.contains("more than 100 candidates"), reason);
    }
}
