package overthink.core.fit.difficulty;

import java.util.List;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Kumaraswamy;
import overthink.core.law.difficulty.LogitNormal;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.Point;

/**
 * A law of difficulty of one of the families, with an atom at p = 0.
 *
 * @param family which
 * @param first its first parameter: a, or mu
 * @param second its second parameter: b, or sigma
 * @param atom π₀, the share of problems with p = 0, in [0, 1)
 */
public record FittedDifficulty(DifficultyFamily family, double first, double second, double atom) {

    /** The law as worlds have it. */
    public DifficultyLaw law() {
        DifficultyLaw possible = possible();
        return atom == 0
                ? possible
                : new Mixture(List.of(new Mixture.Part(atom, new Point(0)), new Mixture.Part(1 - atom, possible)));
    }

    /** The law of the problems whose p is above 0. */
    public DifficultyLaw possible() {
        return switch (family) {
            case BETA -> new Beta(first, second);
            case KUMARASWAMY -> new Kumaraswamy(first, second);
            case LOGIT_NORMAL -> new LogitNormal(first, second);
        };
    }
}
