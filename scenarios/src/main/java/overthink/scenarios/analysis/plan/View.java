package overthink.scenarios.analysis.plan;

import java.util.List;

/**
 * One question put to all configurations: what is best on some problems under some requirements.
 *
 * @param bin the problems
 * @param objective what is best
 * @param requirements what must hold
 */
public record View(String bin, Objective objective, List<Requirement> requirements) {

    /** Copies the list. */
    public View {
        requirements = List.copyOf(requirements);
    }

    /** How an entrant stands to all requirements. */
    Status status(Entrant entrant, double z) {
        Status status = Status.MET;
        for (Requirement requirement : requirements) {
            status = status.and(requirement.status(entrant.row(bin), z));
        }
        return status;
    }

    /** The figure, so that more is better. */
    double merit(Entrant entrant) {
        return objective.merit(entrant.row(bin));
    }

    /** The largest share by which an entrant misses a limit. */
    double excess(Entrant entrant) {
        return requirements.stream()
                .mapToDouble(requirement -> requirement.excess(entrant.row(bin)))
                .max()
                .orElse(0);
    }
}
