package overthink.scenarios.recording;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.recording.table.Table;
import overthink.scenarios.text.NearestName;

/** Reads a table of candidates, one a row, or of counts, one row a problem. */
public final class RecordingReader {

    /** The rows that columns are guessed from. */
    private static final int LOOK = 2000;

    private static final int MOST_MISTAKES = 20;
    private static final long MOST_ROWS = 100_000_000;
    private static final int MOST_VALUES = 1000;
    private static final int ROWS_A_REPORT = 10_000;

    private final Table table;
    private final Mapping mapping;
    private final Mistakes mistakes;
    private final DoubleConsumer progress;
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    /** By condition: values of its column. */
    private final List<Set<String>> seen = new ArrayList<>();

    private int found;

    private record Ahead(List<String> cells, int line) {}

    /**
     * A reader.
     *
     * @param table is not closed
     * @param mapping what the user says of its columns
     * @param mistakes hears what is wrong with it, up to twenty times
     * @param progress hears how much of it was read, from 0 to 1
     */
    public RecordingReader(Table table, Mapping mapping, Mistakes mistakes, DoubleConsumer progress) {
        this.table = table;
        this.mapping = mapping;
        this.mistakes = mistakes;
        this.progress = progress;
    }

    /**
     * Reads all rows.
     *
     * @return what they say; null when there was a mistake, which was reported
     * @throws BrokenFileException when the file is not what it began as, or lacks a column
     */
    public @Nullable Recorded read() throws IOException {
        if (table.columns().isEmpty()) {
            throw new BrokenFileException(1, "there is nothing in it", "");
        }
        while (ahead.size() < LOOK) {
            List<String> row = table.next();
            if (row == null) {
                break;
            }
            ahead.add(new Ahead(row, table.line()));
        }
        if (ahead.isEmpty()) {
            throw new BrokenFileException(1, "there are no rows below the header", "");
        }
        Columns columns =
                new Columns(table.columns(), ahead.stream().map(Ahead::cells).toList(), table.decimalCommas(), mapping);
        int[] conditions = new int[mapping.conditions().size()];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = columns.index(mapping.conditions().get(i).column());
            seen.add(new LinkedHashSet<>());
        }
        Rows rows = columns.counts()
                ? new CountRows(columns, this::refuse)
                : new CandidateRows(columns, table.decimalCommas(), this::refuse);
        Groups groups = new Groups(columns);
        long count = 0;
        long matching = 0;
        int line = 1;
        boolean full = ahead.size() < LOOK;
        while (found < MOST_MISTAKES) {
            Ahead first = ahead.poll();
            List<String> row = first != null ? first.cells() : full ? null : table.next();
            if (row == null) {
                break;
            }
            line = first != null ? first.line() : table.line();
            if (++count % ROWS_A_REPORT == 0) {
                progress.accept(table.progress());
            }
            if (count > MOST_ROWS) {
                throw new BrokenFileException(line, "at most %d rows are read".formatted(MOST_ROWS), "");
            }
            if (row.size() != columns.header().size()) {
                refuse(line, "", "", width(row, columns.header()), widthHint(row, columns.header()));
            } else if (matches(row, conditions)) {
                matching++;
                if (groups.named(row)) {
                    rows.add(row, line, groups.of(row));
                } else {
                    refuse(line, groups.column(), "", "must name the problem", "");
                }
            }
        }
        if (found == MOST_MISTAKES) {
            mistakes.add(line, "", "", "mistakes after this line are not listed", "");
        }
        if (found > 0) {
            return null;
        }
        if (matching == 0) {
            throw noneMatches();
        }
        groups.refuseMixture();
        List<String> remarks = new ArrayList<>(table.remarks());
        remarks.addAll(groups.remarks());
        return rows.finish(table.format(), groups, count, remarks);
    }

    /** What rows are put into. */
    interface Rows {

        /** Adds a row of a problem. */
        void add(List<String> cells, int line, int problem);

        /** What they hold. */
        @Nullable
        Recorded finish(String format, Groups groups, long rows, List<String> remarks) throws BrokenFileException;
    }

    private void refuse(int line, String column, String value, String rule, String hint) {
        found++;
        String stands = value.isEmpty() && !column.isEmpty() ? "nothing" : value;
        mistakes.add(line, column, stands, rule, hint);
    }

    private boolean matches(List<String> row, int[] conditions) {
        boolean matches = true;
        for (int i = 0; i < conditions.length; i++) {
            String cell = row.get(conditions[i]);
            if (seen.get(i).size() < MOST_VALUES) {
                seen.get(i).add(cell);
            }
            matches &= mapping.conditions().get(i).matches().test(cell);
        }
        return matches;
    }

    private BrokenFileException noneMatches() {
        List<String> wanted = new ArrayList<>();
        List<String> there = new ArrayList<>();
        String hint = "";
        for (int i = 0; i < seen.size(); i++) {
            Condition condition = mapping.conditions().get(i);
            wanted.add(condition.column() + " = " + condition.value());
            if (seen.get(i).stream().noneMatch(condition.matches())) {
                there.add("; %s is %s".formatted(condition.column(), Columns.shown(seen.get(i))));
                hint = hint.isEmpty()
                        ? NearestName.to(condition.value(), seen.get(i)).orElse("")
                        : hint;
            }
        }
        return new BrokenFileException(
                0, "no row has %s%s".formatted(String.join(" and ", wanted), String.join("", there)), hint);
    }

    private static String width(List<String> row, List<String> header) {
        return "there %s %d cell%s, and the header has %d"
                .formatted(row.size() == 1 ? "is" : "are", row.size(), row.size() == 1 ? "" : "s", header.size());
    }

    private static String widthHint(List<String> row, List<String> header) {
        if (row.size() > header.size()) {
            return row.get(row.size() - 1).isEmpty()
                    ? "without the separator at the end"
                    : "text that holds a separator goes in quotes";
        }
        return "the file is cut short, or a cell without a value lacks its separator";
    }
}
