package overthink.scenarios.document.form;

import java.math.BigDecimal;
import java.util.Collection;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.text.NearestName;

/** What a misspelt word was meant to be. */
public final class Spelling {

    private static final int LONGEST = 100;

    private Spelling() {}

    /** The known word nearest to the one given; empty when none is near, or the word is too short or long to tell. */
    public static String nearest(String word, Collection<String> known) {
        return word.length() < 2 || word.length() > LONGEST
                ? ""
                : NearestName.to(word, known).orElse("");
    }

    /** The number that was meant by something that is none, or none that is read; empty when nothing is near. */
    static String number(Node.Scalar written) {
        String text = written.text();
        if (written.vanishes()) {
            return "0";
        }
        if (text.matches("[-+]?\\d{1,9},\\d{1,18}")) {
            return text.replace(',', '.') + ", with a decimal point";
        }
        if (text.matches("\\d{1,2}(\\.\\d{1,9})? ?%")) {
            BigDecimal share = new BigDecimal(text.replaceAll("[ %]", "")).movePointLeft(2);
            return Node.Scalar.number(share, written.place()).text() + ", a share instead of a percentage";
        }
        return "";
    }
}
