package overthink.scenarios.command.option;

import java.util.List;
import overthink.core.model.World;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.document.Scenario;

/** Refuses what is of right and wrong answers where candidates are neither. */
public final class RightOrWrong {

    private RightOrWrong() {}

    /**
     * Throws unless candidates are right or wrong.
     *
     * @param what it is that needs it, as the start of a sentence: "a plan"
     * @throws InvalidInputException when they are not
     */
    public static void need(Scenario scenario, String what) {
        World world = scenario.experiment().world();
        if (!world.rightOrWrong()) {
            throw new InvalidInputException(List.of(
                    "%s: %s is of right and wrong answers, and here candidates are neither. Maybe say from which quality on they are right: world.problems.right-from"
                            .formatted(scenario.file(), what)));
        }
    }
}
