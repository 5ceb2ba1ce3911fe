package overthink.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.StrategyContract;

/** The contract lets true claims of a law pass and rejects false ones, those of costs included. */
class LawClaimTest {

    /**
     * A provider that claims a law.
     *
     * @param law that it claims
     * @param needs of the world
     * @param maker of the strategy
     */
    private record Claiming(Optional<Law> law, Set<Capability> needs, Supplier<Strategy> maker)
            implements StrategyProvider {

        @Override
        public String name() {
            return "claiming";
        }

        @Override
        public String summary() {
            return "A strategy that claims a law.";
        }

        @Override
        public Strategy create(Parameters parameters) {
            return maker.get();
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return true;
        }

        @Override
        public Set<Capability> needs(Parameters parameters) {
            return needs;
        }

        @Override
        public Optional<Law> law(Parameters parameters) {
            return law;
        }
    }

    private static StrategyContract contract(Law law, Set<Capability> needs, Supplier<Strategy> maker) {
        return new StrategyContract() {
            @Override
            protected StrategyProvider provider() {
                return new Claiming(Optional.of(law), needs, maker);
            }
        };
    }

    private static void rejected(String message, Law law, Set<Capability> needs, Supplier<Strategy> maker) {
        StrategyContract contract = contract(law, needs, maker);
        String found = String.valueOf(assertThrows(AssertionError.class, contract::law_claimed_isTheStrategys)
                .getMessage());
        assertTrue(found.startsWith("claiming claims to be " + law.description()), found);
        assertTrue(found.contains(message), found);
        assertTrue(found.contains("Repeat: parameters {}, budgets [1.0, 2.0, 3.0, 5.0, 8.0, 64.0]"), found);
    }

    private static final Set<Capability> SCORES = Set.of(Capability.OUTCOME_VERIFIER);
    private static final Set<Capability> VERDICTS = Set.of(Capability.BOOLEAN_VERIFIER);

    /** Draws and scores all candidates, and answers with the first of the greatest of {@code sign} times their scores. */
    private static Strategy best(double sign) {
        return session -> {
            int best = Session.NONE;
            double bestScore = Double.NEGATIVE_INFINITY;
            while (true) {
                int drawn = session.generate(Integer.MAX_VALUE, 1);
                if (drawn == 0) {
                    return;
                }
                int end = session.size();
                session.together(drawn);
                for (int candidate = end - drawn; candidate < end; candidate++) {
                    double score = sign * session.verify(candidate);
                    if (score > bestScore) {
                        bestScore = score;
                        best = candidate;
                    }
                }
                session.commit(best);
            }
        };
    }

    private static Strategy firstAccepted(boolean abstains) {
        return session -> {
            for (int candidate = session.generate(); candidate != Session.NONE; candidate = session.generate()) {
                boolean accepted = session.verify(candidate) > 0;
                if (accepted || !abstains) {
                    session.commit(candidate);
                }
                if (accepted) {
                    return;
                }
            }
        };
    }

    /** Majority vote; its candidates come so many at once. */
    private static Strategy vote(int width) {
        int[] votes = new int[1 << 12];
        int[] first = new int[1 << 12];
        return session -> {
            int seen = 0;
            int leader = 0;
            for (int drawn = session.generate(width); drawn > 0; drawn = session.generate(width)) {
                for (int c = session.size() - drawn; c < session.size(); c++) {
                    int answer = session.answer(c);
                    if (answer == seen) {
                        votes[seen] = 0;
                        first[seen++] = c;
                    }
                    votes[answer]++;
                    if (votes[answer] > votes[leader] || (votes[answer] == votes[leader] && answer < leader)) {
                        leader = answer;
                    }
                }
                session.commit(first[leader]);
            }
        };
    }

    @Tag("slow")
    @Test
    void claims_thatAreTrue_pass() {
        contract(new Law.BestOf(Law.Score.OUTCOME), SCORES, () -> best(1)).law_claimed_isTheStrategys();
        contract(new Law.UntilAccepted(Law.UNBOUNDED, false), VERDICTS, () -> firstAccepted(false))
                .law_claimed_isTheStrategys();
        contract(new Law.Vote(), Set.of(), () -> vote(Integer.MAX_VALUE)).law_claimed_isTheStrategys();
    }

    @Test
    void bestOfN_worst_isRejected() {
        rejected("accuracy differs", new Law.BestOf(Law.Score.OUTCOME), SCORES, () -> best(-1));
    }

    @Tag("slow")
    @Test
    void firstAccepted_thatAbstainsWhenNoneIs_isRejected() {
        rejected("abstained differs", new Law.UntilAccepted(Law.UNBOUNDED, false), VERDICTS, () -> firstAccepted(true));
    }

    /** As accurate as the law says, but each candidate is a round. */
    @Tag("slow")
    @Test
    void vote_oneByOne_isRejected() {
        rejected("rounds differ at budget 2", new Law.Vote(), Set.of(), () -> vote(1));
    }

    @Tag("slow")
    @Test
    void vote_thatAsksForScoresItNeverUses_isRejected() {
        rejected("verifier calls differ at budget 64", new Law.Vote(), SCORES, () -> {
            Strategy vote = vote(Integer.MAX_VALUE);
            return session -> {
                vote.run(session);
                session.verify(0);
            };
        });
    }

    @Test
    void claims_thatNoSolverTakes_areNotCompared() {
        StrategyContract least =
                contract(new Law.BestOf(Law.Score.MIN), Set.of(Capability.PROCESS_VERIFIER), () -> best(1));
        assertThrows(TestAbortedException.class, least::law_claimed_isTheStrategys);
    }

    @Test
    void laws_outOfRange_areRefused() {
        assertEquals(
                "threshold must be a number between 0 and 1, not 1.5",
                assertThrows(IllegalArgumentException.class, () -> new Law.LikelierThanSecond(1.5))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Law.LikeliestOfFive(-1));
        assertThrows(IllegalArgumentException.class, () -> new Law.ShareOfVotes(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Law.UntilAccepted(0, false));
        assertThrows(IllegalArgumentException.class, () -> new Law.VoteUntil(new Law.OutOfReach(), 0, false, 3));
        assertThrows(IllegalArgumentException.class, () -> new Law.VoteUntilAgreed(1, false, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Law.BestUntil(Law.Score.OUTCOME, Double.NaN, 1, Law.UNBOUNDED));
        assertThrows(NullPointerException.class, () -> new Law.BestOf(null));
    }

    @Test
    void description_ofEachLaw_saysWhatItIs() {
        assertEquals("best of n by outcome score", new Law.BestOf(Law.Score.OUTCOME).description());
        assertEquals(
                "the first accepted candidate, of 10 at most, else nothing",
                new Law.UntilAccepted(10, true).description());
        assertEquals(
                "vote weighted by the sum of last step's score",
                new Law.VoteByWeight(Law.Weight.SUM, Law.Score.LAST).description());
        assertEquals(
                "majority vote that stops when the leader beats the second with probability 0.95, of 40 at most",
                new Law.VoteUntil(new Law.LikelierThanSecond(0.95), 1, false, 40).description());
    }
}
