package overthink.scenarios.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.law.difficulty.Empirical;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.text.Amount;

/** Rows that count candidates; those of a problem are added up. */
final class CountRows implements RecordingReader.Rows {

    private final Columns columns;
    private final Mistakes mistakes;
    private final int n;
    private final int c;
    private long[] candidates = new long[1024];
    private long[] right = new long[1024];
    private long matching;

    CountRows(Columns columns, Mistakes mistakes) {
        this.columns = columns;
        this.mistakes = mistakes;
        n = columns.at(Role.N);
        c = columns.at(Role.C);
    }

    @Override
    public void add(List<String> cells, int line, int problem) {
        long all = whole(cells, n, line);
        long some = whole(cells, c, line);
        if (all < 0 || some < 0) {
            return;
        }
        if (some > all) {
            mistakes.add(
                    line,
                    columns.header().get(c),
                    cells.get(c),
                    "must be at most %s, which is %d".formatted(columns.header().get(n), all),
                    "");
            return;
        }
        candidates = Growing.room(candidates, problem);
        right = Growing.room(right, problem);
        if (all > Empirical.MOST_CANDIDATES - candidates[problem]) {
            mistakes.add(line, "", "", "a problem has at most %d candidates".formatted(Empirical.MOST_CANDIDATES), "");
            return;
        }
        candidates[problem] += all;
        right[problem] += some;
        matching++;
    }

    private long whole(List<String> cells, int column, int line) {
        long value = CellText.whole(cells.get(column));
        if (value < 0) {
            mistakes.add(
                    line, columns.header().get(column), cells.get(column), "must be a whole number of at least 0", "");
        }
        return value;
    }

    @Override
    public @Nullable Recorded finish(String format, Groups groups, long rows, List<String> remarks)
            throws BrokenFileException {
        int size = groups.names().size();
        long sum = 0;
        for (int problem = 0; problem < size; problem++) {
            sum += candidates[problem];
            if (candidates[problem] == 0) {
                throw new BrokenFileException(
                        0,
                        "problem '%s' has no candidate".formatted(groups.names().get(problem)),
                        "without its row");
            }
        }
        if (matching > size) {
            long added = matching - size;
            remarks.add("%s the same problem as another: their counts are added up"
                    .formatted(added == 1 ? "1 row names" : Amount.of(added, "row") + " name"));
        }
        RecordedCounts counts = new RecordedCounts(
                List.copyOf(groups.names()), Arrays.copyOf(candidates, size), Arrays.copyOf(right, size));
        return new Recorded(
                format,
                columns,
                Optional.empty(),
                Optional.of(counts),
                new Recorded.Tally(rows, sum, 0, 0, 0, List.of(), -1, 0, 0, 0, 0, List.copyOf(remarks)),
                Fingerprint.of(counts));
    }
}
