package overthink.core.exact.search;

import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.exact.selection.FirstAcceptedLaw.Otherwise;

/**
 * {@link Forest} by verdicts: the first accepted child of the first tree that has one, or the first child of all where none is
 * accepted.
 *
 * @param rates at which sound and flawed children are accepted
 */
public record VerdictForest(FirstAcceptedLaw rates) implements Forest {

    @Override
    public Approximation at(double parent, double stays, double recovers, long trees, long width) {
        Tree tree = new Tree(parent, stays, recovers, width);
        double earlier = StrictMath.exp((trees - 1) * StrictMath.log1p(-tree.accepted()));
        double trials = tree.accepted() == 0 ? 0 : Coverage.of(tree.accepted(), trees) / tree.accepted();
        double value = tree.right() * trials + tree.rightRejected() * (trees == 1 ? 1 : earlier);
        return new Approximation(Math.min(1, value), BestOne.ROUNDING);
    }

    @Override
    public double limit(double parent, double stays, double recovers, long width) {
        Tree tree = new Tree(parent, stays, recovers, width);
        return tree.accepted() == 0 ? tree.rightRejected() : tree.right() / tree.accepted();
    }

    /** One tree's chances. */
    private final class Tree {

        private final double parent;
        private final double stays;
        private final double recovers;
        private final long width;

        Tree(double parent, double stays, double recovers, long width) {
            this.parent = parent;
            this.stays = stays;
            this.recovers = recovers;
            this.width = width;
        }

        private double mix(double ofSound, double ofFlawed) {
            return parent * ofSound + (1 - parent) * ofFlawed;
        }

        /** Some child is accepted. */
        double accepted() {
            return mix(1 - rates.noneAccepted(stays, width), 1 - rates.noneAccepted(recovers, width));
        }

        /** Some child is, and the first of them is sound. */
        double right() {
            return mix(
                    rates.accuracy(stays, width, Otherwise.ABSTAIN),
                    rates.accuracy(recovers, width, Otherwise.ABSTAIN));
        }

        /** No child is accepted, and the first is sound. */
        double rightRejected() {
            return mix(rejected(stays), rejected(recovers));
        }

        private double rejected(double p) {
            return rates.accuracy(p, width, Otherwise.ANSWER) - rates.accuracy(p, width, Otherwise.ABSTAIN);
        }
    }
}
