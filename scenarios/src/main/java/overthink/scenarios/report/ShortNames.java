package overthink.scenarios.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of strategies without the parameters that nobody needs to tell them apart. */
final class ShortNames {

    private ShortNames() {}

    /** Of each label, a strategy with its parameters, the strategy alone where no other label begins with it. */
    static Map<String, String> of(Collection<String> labels) {
        Map<String, Integer> count = new LinkedHashMap<>();
        labels.forEach(label -> count.merge(first(label), 1, Integer::sum));
        Map<String, String> names = new LinkedHashMap<>();
        labels.forEach(label -> names.put(label, count.getOrDefault(first(label), 0) == 1 ? first(label) : label));
        return names;
    }

    private static String first(String label) {
        int colon = label.indexOf(": "); // of a name with a prefix
        int space = label.indexOf(' ', colon < 0 ? 0 : colon + 2);
        return space < 0 ? label : label.substring(0, space);
    }
}
