package overthink.core.solve.search;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.estimate.Method;
import overthink.core.exact.search.ParticleLimit;
import overthink.core.exact.search.Tilt;
import overthink.core.law.step.StepChain;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.solve.declared.VerdictRates;
import overthink.core.solve.voting.VoteShortcut;

/**
 * {@link Law.Particles}: {@link ParticleLimit}, the limit alone; and {@link ParticleSampler} where each particle is
 * drawn by itself at every step.
 */
final class ParticleShortcut implements Shortcut {

    private final Law.Particles law;

    ParticleShortcut(Law.Particles law) {
        this.law = law;
    }

    @Override
    public Set<Method> methods() {
        return isCounted() ? Set.of(Method.AGGREGATED) : Set.of();
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        return new Availability.Refused("what a number of particles come to is not known, but its limit");
    }

    @Override
    public boolean exactIsSlow(SyntheticWorld world, long candidates) {
        return true;
    }

    @Override
    public Availability aggregated(SyntheticWorld world) {
        if (!isCounted()) {
            return new Availability.Refused(
                    "how many particles are sound tells what comes next only where each is drawn"
                            + " by itself (multinomially) before every step, by its latest score, and none votes in the end");
        }
        Optional<String> obstacle =
                IndependentStepScores.obstacle(world).or(() -> Optional.ofNullable(obstacle(world)));
        if (obstacle.isPresent()) {
            return new Availability.Refused(obstacle.get());
        }
        SpendingLaw spending = new SpendingLaw(world);
        IndependentStepScores scores = IndependentStepScores.of(world);
        return new Availability.Made(new StepByStepRoute(spending, () -> sampler(scores)));
    }

    /** Whether how many particles are sound is all that needs to be kept. */
    private boolean isCounted() {
        return law.independent() && !law.ratios() && law.select() != Law.Particles.Select.VOTE;
    }

    /** Verdicts, which tie, choose no greatest: see {@link #obstacle}. */
    private ParticleSampler sampler(IndependentStepScores scores) {
        VerdictRates verdicts = scores.verdicts();
        if (verdicts != null && scores.verifier().scoring() instanceof Scoring.Verdict verdict) {
            return ParticleSampler.drawn(new VerdictWeights(verdicts, verdict, law.temperature()));
        }
        GradedWeights graded = new GradedWeights(scores, law.temperature());
        return law.select() == Law.Particles.Select.BEST ? ParticleSampler.best(graded) : ParticleSampler.drawn(graded);
    }

    @Override
    public boolean aggregatedIsOnRequest() {
        return true;
    }

    @Override
    public Availability limits(SyntheticWorld world) {
        Optional<String> obstacle =
                IndependentStepScores.dependent(world).or(() -> Optional.ofNullable(obstacle(world)));
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made((DeclaredExact) () -> new LimitSolver(world));
    }

    private @Nullable String obstacle(SyntheticWorld world) {
        Verifier process = IndependentStepScores.of(world).verifier();
        if (process.noise() instanceof NoiseLaw.StudentT) {
            return "the odds of scores with heavy tails have no mean, and one particle takes all the weight in the end";
        }
        if (law.select() == Law.Particles.Select.BEST && process.scoring() instanceof Scoring.Verdict) {
            return "verdicts tie, and which of equals is the first depends on how particles were resampled";
        }
        return law.select() == Law.Particles.Select.BEST
                        || world.policy().silence().none()
                ? null
                : VoteShortcut.SILENT;
    }

    private final class LimitSolver extends AbstractSolver {

        private final IndependentStepScores scores;
        private @Nullable ProblemTruth truth;

        LimitSolver(SyntheticWorld world) {
            scores = IndependentStepScores.of(world);
        }

        @Override
        protected void prepare(ProblemTruth view) {
            truth = view;
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            throw new UnsupportedOperationException("the limit alone is known");
        }

        @Override
        public Optional<LimitOutcome> limit() {
            ProblemTruth view = truth;
            if (view == null) {
                throw new IllegalStateException("no problem was turned to");
            }
            StepChain steps = problem().chain();
            ParticleLimit limit = limit(view, steps.steps());
            double weighted = limit.weighted(steps);
            double accuracy = switch (law.select()) {
                // the last weights apart, but where any is sound it wins, unless scores tell nothing: then weights do
                // not, either
                case BEST -> scores.best(scores.distance(view)).limit(limit.unweighted(steps));
                case DRAWN -> weighted;
                case VOTE -> VoteShortcut.voteOn(view).limit(weighted);
            };
            return Optional.of(new LimitOutcome(
                    accuracy, weighted > 0 ? 1 : 0, 0, law.isChain() ? limit.correction(steps) : Double.NaN));
        }

        /** By what the weight of a whole path has of the odds of each of its steps: ratios of neighbours cancel. */
        private ParticleLimit limit(ProblemTruth view, int steps) {
            Tilt[] tilts = new Tilt[steps];
            for (int i = 0; i < steps; i++) {
                double power = 1 / law.temperature().at(i);
                boolean divided = law.ratios() && i < steps - 1;
                tilts[i] = scores.tilt(
                        view, divided ? power - 1 / law.temperature().at(i + 1) : power);
            }
            return new ParticleLimit(step -> tilts[step - 1]);
        }
    }
}
