package overthink.scenarios.command.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import overthink.scenarios.results.table.Paragraph;

/**
 * A page in Markdown, laid out for a terminal: paragraphs and the items of lists in lines of its width, tables in columns whose
 * cells have as many lines as they need. What stands between fences stays as it is.
 */
final class PageText {

    private static final Pattern ITEM = Pattern.compile("(\\s*(?:[-*+]|\\d{1,3}[.)])\\s+)(\\S.*)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} .*");
    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~).*");
    private static final Pattern RULE = Pattern.compile("[\\s|:-]+");
    private static final String GAP = "  ";

    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** What the first line of the block in hand begins with, and its words. */
    private String label = "";

    private final StringBuilder words = new StringBuilder();
    private final List<List<String>> table = new ArrayList<>();

    private PageText(int width) {
        this.width = width;
    }

    /** The page in lines of at most {@code width} characters, where words allow it; each is ended by a line feed. */
    static String of(String page, int width) {
        PageText text = new PageText(width);
        boolean fenced = false;
        for (String line : page.strip().lines().toList()) {
            boolean fence = FENCE.matcher(line).matches();
            if (fenced || fence) {
                text.end();
                text.text.append(line).append('\n');
                fenced ^= fence;
            } else {
                text.add(line);
            }
        }
        text.end();
        return text.text.toString();
    }

    private void add(String line) {
        Matcher item = ITEM.matcher(line);
        if (line.isBlank()) {
            end();
            text.append('\n');
        } else if (line.stripLeading().startsWith("|")) {
            endWords();
            if (!RULE.matcher(line).matches()) {
                table.add(cells(line));
            }
        } else if (item.matches()) {
            end();
            begin(item.group(1), item.group(2));
        } else if (HEADING.matcher(line).matches()) {
            end();
            begin("", line);
            end();
        } else if (words.isEmpty()) {
            end();
            begin(line.substring(0, line.length() - line.stripLeading().length()), line.strip());
        } else {
            words.append(' ').append(line.strip());
        }
    }

    private void begin(String first, String more) {
        label = first;
        words.append(more);
    }

    private void end() {
        endWords();
        endTable();
    }

    private void endWords() {
        if (!words.isEmpty()) {
            text.append(Paragraph.of(label, words.toString(), label.length(), width));
            words.setLength(0);
        }
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
        return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }

    private void endTable() {
        if (table.isEmpty()) {
            return;
        }
        int[] widths = widths();
        row(table.get(0), widths);
        row(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
        table.subList(1, table.size()).forEach(row -> row(row, widths));
        table.clear();
    }

    /** The width of each column: of its longest cell, and where not all of these fit of the longest word at least. */
    private int[] widths() {
        int columns = table.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        int[] least = new int[columns];
        for (List<String> row : table) {
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                widths[column] = Math.max(widths[column], cell.length());
                for (String word : cell.split("\\s+", -1)) {
                    least[column] = Math.max(least[column], word.length());
                }
            }
        }
        int room = width - GAP.length() * (columns - 1);
        while (Arrays.stream(widths).sum() > room) {
            int widest = -1;
            for (int column = 0; column < columns; column++) {
                if (widths[column] > least[column] && (widest < 0 || widths[column] > widths[widest])) {
                    widest = column;
                }
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private void row(List<String> cells, int[] widths) {
        List<List<String>> wrapped = IntStream.range(0, cells.size())
                .mapToObj(column -> Paragraph.of("", cells.get(column), 0, widths[column])
                        .lines()
                        .toList())
                .toList();
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < lines; line++) {
            int at = line;
            String whole = IntStream.range(0, cells.size())
                    .mapToObj(column -> padded(wrapped.get(column), at, widths[column]))
                    .collect(Collectors.joining(GAP));
            text.append(whole.stripTrailing()).append('\n');
        }
    }

    private static String padded(List<String> lines, int at, int width) {
        String line = at < lines.size() ? lines.get(at) : "";
        return line + " ".repeat(Math.max(0, width - line.length()));
    }
}
