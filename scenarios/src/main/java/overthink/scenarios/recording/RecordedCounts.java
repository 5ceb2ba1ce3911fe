package overthink.scenarios.recording;

import java.util.List;
import java.util.Optional;
import overthink.core.world.Recording;

/**
 * How many candidates of each problem were right, where the candidates themselves were not recorded. Arrays are not copied.
 *
 * @param problems their names
 * @param n candidates by problem
 * @param c right ones by problem
 */
@SuppressWarnings("ArrayRecordComponent") // a table of columns, made once and compared by nobody
public record RecordedCounts(List<String> problems, long[] n, long[] c) {

    /** How many candidates there are in all; {@link Long#MAX_VALUE} when more than that. */
    public long candidates() {
        long sum = 0;
        for (long one : n) {
            if (one > Long.MAX_VALUE - sum) {
                return Long.MAX_VALUE;
            }
            sum += one;
        }
        return sum;
    }

    /**
     * Candidates of which it is known that so many are right, and nothing else: the right ones of a problem first.
     *
     * @throws IllegalArgumentException when there are more than {@link Recording#MOST_CANDIDATES}
     */
    public Recording asRecording() {
        long all = candidates();
        if (all > Recording.MOST_CANDIDATES) {
            throw new IllegalArgumentException(
                    "a recording holds at most %d candidates, not %d".formatted(Recording.MOST_CANDIDATES, all));
        }
        Recording.Builder builder = new Recording.Builder(false, 0, false, (int) all);
        for (int problem = 0; problem < n.length; problem++) {
            builder.problem(problems.get(problem), Optional.empty());
            for (long i = 0; i < n[problem]; i++) {
                builder.candidate(i < c[problem], Recording.NO_ANSWER, 0);
            }
        }
        return builder.build();
    }
}
