package overthink.scenarios.results;

import overthink.scenarios.analysis.plan.Plan;
import overthink.scenarios.analysis.plan.PlanQuestion;

/**
 * A plan and where it comes from.
 *
 * @param manifest of the command
 * @param question what was asked
 * @param plan what to do
 */
public record PlanDocument(Manifest manifest, PlanQuestion question, Plan plan) {}
