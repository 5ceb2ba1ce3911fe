package overthink.scenarios.command.process;

import overthink.core.fault.Fault;
import overthink.scenarios.document.Scenario;

/** What is said of a strategy that was stopped. */
public final class FaultLine {

    private FaultLine() {}

    /** Which strategy of which scenario, and why. */
    public static String of(Scenario scenario, Fault fault) {
        return "%s: strategy %s%s was stopped: it %s"
                .formatted(
                        scenario.name(),
                        fault.strategy(),
                        fault.parameters().isEmpty() ? "" : " " + fault.parameters(),
                        fault.message());
    }
}
