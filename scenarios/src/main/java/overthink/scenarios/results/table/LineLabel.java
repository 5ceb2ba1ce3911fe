package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a line of a table is called: a name, and what tells it from others of that name.
 *
 * @param name the name
 * @param detail what tells it apart, in full; empty where the name is enough
 * @param brief the same in few words; equal to the detail where there are none
 */
record LineLabel(String name, String detail, String brief) {

    /** A label whose detail is as short as it gets. */
    LineLabel(String name, String detail) {
        this(name, detail, detail);
    }

    /** Parameters as they are given, {@code width=4 select=vote}. */
    static String full(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
    }

    /**
     * The same, but of a list of stages nothing but their names and values: two lists may read alike, as
     * {@link #distinct} tells.
     */
    static String brief(Map<String, Object> parameters) {
        return StageWords.of(parameters, (key, value) -> !(value instanceof Boolean));
    }

    /** Whether in few words, too, no two of these that differ are called alike. */
    static boolean distinct(Collection<LineLabel> labels) {
        return labels.stream()
                        .map(label -> label.name + " " + label.brief)
                        .distinct()
                        .count()
                == labels.stream().distinct().count();
    }

    /** All of it on one line. */
    String whole() {
        return whole(detail);
    }

    /** All of it in few words. */
    String shortened() {
        return whole(brief);
    }

    private String whole(String told) {
        return told.isEmpty() ? name : name + " " + told;
    }

    /**
     * Its lines: one where it is short enough, else the name, and what tells it apart below.
     *
     * @param most characters of a line
     * @param inFull whether in full
     */
    List<String> lines(int most, boolean inFull) {
        String told = inFull ? detail : brief;
        if (whole(told).length() <= most) {
            return List.of(whole(told));
        }
        List<String> lines = new ArrayList<>(List.of(name));
        wrapped(told, most - 2).forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** A text in lines, broken between stages where it has some, else between words. */
    static List<String> wrapped(String text, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String between = text.contains(StageWords.THEN + " ") ? "(?<=" + StageWords.THEN + ") " : " ";
        for (String word : text.split(between, -1)) {
            if (line.length() > 0 && 1 + line.length() + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
