package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.random.Origin;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** What calls read: 100 tokens of prompt, 40 of each candidate (four steps of 10), 7 by each call of a verifier. */
class InputTokensTest {

    private static final Price ONCE = new Price(1, 10);
    private static final Price CACHED = new Price(1, OptionalDouble.of(0.25), 10);

    private static TrialSession session(Price price, int context, Budgets budgets) {
        Policy policy = new Policy(
                new CountLaw.Constant(4),
                0,
                StepProfile.UNIFORM,
                new UniformAnswers(5),
                new CountLaw.Constant(100),
                new CountLaw.Constant(10),
                new Tariff(1e9, price, Latency.INSTANT));
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0.3), 1),
                policy.with(ChainLaw.FRESH.withAvoidance(0, context)).with(MergeLaw.FRESH),
                new Verifiers(Verifier.of(1), Verifier.of(1), null, 7, Tariff.FREE));
        TrialSession session = new TrialSession(world.draw(1).model(), world.costs(), budgets, Origin.of(1), false);
        session.begin(0, 0, budgets.size() - 1, new Tally(1, budgets.size()), 0);
        return session;
    }

    private static TrialSession session(Price price, int context) {
        return session(price, context, Budgets.generations(20));
    }

    private static void expect(TrialSession session, long fresh, long cached, long generated) {
        assertEquals(fresh + cached, session.spent(Resource.INPUT_TOKENS));
        assertEquals((long) (2e9 * (fresh + generated)), session.spent(Resource.FLOPS));
    }

    @Test
    void samples_readThePromptEach_andPayForItOnce() {
        TrialSession session = session(ONCE, 4);
        session.generate(3);
        expect(session, 100, 200, 120);
        assertEquals(1000 * (100 + 10 * 120), session.spent(Resource.USD));
        session.extend(new int[] {Session.NONE, Session.NONE}, 2);
        expect(session, 100, 400, 140);
        session.extend(new int[] {3, 4, Session.NONE}, 3);
        session.extend(3);
        assertEquals(600, session.spent(Resource.INPUT_TOKENS), "a step goes on from what its sample has read");
    }

    @Test
    void samples_withAPriceOfCachedInput_payItForAllButTheFirst() {
        TrialSession session = session(CACHED, 4);
        session.generate(3);
        expect(session, 100, 200, 120);
        assertEquals(1000 * (100 + 200 / 4 + 10 * 120), session.spent(Resource.USD));
        session.extend(Session.NONE);
        assertEquals(1000 * (100 + 300 / 4 + 10 * 130), session.spent(Resource.USD));
    }

    @Test
    void verifierCalls_readTheirTokens() {
        TrialSession session = session(ONCE, 4);
        session.generate(2);
        session.verify(0, 2, new double[2]);
        session.verify(0);
        assertEquals(200 + 3 * 7, session.spent(Resource.INPUT_TOKENS));
    }

    @Test
    void chain_withoutACache_readsAllAnew() {
        TrialSession session = session(ONCE, 2);
        chain(session);
        // 100, 140, then 180 twice: two candidates are in context
        expect(session, 100 + 140 + 180 + 180, 0, 160);
        session.merge(new int[] {0, 1, 3}, 3);
        expect(session, 100 + 140 + 180 + 180 + 220, 0, 200);
    }

    /** The revision of the third candidate begins with the second, that of the second with the first: nothing but the prompt is common. */
    @Test
    void chain_withACache_readsWhatIsNewAndWhatMoved() {
        TrialSession session = session(CACHED, 2);
        chain(session);
        long fresh = 100 + 40 + 40 + 80;
        long cached = 100 + (100 + 40) + 100;
        expect(session, fresh, cached, 160);
        assertEquals(1000 * (fresh + 10 * 160) + 250 * cached, session.spent(Resource.USD));
        session.merge(new int[] {0, 1, 3}, 3);
        fresh += 3 * 40;
        cached += 100;
        expect(session, fresh, cached, 200);
        assertEquals(1000 * (fresh + 10 * 200) + 250 * cached, session.spent(Resource.USD));
    }

    private static void chain(TrialSession session) {
        int last = session.generate();
        for (int revision = 0; revision < 3; revision++) {
            last = session.revise(last);
        }
    }

    /** Three samples read 300, a verdict 7, a revision 140: the amounts that just pay, and one token less. */
    @Test
    void budget_paysToTheToken() {
        assertEquals(3, session(ONCE, 4, budget(300)).generate(5));
        assertEquals(2, session(ONCE, 4, budget(299)).generate(5));
        for (int room = 6; room <= 7; room++) {
            TrialSession session = session(ONCE, 4, budget(100 + room));
            session.generate();
            assertEquals(room == 6, Double.isNaN(session.verify(0)));
        }
        for (Price price : List.of(ONCE, CACHED)) {
            for (int room = 139; room <= 140; room++) {
                TrialSession session = session(price, 4, budget(100 + room));
                session.generate();
                assertEquals(room == 139, session.revise(0) == Session.NONE);
            }
        }
        TrialSession session = session(ONCE, 4, budget(350));
        assertEquals(3, session.limit(Resource.GENERATIONS));
        assertTrue(session.pays(3, 7));
        assertFalse(session.pays(3, 8));
        assertEquals(3, session.extend(new int[] {Session.NONE, Session.NONE, Session.NONE, Session.NONE}, 4));
        assertEquals(3, session.extend(new int[] {0, 1, 2}, 3));
    }

    private static Budgets budget(double amount) {
        return new Budgets(Resource.INPUT_TOKENS, List.of(amount));
    }

    @Test
    void price_ofCachedInput_isAtMostThatOfInput() {
        Price price = new Price(2, OptionalDouble.of(0.5), 8).times(3);
        assertEquals(new Price(6, OptionalDouble.of(1.5), 24), price);
        assertEquals(
                "the price of cached input must be at most that of input, 1, not 2",
                assertThrows(IllegalArgumentException.class, () -> new Price(1, OptionalDouble.of(2), 0))
                        .getMessage());
    }
}
