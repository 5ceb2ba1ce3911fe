package overthink.core.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import overthink.core.estimate.Tail;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Kumaraswamy;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;

/**
 * How E[(1 − p)<sup>N</sup>], which N independent candidates miss of the coverage that they reach in the end, shrinks at last
 * over a law of p. That is decided by the law's lower end. Where its density is c·(p − low)<sup>s−1</sup> there, by Watson's
 * lemma ∫ (1 − p)<sup>N</sup> c (p − low)<sup>s−1</sup> dp ~ c·Γ(s)·(1 − low)<sup>N+s</sup>·N<sup>−s</sup>; where it is an
 * atom, (1 − p)<sup>N</sup>. Of several parts the slowest is left. An atom at 0 is never solved and lowers the limit; one at 1
 * misses nothing.
 */
final class CoverageTails {

    private static final Comparator<Tail> SLOWEST_FIRST =
            Comparator.comparingDouble(Tail::p).thenComparingDouble(Tail::exponent);

    private CoverageTails() {}

    /**
     * The tail; empty when nothing is missing, when it is of another kind, as that of a logit-normal law is, and when the law is
     * not known: a list of rates says nothing of the hardest problems of the population that they stand for.
     */
    static Optional<Tail> of(DifficultyLaw law) {
        if (law instanceof Beta beta) {
            return Optional.of(new Tail(beta.low(), beta.alpha()));
        }
        if (law instanceof Kumaraswamy kumaraswamy) {
            return Optional.of(new Tail(0, kumaraswamy.a()));
        }
        if (law instanceof UniformDifficulty uniform) {
            return Optional.of(new Tail(uniform.low(), 1));
        }
        if (law instanceof Point point) {
            return point.p() > 0 && point.p() < 1 ? Optional.of(new Tail(point.p(), 0)) : Optional.empty();
        }
        if (law instanceof Mixture mixture) {
            return parts(mixture.parts().stream()
                    .filter(part -> part.weight() > 0)
                    .map(Mixture.Part::law)
                    .toList());
        }
        if (law instanceof Levels levels) {
            return parts(levels.list().stream()
                    .filter(level -> level.weight() > 0)
                    .map(Levels.Level::law)
                    .toList());
        }
        return Optional.empty();
    }

    private static Optional<Tail> parts(List<DifficultyLaw> laws) {
        Optional<Tail> slowest = laws.stream().flatMap(law -> of(law).stream()).min(SLOWEST_FIRST);
        boolean power = slowest.filter(tail -> tail.p() == 0).isPresent();
        boolean known = laws.stream().allMatch(law -> isAtom(law) || of(law).isPresent());
        // A logit-normal law and a list of rates fall faster than any power law.
        return power || known ? slowest : Optional.empty();
    }

    /** Whether all its problems are solved always or never, so that it has no tail. */
    private static boolean isAtom(DifficultyLaw law) {
        if (law instanceof Mixture mixture) {
            return mixture.parts().stream().allMatch(part -> part.weight() == 0 || isAtom(part.law()));
        }
        return law instanceof Point point && (point.p() == 0 || point.p() == 1);
    }
}
