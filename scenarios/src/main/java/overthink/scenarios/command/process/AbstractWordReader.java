package overthink.scenarios.command.process;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of some words, as an option has it: a constant as {@code toString} spells it. */
public abstract class AbstractWordReader<E extends Enum<E>> implements ITypeConverter<E> {

    private final List<E> constants;

    /** Reads the constants of a type. */
    protected AbstractWordReader(Class<E> type) {
        constants = Arrays.asList(type.getEnumConstants());
    }

    @Override
    public final E convert(String text) {
        return constants.stream()
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be %s, not '%s'".formatted(words(), text)));
    }

    private String words() {
        List<String> words = constants.stream().map(E::toString).toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
