package overthink.scenarios.command;

import overthink.core.fault.Fault;
import overthink.scenarios.document.Scenario;

/** What is said of a strategy that was stopped. */
final class FaultLine {

    private FaultLine() {}

    /** Which strategy of which scenario, and why. */
    static String of(Scenario scenario, Fault fault) {
        return "%s: strategy %s%s was stopped: it %s"
                .formatted(
                        scenario.name(),
                        fault.strategy(),
                        fault.parameters().isEmpty() ? "" : " " + fault.parameters(),
                        fault.message());
    }
}
