package overthink.scenarios.format.form;

import java.util.Collection;
import overthink.scenarios.plugins.Nearest;

/** What a misspelt word was meant to be. */
public final class Spelling {

    private static final int LONGEST = 100;

    private Spelling() {}

    /** The known word nearest to the one given; empty when none is near, or the word is too short or long to tell. */
    public static String nearest(String word, Collection<String> known) {
        return word.length() < 2 || word.length() > LONGEST
                ? ""
                : Nearest.to(word, known).orElse("");
    }
}
