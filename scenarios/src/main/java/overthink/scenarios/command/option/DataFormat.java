package overthink.scenarios.command.option;

import java.util.Locale;
import overthink.scenarios.command.process.AbstractWordReader;

/** What commands print whose results are no rows of a run. */
public enum DataFormat {
    TABLE,
    JSON,
    CSV;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a format as it is spelled. */
    public static final class Reader extends AbstractWordReader<DataFormat> {

        /** Made by picocli. */
        public Reader() {
            super(DataFormat.class);
        }
    }
}
