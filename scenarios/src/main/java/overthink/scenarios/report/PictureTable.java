package overthink.scenarios.report;

import java.util.List;

/**
 * The numbers of a picture.
 *
 * @param headers of the columns; none where there is no table
 * @param lines as long as the headers; the first cell is what a line is of
 */
record PictureTable(List<String> headers, List<List<String>> lines) {

    /** No table. */
    static final PictureTable NONE = new PictureTable(List.of(), List.of());

    /** Copies the lists. */
    PictureTable {
        headers = List.copyOf(headers);
        lines = lines.stream().map(List::copyOf).toList();
    }
}
