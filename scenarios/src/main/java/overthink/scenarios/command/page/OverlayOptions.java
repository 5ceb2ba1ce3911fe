package overthink.scenarios.command.page;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What is laid over the curves of pictures. */
final class OverlayOptions {

    @Option(
            names = "--over",
            paramLabel = "RUN|CSV",
            description = {
                "Lay the curves of another run over these, or published ones from a CSV file with the columns"
                        + " label,budget,accuracy and perhaps lower,upper (shares of 1). May be given again."
            })
    private List<Path> over = List.of();

    /** Runs and files, in the order given. */
    List<Path> over() {
        return over;
    }
}
