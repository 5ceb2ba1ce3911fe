package overthink.core.solve.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.api.NamedPart;
import overthink.core.estimate.Method;
import overthink.core.exact.selection.ScreenedLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.CallsByVerifier;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.world.NamedVerifier;
import overthink.core.world.VerifierPanel;

/** {@link Law.Screened} by up to two Boolean verifiers whose noise is the candidate's own, or the call's: {@link ScreenedLaw}. */
final class ScreenedShortcut implements Shortcut {

    private static final int MOST_SCREENS = 2;

    private final Law.Screened law;

    ScreenedShortcut(Law.Screened law) {
        this.law = law;
    }

    @Override
    public Set<Method> methods() {
        return law.screens().size() <= MOST_SCREENS ? Set.of(Method.EXACT) : Set.of();
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        if (law.screens().size() > MOST_SCREENS) {
            return new Availability.Refused("more than two verifiers in a row are asked");
        }
        Optional<String> obstacle = SpendingLaw.obstacleTogether(world);
        if (obstacle.isPresent()) {
            return new Availability.Refused(obstacle.get());
        }
        List<Screen> screens = new ArrayList<>();
        for (Law.Screening screening : law.screens()) {
            Screen screen = Screen.of(world, screening);
            if (screen == null || !(screen.verifier.scoring() instanceof Scoring.Verdict)) {
                return new Availability.Refused("the world lacks a Boolean verifier " + screening.verifier());
            }
            if (sharesBeyondCandidate(screen.verifier.shares())
                    || sharesBeyondCandidate(screen.verifier.goodShares())) {
                return new Availability.Refused("the problem or its answers have a part in verdicts");
            }
            screens.add(screen);
        }
        if (screens.size() == MOST_SCREENS
                && screens.get(1).nanos > 0
                && screens.get(1).concurrency < Integer.MAX_VALUE) {
            return new Availability.Refused("how long the second verifier takes depends on how many pass the first");
        }
        return new Availability.Made((DeclaredExact)
                () -> new ScreenedSolver(screenedLaw(world, screens), screens, law.most(), new SpendingLaw(world)));
    }

    private static boolean sharesBeyondCandidate(NoiseShares shares) {
        return shares.problem() > 0 || shares.answer() > 0;
    }

    /** A verifier that is asked. */
    private record Screen(Verifier verifier, int number, boolean drops, int verifiers, double nanos, int concurrency) {

        static @Nullable Screen of(SyntheticWorld world, Law.Screening screening) {
            VerifierPanel panel = world.verifiers().panel();
            if (panel.size() > 0) {
                int number = screening.verifier().equals(NamedPart.FIRST) ? 0 : panel.number(screening.verifier());
                if (number < 0) {
                    return null;
                }
                NamedVerifier member = panel.members().get(number);
                return new Screen(
                        member.verifier(),
                        number,
                        screening.drops(),
                        panel.size(),
                        member.cost().nanos(),
                        member.tariff().latency().concurrency());
            }
            Verifier only = world.verifiers().outcome();
            Latency latency = world.verifiers().tariff().latency();
            return only == null || !screening.verifier().equals(NamedPart.FIRST)
                    ? null
                    : new Screen(
                            only,
                            0,
                            screening.drops(),
                            0,
                            latency.nanos(world.verifiers().tokensPerCall()),
                            latency.concurrency());
        }

        double rate(boolean right) {
            Scoring.Verdict verdict = (Scoring.Verdict) verifier.scoring();
            return right ? verdict.tpr() : verdict.fpr();
        }

        /** What so many calls that are issued together cost, and take in so many waves. */
        ExpectedSpending calls(double count, double waves) {
            return new ExpectedSpending(
                    0, 0, 0, 0, 0, count, 0, waves * nanos, CallsByVerifier.of(verifiers, number, count));
        }
    }

    /** Screens that are missing accept all. */
    private static ScreenedLaw screenedLaw(SyntheticWorld world, List<Screen> screens) {
        return new ScreenedLaw(
                verdicts(world, screens, true),
                verdicts(world, screens, false),
                screens.size() > 0 && screens.get(0).drops,
                screens.size() > 1 && screens.get(1).drops);
    }

    private static ScreenedLaw.Verdicts verdicts(SyntheticWorld world, List<Screen> screens, boolean right) {
        double first = screens.size() > 0 ? screens.get(0).rate(right) : 1;
        double second = screens.size() > 1 ? screens.get(1).rate(right) : 1;
        return ScreenedLaw.Verdicts.of(first, second, screens.size() > 1 ? correlation(world, screens, right) : 0);
    }

    /** How the noises of two verdicts on a candidate correlate: not in the call's part. */
    private static double correlation(SyntheticWorld world, List<Screen> screens, boolean right) {
        Screen one = screens.get(0);
        Screen other = screens.get(1);
        double own = one.number == other.number
                ? 1
                : world.verifiers().panel().correlation().of(one.number, other.number);
        return own
                * StrictMath.sqrt(one.verifier.shares(right).candidate()
                        * other.verifier.shares(right).candidate());
    }

    private static final class ScreenedSolver extends AbstractSolver {

        private final ScreenedLaw law;
        private final List<Screen> screens;
        private final long most;
        private final SpendingLaw spending;

        ScreenedSolver(ScreenedLaw law, List<Screen> screens, long most, SpendingLaw spending) {
            this.law = law;
            this.screens = screens;
            this.most = most;
            this.spending = spending;
        }

        @Override
        protected void prepare(ProblemTruth view) {}

        @Override
        public ExpectedOutcome at(long candidates) {
            long n = Math.min(most, candidates);
            if (n == 0) {
                return ExpectedOutcome.NOTHING;
            }
            ExpectedSpending spent = spending.together(problem(), n, 0);
            if (screens.size() > 0) {
                Screen first = screens.get(0);
                spent = spent.plus(first.calls(n, Math.ceil((double) n / first.concurrency)));
            }
            if (screens.size() > 1) {
                spent = spent.plus(screens.get(1).calls(law.secondCalls(p(), n), law.secondAsked(p(), n)));
            }
            return new ExpectedOutcome(
                    law.accuracy(p(), n), FirstAcceptedShortcut.ROUNDING, coverage(n), law.abstained(p(), n), spent);
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            long n = Math.min(most, candidates);
            return screens.size() < MOST_SCREENS
                    ? candidateLaw().together(outcome.spending(), n)
                    : candidateLaw().stopping(outcome.spending(), Double.NaN, null);
        }

        @Override
        public long last() {
            return most;
        }

        @Override
        public Optional<LimitOutcome> limit() {
            double n = most == Law.UNBOUNDED ? Double.POSITIVE_INFINITY : most;
            double coverage = most == Law.UNBOUNDED ? (p() > 0 ? 1 : 0) : coverage(most);
            return Optional.of(new LimitOutcome(law.accuracy(p(), n), coverage, law.abstained(p(), n)));
        }
    }
}
