package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import overthink.core.estimate.FamilyWise;
import overthink.core.estimate.PairedDifference;
import overthink.core.model.World;

/**
 * Looks for the values of a world, nearest to the present ones, at which another of the finalists becomes the better choice.
 *
 * <p>From the present value {@value #STEPS} even steps to either end, on the axis' scale, until another is better; then that step
 * is halved, {@value #HALVINGS_EXACT} times where all numbers are exact and {@value #HALVINGS} times where there are trials.
 * Every point has the same seed, so all of them have the same problems and candidates. "Better" is beyond {@value #ALARM} by a
 * paired difference, Bonferroni over the finalists; "the same" is what is not that: the bracket's ends are the last value where
 * none is better beyond doubt and the first where one is. A change that comes and goes between two steps is not seen.
 */
final class FlipSearch {

    private static final int STEPS = 6;
    private static final int HALVINGS = 4;
    private static final int HALVINGS_EXACT = 8;
    private static final double ALARM = 0.05;

    private final Evaluator evaluator;
    private final View view;
    private final Configuration chosen;
    private final Set<Configuration> finalists;
    private final long trials;
    private final boolean exact;
    private final double z;

    /**
     * A search.
     *
     * @param chosen what is chosen in the present world
     * @param finalists what might be chosen in another
     * @param trials on each problem, of what is played
     * @param exact whether all are exact
     */
    FlipSearch(
            Evaluator evaluator,
            View view,
            Configuration chosen,
            Collection<Configuration> finalists,
            long trials,
            boolean exact) {
        this.evaluator = evaluator;
        this.view = view;
        this.chosen = chosen;
        this.finalists = new LinkedHashSet<>(finalists);
        this.finalists.add(chosen);
        this.trials = trials;
        this.exact = exact;
        z = FamilyWise.bound(ALARM, Math.max(1, this.finalists.size() - 1L) * STEPS);
    }

    /** What is chosen instead; no configuration when none of the finalists is left. */
    private record Instead(Optional<Configuration> configuration, Optional<Requirement> barred) {}

    /**
     * What is seen at one value.
     *
     * @param any what is chosen instead, whatever it is
     * @param another what is chosen instead, when that is another strategy or has other parameters
     */
    private record Seen(Optional<Instead> any, Optional<Instead> another) {}

    /** Looks along axes, both ways each. */
    List<Flip> along(List<WorldAxis> axes, Consumer<String> stage) {
        List<Flip> flips = new ArrayList<>();
        for (WorldAxis axis : axes) {
            for (boolean up : new boolean[] {false, true}) {
                double end = up ? axis.most() : axis.least();
                if (end != axis.present() && !evaluator.interrupted()) {
                    stage.accept("what would change the choice: " + axis.label());
                    flips.add(look(axis, up, end));
                }
            }
        }
        return flips;
    }

    private Flip look(WorldAxis axis, boolean up, double end) {
        Map<Double, Optional<Seen>> seen = new HashMap<>();
        Walk any = walk(axis, end, seen, Seen::any);
        Optional<Flip.Bracket> bracket = any.bracket();
        Optional<Flip.Bracket> farther = bracket.flatMap(Flip.Bracket::instead)
                .filter(chosen::sameStrategy)
                .flatMap(same -> walk(axis, end, seen, Seen::another).bracket());
        return new Flip(
                axis.label(),
                axis.present(),
                axis.digits() == WorldAxis.Shown.TIMES,
                up,
                any.reached(),
                bracket,
                farther);
    }

    /** How far a walk came, and what it found. */
    private record Walk(double reached, Optional<Flip.Bracket> bracket) {}

    private Walk walk(
            WorldAxis axis, double end, Map<Double, Optional<Seen>> seen, Function<Seen, Optional<Instead>> sought) {
        double same = axis.present();
        for (int step = 1; step <= STEPS; step++) {
            double value = step == STEPS ? end : axis.between(axis.present(), end, (double) step / STEPS);
            Optional<Seen> there = seen.computeIfAbsent(value, some -> at(axis, some));
            if (there.isEmpty()) {
                return new Walk(same, Optional.empty());
            }
            Optional<Instead> instead = sought.apply(there.get());
            if (instead.isPresent()) {
                return new Walk(value, Optional.of(narrowed(axis, same, value, instead.get(), seen, sought)));
            }
            same = value;
        }
        return new Walk(end, Optional.empty());
    }

    private Flip.Bracket narrowed(
            WorldAxis axis,
            double from,
            double to,
            Instead found,
            Map<Double, Optional<Seen>> seen,
            Function<Seen, Optional<Instead>> sought) {
        double same = from;
        double other = to;
        Instead instead = found;
        for (int i = 0; i < (exact ? HALVINGS_EXACT : HALVINGS); i++) {
            double middle = axis.between(same, other, 0.5);
            Optional<Seen> there = seen.computeIfAbsent(middle, some -> at(axis, some));
            if (there.isEmpty()) {
                break;
            }
            Optional<Instead> changed = sought.apply(there.get());
            if (changed.isPresent()) {
                other = middle;
                instead = changed.get();
            } else {
                same = middle;
            }
        }
        return new Flip.Bracket(same, other, instead.configuration(), instead.barred());
    }

    /** What is chosen at a value; empty when there is no such world. */
    private Optional<Seen> at(WorldAxis axis, double value) {
        return axis.world().apply(value).map(this::at);
    }

    private Seen at(World world) {
        List<Entrant> entrants = evaluator.in(world).run(finalists, trials);
        Optional<Entrant> own = entrants.stream()
                .filter(entrant -> entrant.configuration().equals(chosen))
                .findFirst();
        if (own.isEmpty()) {
            return new Seen(Optional.empty(), Optional.empty());
        }
        Optional<Requirement> barred = view.requirements().stream()
                .filter(requirement -> requirement.status(own.get().row(view.bin()), z) == Status.MISSED)
                .findFirst();
        List<Entrant> better = entrants.stream()
                .filter(entrant -> !entrant.configuration().equals(chosen))
                .filter(entrant -> view.status(entrant, barred.isPresent() ? 0 : z) == Status.MET)
                .filter(entrant -> barred.isPresent() || beats(entrant, own.get()))
                .toList();
        Optional<Configuration> best = best(better);
        boolean changed = barred.isPresent() || best.isPresent();
        boolean another = best.filter(one -> !one.sameStrategy(chosen)).isPresent();
        Instead instead = new Instead(best, barred);
        return new Seen(
                changed ? Optional.of(instead) : Optional.empty(), another ? Optional.of(instead) : Optional.empty());
    }

    private Optional<Configuration> best(List<Entrant> entrants) {
        Entrant best = null;
        for (Entrant entrant : entrants) {
            if (best == null || Choosing.better(view, entrant, best)) {
                best = entrant;
            }
        }
        return Optional.ofNullable(best).map(Entrant::configuration);
    }

    private boolean beats(Entrant entrant, Entrant own) {
        PairedDifference lead = view.objective().lead(entrant, own, view.bin());
        double doubt = entrant.exact() && own.exact()
                ? view.objective().tolerance(entrant.row(view.bin()))
                        + view.objective().tolerance(own.row(view.bin()))
                : z * lead.stdError();
        return lead.difference() > doubt;
    }
}
