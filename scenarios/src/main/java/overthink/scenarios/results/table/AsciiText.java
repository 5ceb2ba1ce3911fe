package overthink.scenarios.results.table;

import java.io.IOException;

/** Text for consoles that have ASCII alone: the signs of tables are spelled out, any other letter becomes a question mark. */
public final class AsciiText implements Appendable {

    private final Appendable out;

    /** Appends to {@code out}. */
    public AsciiText(Appendable out) {
        this.out = out;
    }

    /** A text in ASCII. */
    public static String of(CharSequence text) {
        return text.toString()
                .replace("\u00b1", "+-")
                .replace("\u221e", "inf")
                .replace("\u2026", "...")
                .replace("\u00d7", "x")
                .replace("\u2192", "->")
                .replaceAll("[\u2212\u2013]", "-")
                .replaceAll("[^\\p{ASCII}]", "?");
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        out.append(of(text));
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int from, int to) throws IOException {
        return append(text.subSequence(from, to));
    }

    @Override
    public Appendable append(char letter) throws IOException {
        return append(Character.toString(letter));
    }
}
