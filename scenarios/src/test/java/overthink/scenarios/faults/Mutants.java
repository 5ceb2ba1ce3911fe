package overthink.scenarios.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** What becomes of a text or a file by small damage. */
public final class Mutants {

    /** What breaks readers, or looks like a value where there should be another. */
    public static final List<String> FRAGMENTS = List.of(
            "",
            " ",
            ":",
            "{",
            "}",
            "[",
            "]",
            "- ",
            "\n",
            "\t",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "|",
            ">",
            "'",
            "\"",
            ",",
            "?",
            "-1",
            "0",
            "1e400",
            ".nan",
            "0x1F",
            "1e-300",
            "9".repeat(120),
            "null",
            "~",
            "true",
            "none",
            "levels",
            "d: 1",
            "point: 0.5",
            "é",
            "\u0000",
            "\uD83D",
            "\u2028",
            "a".repeat(500),
            "---\n",
            "...\n",
            "<<: *a",
            "{}",
            "[]",
            "1e-2147483647",
            "1e2147483647",
            "1e-300",
            "9223372036854775808",
            "\"\\UFFFFFFFF\"",
            "\"\\ud800\"",
            "! ",
            "!%zz ",
            "%YAML 999999999999.1\n",
            "`",
            "@");

    private static final byte[] BYTES = ",;\"\n\r\t\0 0-.9eé\uFEFF\u001f\u008b{".getBytes(StandardCharsets.UTF_8);

    private Mutants() {}

    /** A text with a change. */
    public static String text(String text, UniformRandomProvider random) {
        if (text.isEmpty()) {
            return text;
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(8));
        switch (random.nextInt(4)) {
            case 0: // a fragment in the place of some characters
                return text.substring(0, from) + FRAGMENTS.get(random.nextInt(FRAGMENTS.size())) + text.substring(to);
            case 1: // a value in the place of another
                int colon = text.indexOf(": ", from);
                int end = colon < 0 ? -1 : endOfValue(text, colon + 2);
                return end < 0
                        ? text
                        : text.substring(0, colon + 2)
                                + FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))
                                + text.substring(end);
            case 2: // a piece of it elsewhere
                int at = random.nextInt(text.length());
                int until = Math.min(text.length(), at + random.nextInt(40));
                return text.substring(0, from) + text.substring(at, until) + text.substring(to);
            default: // a line lost
                int line = text.lastIndexOf('\n', from) + 1;
                int next = text.indexOf('\n', from);
                return next < 0 ? text.substring(0, line) : text.substring(0, line) + text.substring(next + 1);
        }
    }

    private static int endOfValue(String text, int from) {
        int end = from;
        while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Bytes of which one is lost, doubled or swapped, a piece is lost, or the end. */
    public static byte[] bytes(byte[] whole, UniformRandomProvider random) {
        if (whole.length == 0) {
            return whole;
        }
        int at = random.nextInt(whole.length);
        int skipped = random.nextInt(3);
        ByteArrayOutputStream next = new ByteArrayOutputStream();
        next.write(whole, 0, at);
        if (skipped < 2) {
            next.write(random.nextInt(3) == 0 ? random.nextInt(256) : BYTES[random.nextInt(BYTES.length)]);
        }
        int until = at + (random.nextInt(4) == 0 ? random.nextInt(40) : skipped);
        if (random.nextInt(20) > 0) {
            next.write(whole, Math.min(whole.length, until), Math.max(0, whole.length - until));
        }
        return next.toByteArray();
    }
}
