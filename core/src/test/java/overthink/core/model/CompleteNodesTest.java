package overthink.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import overthink.core.api.Session;
import overthink.core.experiment.Budgets;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Verifier;
import overthink.core.trial.TrialRunner;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** Which of many nodes are whole solutions is what each of them says, in trials that follow one another on one session. */
class CompleteNodesTest {

    private static final int STEPS = 3;

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void complete_anyRange_isWhatEachNodeSays() {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0.4), 1),
                Policy.FLAT.withSteps(STEPS),
                new Verifiers(null, Verifier.of(1), null, 0, Tariff.FREE));
        TrialRunner runner = new TrialRunner(world, Budgets.generations(100), 7);
        for (int trial = 0; trial < 20; trial++) {
            runner.run(this::grow, 0, trial);
        }
    }

    private void grow(Session session) {
        if (random.nextBoolean()) {
            session.generate(1 + random.nextInt(20));
            look(session);
        }
        int[] below = new int[30];
        Arrays.fill(below, Session.NONE);
        int made = session.extend(below, 1 + random.nextInt(below.length));
        look(session);
        while (made > 0 && session.size() < 150) {
            int first = session.size() - made;
            int count = 0;
            for (int i = 0; i < below.length; i++) {
                // of one depth, or some of them of another
                int node = random.nextInt(4) == 0 ? random.nextInt(session.size()) : first + random.nextInt(made);
                if (!session.complete(node)) {
                    below[count++] = node;
                }
            }
            made = session.extend(below, count);
            look(session);
        }
    }

    private void look(Session session) {
        int size = session.size();
        for (int range = 0; range < 40; range++) {
            int from = random.nextInt(size + 1);
            int to = from + random.nextInt(size - from + 1);
            int at = random.nextInt(3);
            boolean[] complete = new boolean[at + to - from];
            int whole = session.complete(from, to, complete, at);
            int expected = 0;
            for (int node = from; node < to; node++) {
                assertEquals(session.depth(node) == STEPS, complete[at + node - from]);
                expected += session.depth(node) == STEPS ? 1 : 0;
            }
            assertEquals(expected, whole);
        }
    }
}
