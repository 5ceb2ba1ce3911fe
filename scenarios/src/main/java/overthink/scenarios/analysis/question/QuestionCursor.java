package overthink.scenarios.analysis.question;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlReader;

/** How far the reading of a question has come; blanks between its parts are passed over. */
final class QuestionCursor {

    /** The longest question. */
    private static final int LONGEST = 2_000;

    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][-+]?\\d{1,3})?\\s?(%?)(?![\\p{L}\\p{N}_.])");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}_.-]*");
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"|'([^']+)'|([^\\s<>=@{}\"']+)");
    private static final Pattern BLANKS = Pattern.compile("\\s*");

    private final String text;
    private int at;

    QuestionCursor(String text) {
        this.text = text.replaceAll("\\p{Cntrl}", " ");
        if (text.isBlank()) {
            throw new QuestionException(text, 1, "there is nothing asked");
        }
        if (text.length() > LONGEST) {
            throw new QuestionException(
                    text.substring(0, 40) + "…", LONGEST, "a question has at most %d characters".formatted(LONGEST));
        }
        skip();
    }

    int column() {
        return at + 1;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** What is left. */
    String rest() {
        return text.substring(at).strip();
    }

    /** What was read since a column. */
    String since(int column) {
        return text.substring(column - 1, at).strip();
    }

    /** What stands here, as it follows "not". */
    String found() {
        return atEnd() ? "the end" : "'" + rest() + "'";
    }

    QuestionException refuse(String rule) {
        return refuse(column(), rule);
    }

    QuestionException refuse(int column, String rule) {
        return new QuestionException(text, column, rule);
    }

    /** Passes over the first of these signs that stands here. */
    Optional<String> take(String... signs) {
        for (String sign : signs) {
            if (text.startsWith(sign, at)) {
                move(at + sign.length());
                return Optional.of(sign);
            }
        }
        return Optional.empty();
    }

    /** Passes over a word if it stands here. */
    boolean takeWord(String word) {
        Matcher matcher = matcher(WORD);
        boolean here = matcher.lookingAt() && matcher.group().equals(word);
        if (here) {
            move(matcher.end());
        }
        return here;
    }

    /** Passes over any word. */
    Optional<Word> word() {
        Matcher matcher = matcher(WORD);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        Word word = new Word(matcher.group(), text, column());
        move(matcher.end());
        return Optional.of(word);
    }

    /** Passes over a name of any letters, or one in quotes. */
    Optional<Word> name() {
        Matcher matcher = matcher(NAME);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String name = matcher.group(1) != null
                ? matcher.group(1)
                : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        Word word = new Word(name, text, column());
        move(matcher.end());
        return Optional.of(word);
    }

    /** Passes over a number, which may be a percentage. */
    OptionalDouble number() {
        Matcher matcher = matcher(NUMBER);
        if (!matcher.lookingAt()) {
            return OptionalDouble.empty();
        }
        boolean percentage = matcher.group(4).equals("%");
        BigDecimal number = new BigDecimal(matcher.group().replaceAll("[\\s%]", ""));
        move(matcher.end());
        return OptionalDouble.of((percentage ? number.movePointLeft(2) : number).doubleValue());
    }

    /** Passes over parameters in braces; none where there are no braces. */
    Map<String, Object> parameters() {
        if (!text.startsWith("{", at)) {
            return Map.of();
        }
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw refuse("the brace is not closed");
        }
        int column = column();
        String braces = text.substring(at, end + 1);
        Node node = YamlReader.value(braces, SourceLocation.whole("question"), "", (place, path, value, rule, hint) -> {
            throw refuse(column, "%s are no parameters: %s".formatted(braces, rule));
        });
        if (!(node instanceof Node.Entries entries)) {
            throw refuse(column, "parameters are written as {width: 4}, not " + braces);
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        entries.entries()
                .forEach(entry -> parameters.put(entry.name(), entry.value().plain()));
        move(end + 1);
        return parameters;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }

    private void move(int to) {
        at = to;
        skip();
    }

    private void skip() {
        Matcher blanks = matcher(BLANKS);
        at = blanks.lookingAt() ? blanks.end() : at;
    }
}
