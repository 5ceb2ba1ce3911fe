package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.DifficultyShift;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * In what a declared world might be otherwise: how well its verifiers tell good from bad, how much of the outcome verifier's
 * noise equal answers share, how many wrong answers it loves, prices, and how hard the problems are. Each is changed alone, with
 * the same seed: whatever is drawn is drawn from the same numbers.
 */
final class WorldAxes {

    /** Verifiers are looked at from chance to near perfection. */
    private static final double LEAST_AUC = 0.5;

    private static final double MOST_AUC = 0.999;
    private static final double LEAST_RATE = 0.001;
    private static final double MOST_SHARE = 0.95;
    private static final double MOST_FACTOR = 100;

    /** By how much loved answers are loved in a world that has none so far, in standard deviations. */
    static final double LOVE = 2;

    private static final double LEAST_MEAN = 0.01;
    private static final double MOST_MEAN = 0.99;
    private static final double FARTHEST = 12;

    private final SyntheticWorld world;
    private final List<String> missing = new ArrayList<>();

    WorldAxes(SyntheticWorld world) {
        this.world = world;
    }

    /** What cannot be varied, and why. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /** All that can be varied. */
    List<WorldAxis> all() {
        missing.clear();
        List<WorldAxis> axes = new ArrayList<>();
        Verifiers verifiers = world.verifiers();
        quality("outcome verifier", verifiers.outcome(), this::outcome, axes);
        quality("process verifier", verifiers.process(), this::process, axes);
        if (verifiers.outcome() != null) {
            sharedNoise(verifiers.outcome(), axes);
            loved(verifiers.outcome(), axes);
        }
        prices(axes);
        difficulty(axes);
        return axes;
    }

    private void quality(
            String who, @Nullable Verifier verifier, Function<Verifier, World> into, List<WorldAxis> axes) {
        if (verifier == null) {
            return;
        }
        if (verifier.scoring() instanceof Scoring.Graded graded) {
            double present = area(graded.sensitivity().at(0.5));
            axes.add(new WorldAxis(
                    who + "'s AUC" + (graded.sensitivity().constant() ? "" : " at p = 0.5"),
                    present,
                    Math.min(present, LEAST_AUC),
                    Math.max(present, MOST_AUC),
                    AxisScale.LOG_ODDS,
                    area -> attempt(() -> into.apply(verifier.with(moved(
                            graded.sensitivity(),
                            Sensitivity.fromAuc(area) - graded.sensitivity().at(0.5))))),
                    WorldAxis.Shown.PLAIN));
        } else if (verifier.scoring() instanceof Scoring.Verdict verdict) {
            double present = Math.max(LEAST_RATE, Math.min(1 - LEAST_RATE, verdict.fpr()));
            axes.add(new WorldAxis(
                    who + "'s fpr",
                    present,
                    Math.min(present, LEAST_RATE),
                    Math.max(present, Math.min(1 - LEAST_RATE, verdict.tpr())),
                    AxisScale.LOG_ODDS,
                    rate -> attempt(() -> into.apply(new Verifier(
                            new Scoring.Verdict(verdict.tpr(), rate),
                            verifier.shares(false),
                            verifier.shares(true),
                            verifier.noise(),
                            verifier.persistence(),
                            verifier.hack()))),
                    WorldAxis.Shown.PLAIN));
        } else {
            missing.add("the " + who + "'s quality: its scores are tabulated as they were seen");
        }
    }

    private static double area(double d) {
        // Φ(d/√2), found by halving: the inverse of what worlds are made with
        double low = Sensitivity.AUC.least();
        double high = Sensitivity.AUC.most();
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (Sensitivity.fromAuc(middle) < d) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    static Sensitivity moved(Sensitivity sensitivity, double by) {
        Sensitivity.Trend trend = sensitivity.trend();
        if (trend instanceof Sensitivity.Trend.Linear linear) {
            return sensitivityOf(new Sensitivity.Trend.Linear(linear.hard() + by, linear.easy() + by), sensitivity);
        }
        Sensitivity.Trend.Logit logit = (Sensitivity.Trend.Logit) trend;
        return sensitivityOf(new Sensitivity.Trend.Logit(logit.even() + by, logit.perLogit()), sensitivity);
    }

    private static Sensitivity sensitivityOf(Sensitivity.Trend trend, Sensitivity like) {
        return new Sensitivity(trend, like.spread());
    }

    private void sharedNoise(Verifier verifier, List<WorldAxis> axes) {
        NoiseShares shares = verifier.shares(false);
        double room = 1 - shares.problem() - shares.call();
        if (!verifier.sharesAlike()) {
            missing.add("noise shared by equal answers: right and wrong ones share it otherwise");
            return;
        }
        if (room > 0) {
            axes.add(new WorldAxis(
                    "noise shared by equal answers",
                    shares.answer(),
                    0,
                    Math.max(shares.answer(), MOST_SHARE * room),
                    AxisScale.LINEAR,
                    share -> attempt(() -> outcome(verifier.with(
                            new NoiseShares(shares.problem(), share, Math.max(0, room - share), shares.call())))),
                    WorldAxis.Shown.PLAIN));
        }
    }

    private void loved(Verifier verifier, List<WorldAxis> axes) {
        if (!(verifier.scoring() instanceof Scoring.Graded)) {
            return; // the rate of false positives says what a Boolean verifier loves
        }
        Hack hack = verifier.hack();
        double shift = hack.shift() == 0 ? LOVE : hack.shift();
        axes.add(new WorldAxis(
                "share of wrong answers loved" + (hack.share() == 0 ? " (by %s sd)".formatted((int) LOVE) : ""),
                hack.share(),
                0,
                Math.max(hack.share(), MOST_SHARE),
                AxisScale.LINEAR,
                share -> attempt(() -> outcome(verifier.with(new Hack(share, shift)))),
                WorldAxis.Shown.PLAIN));
    }

    private void prices(List<WorldAxis> axes) {
        Tariff policy = world.policy().tariff();
        Tariff verifier = world.verifiers().tariff();
        if (priced(policy)) {
            axes.add(factor("price of the policy", factor -> policy(times(policy, factor))));
        }
        if (priced(verifier)) {
            axes.add(factor("price of verifying", factor -> {
                Verifiers old = world.verifiers();
                return with(new Verifiers(
                        old.outcome(), old.process(), old.judge(), old.tokensPerCall(), times(verifier, factor)));
            }));
        }
    }

    private static boolean priced(Tariff tariff) {
        return tariff.price().input() > 0 || tariff.price().output() > 0;
    }

    private static Tariff times(Tariff tariff, double factor) {
        return new Tariff(tariff.parameters(), tariff.price().times(factor), tariff.latency());
    }

    private WorldAxis factor(String label, Function<Double, World> made) {
        return new WorldAxis(
                label,
                1,
                1 / MOST_FACTOR,
                MOST_FACTOR,
                AxisScale.LOGARITHMIC,
                factor -> attempt(() -> made.apply(factor)),
                WorldAxis.Shown.TIMES);
    }

    private void difficulty(List<WorldAxis> axes) {
        DifficultyLaw law = world.problems().law();
        double present = law.mean();
        if (DifficultyShift.of(law, 0).isEmpty()) {
            missing.add("the law of difficulty: it has no shift that keeps its kind");
            return;
        }
        if (!(present > 0 && present < 1)) {
            missing.add("the law of difficulty: its mean is " + present);
            return;
        }
        axes.add(new WorldAxis(
                "mean of the law of difficulty",
                present,
                Math.min(present, LEAST_MEAN),
                Math.max(present, MOST_MEAN),
                AxisScale.LOG_ODDS,
                mean -> shifted(law, mean)
                        .flatMap(other -> attempt(() -> with(world.problems().with(other)))),
                WorldAxis.Shown.PLAIN));
    }

    /** The law shifted to a mean, by halving; empty when no shift within ±{@value #FARTHEST} has it. */
    private static Optional<DifficultyLaw> shifted(DifficultyLaw law, double mean) {
        if (mean == law.mean()) {
            return Optional.of(law);
        }
        double low = -FARTHEST;
        double high = FARTHEST;
        Optional<DifficultyLaw> found = Optional.empty();
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            Optional<DifficultyLaw> tried = DifficultyShift.of(law, middle);
            if (tried.isEmpty()) {
                if (middle > 0) {
                    high = middle;
                } else {
                    low = middle;
                }
                continue;
            }
            found = tried;
            if (tried.get().mean() < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return found.filter(other -> Math.abs(other.mean() - mean) < 1e-6);
    }

    private World outcome(Verifier verifier) {
        Verifiers old = world.verifiers();
        return with(new Verifiers(verifier, old.process(), old.judge(), old.tokensPerCall(), old.tariff()));
    }

    private World process(Verifier verifier) {
        Verifiers old = world.verifiers();
        return with(new Verifiers(old.outcome(), verifier, old.judge(), old.tokensPerCall(), old.tariff()));
    }

    private World policy(Tariff tariff) {
        return world.with(world.problems(), world.policy().with(tariff), world.verifiers());
    }

    private World with(Verifiers verifiers) {
        return world.with(world.problems(), world.policy(), verifiers);
    }

    private World with(Problems problems) {
        return world.with(problems, world.policy(), world.verifiers());
    }

    /** Makes a world. */
    @FunctionalInterface
    private interface Maker {
        World make();
    }

    private static Optional<World> attempt(Maker maker) {
        try {
            return Optional.of(maker.make());
        } catch (IllegalArgumentException outside) {
            return Optional.empty();
        }
    }
}
