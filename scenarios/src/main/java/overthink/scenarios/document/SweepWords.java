package overthink.scenarios.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.MistakeListener;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlReader;

/**
 * What to sweep, in words of a command line: {@code PATH=A,B,C}, {@code PATH=FROM..TO/STEP}, {@code PATH=FROM..TO*FACTOR},
 * {@code PATH=FROM..TO:POINTS} or {@code PATH=FROM..TO:POINTSlog}.
 *
 * @param words one for each path
 * @param zip whether the paths change together
 */
public record SweepWords(List<String> words, boolean zip) {

    /** Nothing beside what the file says. */
    public static final SweepWords NONE = new SweepWords(List.of(), false);

    private static final String SWEEP = "sweep";
    private static final String EXPECT = "expect";
    private static final String ZIP = "zip";
    private static final String NUMBER = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)";
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?:/" + NUMBER + "|\\*" + NUMBER + "|:(\\d+)(log)?)");
    private static final String RULE =
            "what is swept is written PATH=VALUES, the values as 1,2,4 or 0.6..0.95/0.05 (steps) or 1..1000*10 (factors) or"
                    + " 0..1:11 or 1..1000:7log (so many points)";

    /** Copies the list. */
    public SweepWords {
        words = List.copyOf(words);
    }

    /**
     * A scenario with these words in its sweep; a path that is swept there already gets these values. What the file expects is
     * of its own points, and is left out.
     */
    Node addTo(Node document, MistakeListener report) {
        if (words.isEmpty() || !(document instanceof Node.Entries mapping)) {
            return document;
        }
        List<Node.Entry> added = new ArrayList<>();
        for (String word : words) {
            Node.Entry entry = entry(word, report);
            if (entry != null) {
                added.add(entry);
            }
        }
        Node.Entries inFile = mapping.find(SWEEP) instanceof Node.Entries written
                ? written
                : Node.Entries.none(SourceLocation.whole(SWEEP));
        List<String> names = added.stream().map(Node.Entry::name).toList();
        List<Node.Entry> sweep = new ArrayList<>(inFile.entries().stream()
                .filter(entry ->
                        !names.contains(entry.name()) && !(zip && entry.name().equals(ZIP)))
                .toList());
        if (zip) {
            sweep.add(Node.Entry.of(ZIP, new Node.Entries(added, SourceLocation.whole("--zip"))));
        } else {
            sweep.addAll(added);
        }
        List<Node.Entry> entries = new ArrayList<>(mapping.entries().stream()
                .filter(entry -> !entry.name().equals(SWEEP) && !entry.name().equals(EXPECT))
                .toList());
        entries.add(Node.Entry.of(SWEEP, new Node.Entries(sweep, inFile.place())));
        return new Node.Entries(entries, mapping.place());
    }

    private static Node.@Nullable Entry entry(String word, MistakeListener report) {
        SourceLocation place = SourceLocation.whole(word.replaceAll("\\p{Cntrl}+", " "));
        int equals = word.indexOf('=');
        if (equals < 1) {
            report.add(place, "", "", RULE, "");
            return null;
        }
        String path = word.substring(0, equals).strip();
        String values = word.substring(equals + 1).strip();
        Node value = values(values, path, place, report);
        return value == null ? null : new Node.Entry(Node.Scalar.text(path, place), value);
    }

    private static @Nullable Node values(String values, String path, SourceLocation place, MistakeListener report) {
        Matcher range = RANGE.matcher(values);
        if (range.matches()) {
            String measure = range.group(3) != null
                    ? "step: " + range.group(3)
                    : range.group(4) != null
                            ? "factor: " + range.group(4)
                            : "points: " + range.group(5) + (range.group(6) == null ? "" : ", scale: log");
            return YamlReader.value(
                    "{from: %s, to: %s, %s}".formatted(range.group(1), range.group(2), measure), place, path, report);
        }
        if (values.contains("..") && values.matches("[-+.\\deE/*:log ]+")) {
            boolean bare = values.matches(NUMBER + "\\.\\." + NUMBER);
            report.add(place, path, values, RULE, bare ? values + "/1" : "");
            return null;
        }
        return values.isEmpty()
                ? refuse(path, place, report)
                : YamlReader.value(values.startsWith("[") ? values : "[" + values + "]", place, path, report);
    }

    private static @Nullable Node refuse(String path, SourceLocation place, MistakeListener report) {
        report.add(place, path, "", RULE, "");
        return null;
    }
}
