package overthink.scenarios.command.catalog;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.StrategyProvider;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Terminal;
import picocli.CommandLine.Command;

/** {@code strategies class-path}: what a plugin is compiled against. */
@Command(
        name = "class-path",
        description = "Print the class path that a plugin is compiled against.",
        footer = "  javac -cp \"$(./overthink strategies class-path)\" -d my-plugin MyProvider.java")
final class ClassPathCommand implements Callable<Integer> {

    private final Terminal terminal;

    ClassPathCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out()
                .println(Stream.of(StrategyProvider.class, UniformRandomProvider.class)
                        .map(ClassPathCommand::place)
                        .collect(Collectors.joining(File.pathSeparator)));
        return ExitCode.DONE;
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
