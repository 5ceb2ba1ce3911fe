package overthink.core.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import overthink.core.estimate.Tail;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
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

    /** The tail; empty when nothing is missing or it is of another kind, as that of a logit-normal law is. */
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
            return atoms(Stream.of(point.p()));
        }
        if (law instanceof Empirical empirical) {
            return atoms(IntStream.range(0, empirical.size()).mapToObj(empirical::p));
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

    private static Optional<Tail> atoms(Stream<Double> p) {
        return p.filter(one -> one > 0 && one < 1).map(one -> new Tail(one, 0)).min(SLOWEST_FIRST);
    }

    private static Optional<Tail> parts(List<DifficultyLaw> laws) {
        Optional<Tail> slowest = laws.stream().flatMap(law -> of(law).stream()).min(SLOWEST_FIRST);
        boolean power = slowest.filter(tail -> tail.p() == 0).isPresent();
        boolean known = laws.stream().allMatch(law -> isAtom(law) || of(law).isPresent());
        // What has another tail falls faster than any power law, and slower than (1 − p)^N.
        return power || known ? slowest : Optional.empty();
    }

    /** Whether all its problems are solved always or never, so that it has no tail. */
    private static boolean isAtom(DifficultyLaw law) {
        return law instanceof Point
                || law instanceof Empirical
                || (law instanceof Mixture mixture
                        && mixture.parts().stream().allMatch(part -> part.weight() == 0 || isAtom(part.law())));
    }
}
