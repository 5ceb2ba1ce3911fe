package overthink.scenarios.command.option;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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
    public static final class Reader implements ITypeConverter<DataFormat> {

        @Override
        public DataFormat convert(String text) {
            return Arrays.stream(DataFormat.values())
                    .filter(format -> format.toString().equals(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("must be table, json or csv, not '%s'".formatted(text)));
        }
    }
}
