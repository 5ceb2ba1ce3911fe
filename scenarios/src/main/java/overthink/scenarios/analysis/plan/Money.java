package overthink.scenarios.analysis.plan;

/**
 * What another budget of money would give.
 *
 * @param factor of what is allowed now
 * @param cap that stands for it
 * @param choice under it
 */
public record Money(double factor, Requirement.Cap cap, PlannedChoice choice) {}
