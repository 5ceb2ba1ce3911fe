package overthink.strategies.particle;

import java.util.List;
import java.util.Locale;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;

/** How one particle is chosen in the end. */
enum Selection {
    /** The best last process score, the first of equals. */
    ARGMAX,
    /** One drawn by weight. */
    SAMPLE,
    /** The answer with the greatest sum of weights, of equals the one whose first candidate was generated first. */
    VOTE;

    static ParameterSpec parameter() {
        return ParameterSpec.choice(
                "select",
                List.of("argmax", "sample", "vote"),
                "the best last score, a draw by weight, or the answer with the greatest sum of weights");
    }

    static Selection of(Parameters parameters) {
        return valueOf(parameters.choice("select").toUpperCase(Locale.ROOT));
    }
}
