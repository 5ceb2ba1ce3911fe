package overthink.scenarios.forecast;

import java.util.List;
import overthink.core.fit.difficulty.TailExponent;

/**
 * What a forecast was made of. {@code java} and {@code seconds} are all that differs between two forecasts of one file by one
 * version.
 *
 * @param file its name
 * @param digest of all that was read of it
 * @param problems of it
 * @param fewest candidates that a problem has
 * @param most candidates that a problem has
 * @param score by which candidates are selected and votes weighted; empty where there is none
 * @param cautions what the file holds that makes its numbers mean less than they seem to
 * @param exponent what was held likely of the law of hard problems
 * @param seed of all draws
 * @param version of this program
 * @param java version that ran it
 * @param seconds that it took
 */
public record ForecastFacts(
        String file,
        String digest,
        int problems,
        int fewest,
        int most,
        String score,
        List<String> cautions,
        TailExponent exponent,
        long seed,
        String version,
        String java,
        double seconds) {

    /** Copies the list. */
    public ForecastFacts {
        cautions = List.copyOf(cautions);
    }
}
