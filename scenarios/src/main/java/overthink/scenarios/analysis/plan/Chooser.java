package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.FamilyWise;
import overthink.core.estimate.PairedDifference;

/**
 * Chooses among entrants, and says who comes next and what costs least of all that cannot be told from the best: by a difference,
 * paired by problem, of less than z standard errors over the population, z of a family of so many comparisons as there are other
 * configurations (a subset that holds the best but with a chance of {@value Race#ALARM}: Gupta 1965).
 */
final class Chooser {

    private final double z;

    /**
     * A chooser.
     *
     * @param z so many standard errors decide whether requirements are met, as in the race
     */
    Chooser(double z) {
        this.z = z;
    }

    /** Answers a question. */
    PlannedChoice of(View view, Collection<Entrant> field) {
        return answer(view, field, meeting(view, field));
    }

    /** Answers a question with a choice that is made elsewhere, if it meets the requirements. */
    PlannedChoice preferring(View view, Collection<Entrant> field, Configuration choice) {
        List<Entrant> meeting = meeting(view, field);
        List<Entrant> ordered = new ArrayList<>(meeting);
        ordered.sort(
                Comparator.comparing(entrant -> !entrant.configuration().equals(choice))); // the others stay in order
        return answer(view, field, ordered);
    }

    private List<Entrant> meeting(View view, Collection<Entrant> field) {
        return field.stream()
                .filter(entrant -> view.status(entrant, z) == Status.MET)
                .sorted((one, other) ->
                        Choosing.better(view, one, other) ? -1 : Choosing.better(view, other, one) ? 1 : 0)
                .toList();
    }

    /**
     * The answer.
     *
     * @param meeting those who meet the requirements, the choice first
     */
    private PlannedChoice answer(View view, Collection<Entrant> field, List<Entrant> meeting) {
        if (meeting.isEmpty()) {
            return new PlannedChoice(
                    view, Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of(), nearest(view, field));
        }
        Entrant best = meeting.get(0);
        double apart = FamilyWise.bound(Race.ALARM, Math.max(1, meeting.size() - 1));
        List<Entrant> others = meeting.subList(1, meeting.size());
        Optional<Entrant> second = others.stream()
                .filter(entrant -> !entrant.configuration().sameStrategy(best.configuration()))
                .findFirst()
                .or(() -> others.stream().findFirst());
        List<Entrant> alike = others.stream()
                .filter(entrant -> !rival(view, best, entrant, apart).apartBeyond())
                .toList();
        Entrant cheapest = best;
        for (Entrant entrant : alike) {
            if (Choosing.cheaper(view, entrant, cheapest)) {
                cheapest = entrant;
            }
        }
        Entrant least = cheapest;
        List<Entrant> undecided = field.stream()
                .filter(entrant -> view.status(entrant, z) == Status.OPEN && Choosing.better(view, entrant, best))
                .toList();
        return new PlannedChoice(
                view,
                Optional.of(best),
                second.map(entrant -> rival(view, best, entrant, apart)),
                least.configuration().equals(best.configuration())
                        ? Optional.empty()
                        : Optional.of(rival(view, best, least, apart)),
                alike.size(),
                undecided,
                Optional.empty());
    }

    private static PlannedChoice.Rival rival(View view, Entrant best, Entrant other, double apart) {
        PairedDifference lead = view.objective().lead(best, other, view.bin());
        double arithmetic = view.objective().tolerance(best.row(view.bin()))
                + view.objective().tolerance(other.row(view.bin()));
        double here = best.exact() && other.exact() ? arithmetic : apart * lead.stdError();
        double beyond = Double.isNaN(lead.populationStdError())
                ? here
                : Math.max(arithmetic, apart * lead.populationStdError());
        return new PlannedChoice.Rival(other, lead, lead.difference() > here, lead.difference() > beyond);
    }

    private Optional<PlannedChoice.Miss> nearest(View view, Collection<Entrant> field) {
        List<Entrant> all = new ArrayList<>(field);
        all.sort(Comparator.comparingDouble(view::excess));
        Entrant nearest = null;
        for (Entrant entrant : all) {
            if (nearest == null
                    || (view.excess(entrant) <= view.excess(nearest) * (1 + Requirement.ROUNDING)
                            && Choosing.cheaper(view, entrant, nearest))) {
                nearest = entrant;
            }
        }
        return Optional.ofNullable(nearest).map(entrant -> miss(view, entrant));
    }

    private PlannedChoice.Miss miss(View view, Entrant entrant) {
        @Nullable Requirement most = null;
        for (Requirement requirement : view.requirements()) {
            if (most == null || requirement.excess(entrant.row(view.bin())) > most.excess(entrant.row(view.bin()))) {
                most = requirement;
            }
        }
        if (most == null) {
            throw new IllegalStateException("nothing is required, so nothing is missed");
        }
        return new PlannedChoice.Miss(
                entrant, most, most.excess(entrant.row(view.bin())), view.status(entrant, z) == Status.OPEN);
    }
}
