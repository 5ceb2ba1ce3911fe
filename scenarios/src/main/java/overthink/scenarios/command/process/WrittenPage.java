package overthink.scenarios.command.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import overthink.scenarios.report.Reports;

/** A page in the files that it is made of. */
public final class WrittenPage {

    private WrittenPage() {}

    /**
     * Writes a page and the pictures beside it; the page last, so that what it shows is there.
     *
     * @return how many bytes each file has, the page first
     */
    public static Map<Path, Integer> write(Path file, Reports.Page page) throws IOException {
        Map<Path, Integer> written = new LinkedHashMap<>();
        byte[] text = page.text().getBytes(StandardCharsets.UTF_8);
        written.put(file, text.length);
        for (Map.Entry<String, String> picture : page.pictures().entrySet()) {
            Path beside = file.resolveSibling(picture.getKey());
            byte[] bytes = picture.getValue().getBytes(StandardCharsets.UTF_8);
            OutputFile.write(beside, out -> out.write(bytes));
            written.put(beside, bytes.length);
        }
        OutputFile.write(file, out -> out.write(text));
        return written;
    }
}
