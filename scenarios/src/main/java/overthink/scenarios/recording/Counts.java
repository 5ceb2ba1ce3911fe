package overthink.scenarios.recording;

import java.util.List;

/**
 * How many candidates of each problem were right, where the candidates themselves were not recorded. Arrays are not copied.
 *
 * @param problems their names
 * @param n candidates by problem
 * @param c right ones by problem
 */
@SuppressWarnings("ArrayRecordComponent") // a table of columns, made once and compared by nobody
public record Counts(List<String> problems, long[] n, long[] c) {}
