package overthink.core.solve.selection;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import overthink.core.exact.Approximation;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.BestOfNAccuracy.Curve;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.LatentKinds;
import overthink.core.solve.declared.Memo;
import overthink.core.solve.declared.SpendingLaw;

/** {@link BestOfNAccuracy}, problem by problem, for a strategy that answers as the candidate of the greatest score does. */
final class BestOfNRoute implements DeclaredExact {

    /** The accuracies on the problem at hand. */
    interface Curves {
        Curve curve(ProblemTruth view);
    }

    private final SyntheticWorld world;
    private final Supplier<Curves> curves;

    private BestOfNRoute(SyntheticWorld world, Supplier<Curves> curves) {
        this.world = world;
        this.curves = curves;
    }

    /** For scores that are independent given who is right: nothing but p and d tells problems apart. */
    static BestOfNRoute independent(SyntheticWorld world, Source source, Verifier verifier, Sensitivity sensitivity) {
        Memo<BestOfNAccuracy> common = new Memo<>(() -> BestOfNAccuracy.of(verifier, sensitivity.hard()));
        Curves curves = view -> {
            BestOfNAccuracy accuracy =
                    sensitivity.constant() ? common.get() : BestOfNAccuracy.of(verifier, view.distance(source));
            return accuracy.curve(view.problem().p());
        };
        return new BestOfNRoute(world, () -> curves);
    }

    /** For scores of which a solver makes the accuracies itself. */
    static BestOfNRoute of(SyntheticWorld world, Supplier<Curves> curves) {
        return new BestOfNRoute(world, curves);
    }

    /** For scores that are independent given the noise of the problem's answers, and which of them are loved. */
    static BestOfNRoute givenAnswers(SyntheticWorld world, NoiseLaw noise, Supplier<LatentKinds> kinds) {
        return new BestOfNRoute(world, () -> new GivenAnswers(noise, kinds.get()));
    }

    private record GivenAnswers(NoiseLaw noise, LatentKinds kinds) implements Curves {

        @Override
        public Curve curve(ProblemTruth view) {
            double p = view.problem().p();
            if (p == 0 || p == 1) {
                return BestOfNAccuracy.tied().curve(p);
            }
            kinds.turnTo(view);
            return BestOfNAccuracy.of(noise, kinds.rightCentre(), kinds.selection(), kinds.wrong())
                    .curve(p);
        }
    }

    @Override
    public DeclaredExact.TruthSolver solver() {
        return new CurveSolver(curves.get(), new SpendingLaw(world));
    }

    private static final class CurveSolver extends AbstractSolver {

        private final Curves curves;
        private final SpendingLaw spending;
        private @Nullable Curve curve;

        CurveSolver(Curves curves, SpendingLaw spending) {
            this.curves = curves;
            this.spending = spending;
        }

        @Override
        protected void prepare(ProblemTruth view) {
            curve = curves.curve(view);
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            Approximation accuracy = curve().at(candidates);
            return new ExpectedOutcome(
                    accuracy.value(),
                    accuracy.error(),
                    coverage(candidates),
                    0,
                    spending.together(problem(), candidates, 1));
        }

        @Override
        public Optional<LimitOutcome> limit() {
            return Optional.of(new LimitOutcome(curve().limit(), p() > 0 ? 1 : 0));
        }

        @Override
        public boolean independent() {
            return true;
        }

        private Curve curve() {
            Curve known = curve;
            if (known == null) {
                throw new IllegalStateException("no problem was turned to");
            }
            return known;
        }
    }
}
