package overthink.scenarios.command.run;

import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.Terminal;
import picocli.CommandLine.Command;

/** {@code sweep}: runs a scenario at many points, and compares them. */
@Command(
        name = "sweep",
        description = {
            "Run a scenario for many values of some of its keys, and in all its cases: everything is checked at every point"
                    + " before the first one runs. All points have the same problems and the same random numbers, so that they"
                    + " are compared problem by problem.",
            "The results are one document: every row says its case and what was swept. Where keys are given here, the"
                    + " expectations of the file, which are of its own world, are not judged."
        },
        footer = {
            "  ./overthink sweep best-of-n world.verifier.outcome.d=0.5..2/0.5",
            "  ./overthink sweep best-of-n world.verifier.outcome.d=1,2 --show best-of-n@8",
            "  ./overthink sweep best-of-n seed=1,2 world.problems.count=50,100 --zip",
            "  ./overthink sweep sweep-verifier-quality --format csv"
        })
final class SweepCommand extends RunCommand {

    SweepCommand(Terminal terminal, Interruption interruption) {
        super(terminal, interruption, new SweepOptions());
    }
}
