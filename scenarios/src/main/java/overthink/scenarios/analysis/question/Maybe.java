package overthink.scenarios.analysis.question;

import java.util.Collection;
import overthink.scenarios.text.NearestName;

/** What a misspelt name was meant to be, as the end of a message. */
final class Maybe {

    private static final int LONGEST = 100;

    private Maybe() {}

    /** ". Maybe: NAME" with the known name nearest to the one given; nothing when none is near. */
    static String of(String name, Collection<String> known) {
        return name.length() < 2 || name.length() > LONGEST
                ? ""
                : NearestName.to(name, known).map(". Maybe: %s"::formatted).orElse("");
    }
}
