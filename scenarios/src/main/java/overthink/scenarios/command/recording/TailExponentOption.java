package overthink.scenarios.command.recording;

import java.util.List;
import overthink.core.fit.difficulty.TailExponent;
import overthink.scenarios.command.process.InvalidInputException;
import picocli.CommandLine.Option;

/** What is held likely of the tail of difficulty before a file is seen, as an option. */
final class TailExponentOption {

    @Option(
            names = "--tail-exponent",
            paramLabel = "MEDIAN,SPREAD",
            description =
                    "What is held likely of the exponent by which the unsolved share falls, before the file is seen: its median and"
                            + " the standard deviation of its logarithm (default: 0.3,0.75).")
    private String text = "";

    /**
     * What was asked for.
     *
     * @throws InvalidInputException when it is no median and spread
     */
    TailExponent read() {
        if (text.isEmpty()) {
            return TailExponent.DEFAULT;
        }
        String[] parts = text.split(",", -1);
        double median;
        double spread;
        try {
            if (parts.length != 2) {
                throw new NumberFormatException();
            }
            median = Double.parseDouble(parts[0].strip());
            spread = Double.parseDouble(parts[1].strip());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(List.of(
                    "--tail-exponent must be a median and a spread, such as 0.3,0.75, not '%s'".formatted(text)));
        }
        try {
            return new TailExponent(median, spread);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(List.of("--tail-exponent: " + e.getMessage()));
        }
    }
}
