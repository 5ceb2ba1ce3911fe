package overthink.scenarios.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of strategies without the parameters that nobody needs to tell them apart. */
final class ShortNames {

    private ShortNames() {}

    /**
     * Of each label, a strategy with its parameters, the strategy alone where no other label begins with it, else without the
     * parameters that it has in all labels that do.
     */
    static Map<String, String> of(Collection<String> labels) {
        Map<String, List<String>> alike = labels.stream().collect(Collectors.groupingBy(ShortNames::first));
        Map<String, String> names = new LinkedHashMap<>();
        labels.forEach(label -> names.put(label, of(label, alike.getOrDefault(first(label), List.of()))));
        return names;
    }

    private static String of(String label, List<String> alike) {
        String first = first(label);
        if (alike.size() == 1) {
            return first;
        }
        List<List<String>> each = alike.stream().map(ShortNames::parameters).toList();
        if (each.stream().flatMap(List::stream).anyMatch(word -> word.indexOf('=') <= 0)) {
            return label; // a value has spaces, or words are stages
        }
        return Stream.concat(
                        Stream.of(first),
                        parameters(label).stream()
                                .filter(word -> !each.stream().allMatch(words -> words.contains(word))))
                .collect(Collectors.joining(" "));
    }

    private static List<String> parameters(String label) {
        String rest = label.substring(first(label).length()).strip();
        return rest.isEmpty() ? List.of() : List.of(rest.split(" "));
    }

    private static String first(String label) {
        int colon = label.indexOf(": "); // of a name with a prefix
        int space = label.indexOf(' ', colon < 0 ? 0 : colon + 2);
        return space < 0 ? label : label.substring(0, space);
    }
}
