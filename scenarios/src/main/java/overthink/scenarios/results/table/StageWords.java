package overthink.scenarios.results.table;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import overthink.core.api.Element;

/** Parameters in few words: of a list of stages their names and values, {@code generate 10 > keep 3 tests > judge}. */
public final class StageWords {

    /** Between stages, before a space. */
    static final String THEN = " >";

    private StageWords() {}

    /**
     * Parameters in few words; those that are no stages as they are given, {@code width=4 select=vote}.
     *
     * @param bare which values of a stage, by their keys, are told without these
     */
    public static String of(Map<String, ?> parameters, BiPredicate<String, Object> bare) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getValue() instanceof List<?> list
                                && !list.isEmpty()
                                && list.stream().allMatch(Element.class::isInstance)
                        ? list.stream().map(one -> of((Element) one, bare)).collect(Collectors.joining(THEN + " "))
                        : parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String of(Element stage, BiPredicate<String, Object> bare) {
        return stage.values().isEmpty()
                ? stage.name()
                : stage.values().entrySet().stream()
                        .map(value -> bare.test(value.getKey(), value.getValue())
                                ? String.valueOf(value.getValue())
                                : value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(" ", stage.name() + " ", ""));
    }
}
