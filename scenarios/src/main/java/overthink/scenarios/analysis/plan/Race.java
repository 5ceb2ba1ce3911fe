package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.FamilyWise;
import overthink.core.estimate.Method;
import overthink.core.estimate.PairedDifference;
import overthink.core.experiment.TrialPlan;
import overthink.core.model.World;

/**
 * A race of configurations, for several {@linkplain View questions} at once: all get some trials on each problem, the same
 * candidates for all; those that are worse than the leader of every question, or miss its requirements, beyond the doubt of
 * chance, leave; the others get twice as many trials, until one is left or the rest cannot be told apart to the precision
 * asked for. (Successive elimination with common random numbers: Maron and Moore 1994, “Hoeffding Races”; Nelson, Swann,
 * Goldsman and Song 2001.)
 *
 * <p><b>Error.</b> Whoever leaves does so by a paired difference of at least z standard errors over these problems, z =
 * Φ⁻¹(1 − {@value #ALARM}/(2m)) with m the number of all comparisons that a plan may make: configurations, times rounds,
 * times questions with their requirements, times {@value #RACES} races. So, as far as differences are normal, the chance that a question loses its best
 * configuration is at most {@value #ALARM} (Bonferroni), whatever the configurations have to do with one another.
 */
final class Race {

    /** The chance that the best configuration of a question leaves in any of the races of a plan, at most. */
    static final double ALARM = 0.05;

    /** The most races of a plan: of strategies, of parameters, of other amounts of money. */
    private static final int RACES = 3;

    /** Trials over all problems in the first round. */
    private static final int FIRST = 1000;

    private static final int LEAST_PER_PROBLEM = 2;

    /** Rounds double the trials; the last has 2<sup>{@value} − 1</sup> times those of the first. */
    private static final int MOST_ROUNDS = 9;

    private final Evaluator evaluator;
    private final List<View> views;
    private final Consumer<String> stage;
    private final long first;
    private final double precision;
    private final long most;

    private int rounds;
    private double z = FamilyWise.bound(ALARM, (long) MOST_ROUNDS * RACES);

    /**
     * A race.
     *
     * @param views the questions
     * @param stage hears what is done
     */
    Race(Evaluator evaluator, List<View> views, Consumer<String> stage) {
        this.evaluator = evaluator;
        this.views = List.copyOf(views);
        this.stage = stage;
        World world = evaluator.experiment().world();
        long least = Math.max(LEAST_PER_PROBLEM, (FIRST + world.size() - 1) / world.size());
        if (evaluator.experiment().trials() instanceof TrialPlan.Count count) {
            first = Math.min(least, count.perProblem());
            most = count.perProblem();
            precision = 0;
        } else {
            first = least;
            most = least << (MOST_ROUNDS - 1);
            precision = ((TrialPlan.Precision) evaluator.experiment().trials()).halfWidth();
        }
    }

    /** Trials on each problem in the first round. */
    long first() {
        return first;
    }

    /** So many standard errors decide. */
    double z() {
        return z;
    }

    /** How many rounds there were, the first included. */
    int rounds() {
        return rounds;
    }

    /** Sets what decides, by how many are compared. */
    void expect(int configurations) {
        long requirements =
                views.stream().mapToLong(view -> 1 + view.requirements().size()).sum();
        z = FamilyWise.bound(ALARM, Math.max(1, configurations * requirements * MOST_ROUNDS * RACES));
    }

    /**
     * Runs the race.
     *
     * @param field all that take part, each after {@link #first()} trials on each problem
     * @return all of them after the trials that each came to
     */
    List<Entrant> run(Collection<Entrant> field) {
        Map<Configuration, Entrant> all = new LinkedHashMap<>();
        field.forEach(entrant -> all.put(entrant.configuration(), entrant));
        expect(all.size());
        long trials = first;
        rounds = 1;
        while (trials < most && !evaluator.interrupted()) {
            Set<Configuration> next = new LinkedHashSet<>();
            for (View view : views) {
                unsettled(view, all.values()).forEach(entrant -> next.add(entrant.configuration()));
            }
            if (next.isEmpty()) {
                break;
            }
            trials = Math.min(most, 2 * trials);
            rounds++;
            stage.accept("round %d: %d configurations, %d trials a problem".formatted(rounds, next.size(), trials));
            all.keySet().removeAll(next); // whoever is stopped in this round does not come back
            for (Entrant entrant : evaluator.run(next, trials)) {
                all.put(entrant.configuration(), entrant);
            }
        }
        return new ArrayList<>(all.values());
    }

    /** Those who need more trials for a question: none when the leader stands alone, or is as near to the others as was asked. */
    private List<Entrant> unsettled(View view, Collection<Entrant> field) {
        List<Entrant> left = contenders(view, field);
        if (left.stream().allMatch(Entrant::exact)) {
            return List.of();
        }
        Entrant leader = leader(view, left);
        List<Entrant> more = new ArrayList<>();
        boolean close = true;
        for (Entrant entrant : left) {
            boolean open = view.status(entrant, z) == Status.OPEN;
            boolean same = leader != null && entrant.configuration().equals(leader.configuration());
            if (leader != null && !same) {
                PairedDifference lead = view.objective().lead(leader, entrant, view.bin());
                close &= Estimate.Z95 * lead.stdError() <= scale(view) * precision;
            }
            close &= !open;
            if (!entrant.exact()) {
                more.add(entrant);
            }
        }
        boolean alone = left.size() <= 1 && leader != null;
        return alone || (close && precision > 0) ? List.of() : more;
    }

    /** A precision is stated for accuracies; costs are as precise relatively. */
    private double scale(View view) {
        return switch (view.objective().quantity()) {
            case ACCURACY -> 1;
            case UTILITY -> view.objective().utility().orElseThrow().range();
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /** Those who may still be the best of a question. */
    List<Entrant> contenders(View view, Collection<Entrant> field) {
        List<Entrant> possible = field.stream()
                .filter(entrant -> view.status(entrant, z) != Status.MISSED)
                .toList();
        Entrant leader = leader(view, possible);
        if (leader == null) {
            return possible;
        }
        return possible.stream()
                .filter(entrant -> !worse(view, entrant, leader))
                .toList();
    }

    private boolean worse(View view, Entrant entrant, Entrant leader) {
        if (entrant.configuration().equals(leader.configuration())) {
            return false;
        }
        PairedDifference lead = view.objective().lead(leader, entrant, view.bin());
        double doubt = entrant.row().method() == Method.EXACT && leader.row().method() == Method.EXACT
                ? view.objective().tolerance(entrant.row(view.bin()))
                        + view.objective().tolerance(leader.row(view.bin()))
                : z * lead.stdError();
        return lead.difference() > doubt;
    }

    /** The best of those who meet all requirements; null when none does. */
    @Nullable
    Entrant leader(View view, Collection<Entrant> field) {
        Entrant best = null;
        for (Entrant entrant : field) {
            if (view.status(entrant, z) == Status.MET && (best == null || Choosing.better(view, entrant, best))) {
                best = entrant;
            }
        }
        return best;
    }
}
