package overthink.core.fit.world;

import overthink.core.fit.difficulty.DifficultyFamily;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.fit.difficulty.FittedDifficulty;

/**
 * The centre of the posterior of the leading family: the mean of its draws, of a and b and σ in their logarithms, of μ as it
 * is. The atom is the mean of those draws that have one where most have, and else 0 with the others' mean. (The most probable
 * point of the lattice that the posterior lives on is off by up to half its step.)
 */
final class DifficultyCentre {

    private static final int DRAWS = 1000;

    /** Of the atom: less is none. */
    private static final double LEAST_ATOM = 1e-4;

    private DifficultyCentre() {}

    static FittedDifficulty of(DifficultyPosterior posterior, long seed) {
        DifficultyFamily family = posterior.leading().family();
        Sums without = new Sums();
        Sums with = new Sums();
        for (int draw = 0; draw < DRAWS; draw++) {
            FittedDifficulty drawn = posterior.draw(draw, seed).fitted();
            if (drawn.family() == family) {
                (drawn.atom() == 0 ? without : with).add(drawn);
            }
        }
        return (with.count > without.count ? with : without).centre(family);
    }

    private static final class Sums {

        private int count;
        private double first;
        private double second;
        private double atom;

        void add(FittedDifficulty drawn) {
            boolean plain = drawn.family() == DifficultyFamily.LOGIT_NORMAL;
            count++;
            first += plain ? drawn.first() : StrictMath.log(drawn.first());
            second += StrictMath.log(drawn.second());
            atom += drawn.atom();
        }

        FittedDifficulty centre(DifficultyFamily family) {
            double centre = first / count;
            double share = Rounded.of(atom / count);
            return new FittedDifficulty(
                    family,
                    Rounded.of(family == DifficultyFamily.LOGIT_NORMAL ? centre : StrictMath.exp(centre)),
                    Rounded.of(StrictMath.exp(second / count)),
                    share < LEAST_ATOM ? 0 : share);
        }
    }
}
