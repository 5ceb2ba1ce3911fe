package overthink.scenarios.analysis.plan;

import java.util.Optional;

/**
 * How near the choice is to a requirement.
 *
 * @param requirement the requirement
 * @param value the choice's figure
 * @param binds whether more could be had without it
 * @param without the choice without it, among all that were looked at; empty when that is the same
 */
public record Binding(Requirement requirement, double value, boolean binds, Optional<Entrant> without) {}
