package overthink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.api.Resource;
import overthink.core.trial.TrialRunner;

class NodeCostsTest {

    private static final int N = 64;

    static List<NodeCosts.Way> ways() {
        return NodeCosts.ways(N);
    }

    /** What is timed makes N candidates, and is what its name says: by one call of {@code generate}, or by N. */
    @ParameterizedTest
    @MethodSource("ways")
    void ways_all_makeSoManyCandidates(NodeCosts.Way way) {
        TrialRunner runner = NodeCosts.runner(way, N);
        for (int trial = 0; trial < 3; trial++) {
            assertEquals(
                    N,
                    runner.run(
                                    session -> {
                                        way.strategy().run(session);
                                        assertEquals(N, session.size());
                                        assertEquals(way.name().contains("second") ? 1 : 0, session.policyOf(N - 1));
                                        session.commit(0);
                                    },
                                    0,
                                    trial)
                            .get(0)
                            .spent()[Resource.GENERATIONS.ordinal()]);
        }
        assertEquals(way.together(), way.name().contains("together"));
    }
}
