package overthink.scenarios.command.analysis;

import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;

/** Questions that are asked of a scenario's world as it is written, and of no point of its sweep. */
final class AsWritten {

    private AsWritten() {}

    /**
     * Says so where the scenario has a sweep or cases.
     *
     * @param answer what is made of the world, with its verb: "a plan is made"
     */
    static void note(Terminal terminal, Scenario scenario, String answer) {
        if (scenario.sweep().isPresent()) {
            terminal.err()
                    .println("%s: note: %s for the world as it is written; its sweep or cases have no part in it"
                            .formatted(scenario.file(), answer));
        }
    }
}
