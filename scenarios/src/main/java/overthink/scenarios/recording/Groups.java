package overthink.scenarios.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;

/** The problems of a file's rows, and whether rows of one problem come from different policies. */
final class Groups {

    private static final int MOST_VALUES = 21;

    private final Columns columns;
    private final int[] identity;
    private final int[] policies;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    /** By column of policies and problem: the value of the problem's first row. */
    private final long[][] first;
    /** By column of policies: values, and whether two of them share a problem. */
    private final List<Set<String>> values = new ArrayList<>();

    private final boolean[] mixed;
    private @Nullable String lastName;
    private int last = -1;

    Groups(Columns columns) {
        this.columns = columns;
        identity =
                columns.all(Role.PROBLEM).stream().mapToInt(Integer::intValue).toArray();
        policies = columns.all(Role.POLICY).stream().mapToInt(Integer::intValue).toArray();
        first = new long[policies.length][0];
        mixed = new boolean[policies.length];
        for (int i = 0; i < policies.length; i++) {
            values.add(new LinkedHashSet<>());
        }
    }

    /** Whether a row says which problem it is of: rows that do not are of one problem, or of as many. */
    boolean named(List<String> row) {
        for (int column : identity) {
            if (!row.get(column).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The first of the columns that name a problem. */
    String column() {
        return columns.header().get(identity[0]);
    }

    /** The number of a row's problem. */
    int of(List<String> row) {
        String name = row.get(identity[0]);
        for (int i = 1; i < identity.length; i++) {
            name = name + ", " + row.get(identity[i]);
        }
        if (!name.equals(lastName)) {
            last = numbers.computeIfAbsent(name, unknown -> {
                names.add(unknown);
                return names.size() - 1;
            });
            lastName = name;
        }
        for (int i = 0; i < policies.length; i++) {
            look(i, row.get(policies[i]));
        }
        return last;
    }

    private void look(int policy, String value) {
        if (values.get(policy).size() < MOST_VALUES) {
            values.get(policy).add(value);
        }
        long hash = TextHash.of(value, 0) | 1;
        first[policy] = Growing.room(first[policy], last);
        if (first[policy][last] == 0) {
            first[policy][last] = hash;
        }
        mixed[policy] |= first[policy][last] != hash;
    }

    /**
     * Makes sure that a problem's candidates have one policy.
     *
     * @throws BrokenFileException when they do not
     */
    void refuseMixture() throws BrokenFileException {
        for (int i = 0; i < policies.length; i++) {
            if (mixed[i]) {
                String column = columns.header().get(policies[i]);
                Set<String> found = values.get(i);
                String example = found.iterator().next();
                throw new BrokenFileException(
                        0,
                        "column %s has %s values in the rows of one problem, and a recording is of one: %s"
                                .formatted(
                                        column,
                                        found.size() < MOST_VALUES ? found.size() : "more than 20",
                                        Columns.shown(found)),
                        "--where '%s=%s'; or --run %s, if they are runs of the same"
                                .formatted(column, example, column));
            }
        }
    }

    /** What a reader should know. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < policies.length; i++) {
            if (values.get(i).size() > 1 && values.get(i).size() < MOST_VALUES) {
                remarks.add("column %s has %d values, each with problems of its own: %s"
                        .formatted(
                                columns.header().get(policies[i]), values.get(i).size(), Columns.shown(values.get(i))));
            }
        }
        return remarks;
    }

    /** The names of the problems, in order of first appearance. */
    List<String> names() {
        return names;
    }

    /** How many rows each problem has, of rows with these problems. */
    int[] sizes(int[] problem, int rows) {
        int[] sizes = new int[names.size()];
        for (int row = 0; row < rows; row++) {
            sizes[problem[row]]++;
        }
        return sizes;
    }

    /** The rows in the order of their problems, and in that of the file within one. */
    int[] order(int[] problem, int rows) {
        int[] from = new int[names.size() + 1];
        for (int row = 0; row < rows; row++) {
            from[problem[row] + 1]++;
        }
        for (int i = 0; i < names.size(); i++) {
            from[i + 1] += from[i];
        }
        int[] next = Arrays.copyOf(from, names.size());
        int[] order = new int[rows];
        for (int row = 0; row < rows; row++) {
            order[next[problem[row]]++] = row;
        }
        return order;
    }
}
