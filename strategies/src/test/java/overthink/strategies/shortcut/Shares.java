package overthink.strategies.shortcut;

import java.util.List;
import overthink.core.law.verifier.NoiseShares;

/** Ways in which a verifier's noise may be shared. */
final class Shares {

    static final NoiseShares PROBLEM = new NoiseShares(0.3, 0, 0.5, 0.2);
    static final NoiseShares ANSWER = new NoiseShares(0.1, 0.4, 0.3, 0.2);
    static final NoiseShares ANSWER_ALONE = new NoiseShares(0, 1, 0, 0);

    static final List<NoiseShares> ALL = List.of(NoiseShares.CANDIDATE, PROBLEM, ANSWER, ANSWER_ALONE);

    private Shares() {}
}
