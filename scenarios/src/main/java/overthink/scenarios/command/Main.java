package overthink.scenarios.command;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import overthink.core.fault.Printable;
import overthink.scenarios.command.analysis.AnalysisCommands;
import overthink.scenarios.command.catalog.CatalogCommands;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.page.PageCommands;
import overthink.scenarios.command.process.EndGuard;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Explanation;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.StandardStream;
import overthink.scenarios.command.process.StrayOutput;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.command.recording.RecordingCommands;
import overthink.scenarios.command.run.RunCommands;
import overthink.scenarios.text.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code overthink}. */
public final class Main {

    /** Commands that speak of all others. */
    private static final Set<String> NEED_ALL = Set.of("completion", "man");

    private Main() {}

    /** Runs the command that the arguments name, and ends this process with its {@linkplain ExitCode exit code}. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // numbers look the same everywhere
        StandardStream out = StandardStream.of(FileDescriptor.out);
        PrintStream printer = out.printer();
        PrintStream err = StandardStream.of(FileDescriptor.err).linePrinter();
        boolean guests =
                Arrays.stream(args).anyMatch(argument -> argument.startsWith("--plugins") || argument.equals("check"));
        EndGuard end = new EndGuard(printer, err, guests);
        end.watch();
        StrayOutput stray = new StrayOutput(err);
        System.setOut(stray.printer());
        System.setErr(stray.printer());
        Interruption interruption = new Interruption();
        interruption.watch();
        int code = run(Terminal.ofProcess(printer, err, System.getenv()), interruption, args);
        stray.close();
        IOException failure = out.failure();
        if (failure != null) {
            err.println("overthink: standard output cannot be written: " + Explanation.reason(failure));
            code = ExitCode.FAILED;
        }
        boolean signalled = interruption.getAsBoolean();
        interruption.over();
        if (!signalled) {
            end.end(code);
        }
    }

    /**
     * Runs the command that the arguments name.
     *
     * @param out receives what was asked for, in UTF-8
     * @param err receives mistakes
     * @return the {@linkplain ExitCode exit code}
     */
    public static int run(PrintStream out, PrintStream err, String... args) {
        return run(Terminal.plain(out, err), args);
    }

    static int run(Terminal terminal, String... args) {
        return run(terminal, new Interruption(), args);
    }

    static int run(Terminal terminal, Interruption interruption, String... args) {
        return run(terminal, interruption, Main::path, args);
    }

    /**
     * Runs the command that the arguments name.
     *
     * @param places reads the names of files and folders
     */
    static int run(Terminal terminal, Interruption interruption, ITypeConverter<Path> places, String... args) {
        // The help of a command shows this option; its meaning is here, so that it holds even where parsing fails.
        boolean trace = Arrays.asList(args).contains(Explanation.TRACE);
        try {
            return commandLine(terminal, interruption, trace, args.length == 0 ? "" : args[0])
                    .registerConverter(Path.class, places)
                    .execute(args);
        } catch (Throwable problem) { // whatever it is, the user gets one line
            return Explanation.of(problem, trace, terminal.err());
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** The commands, each made when it is needed: a picture of all of them takes longer than many a command. */
    private static Map<String, Supplier<Object>> commands(Terminal terminal, Interruption interruption) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.putAll(RunCommands.of(terminal, interruption));
        commands.putAll(AnalysisCommands.of(terminal, interruption));
        commands.putAll(RecordingCommands.of(terminal));
        commands.putAll(PageCommands.of(terminal, interruption, Main::run));
        commands.putAll(CatalogCommands.of(terminal));
        commands.put("completion", () -> new CompletionCommand(terminal));
        commands.put("man", () -> new ManCommand(terminal));
        return commands;
    }

    private static CommandLine commandLine(Terminal terminal, Interruption interruption, boolean trace, String first) {
        CommandLine line = new CommandLine(new OverthinkCommand());
        Map<String, Supplier<Object>> commands = commands(terminal, interruption);
        boolean one = commands.containsKey(first) && !NEED_ALL.contains(first);
        commands.forEach((name, command) -> {
            if (!one || name.equals(first)) {
                line.addSubcommand(name, command.get());
            }
        });
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setExecutionStrategy(Main::execute);
        return line.registerConverter(Long.class, text -> whole(text, Long::valueOf))
                .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
                .registerConverter(Integer.TYPE, text -> whole(text, Integer::valueOf))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.color() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(60, Math.min(terminal.width(), 120)))
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler((problem, args) -> wrongUsage(problem, terminal.err()))
                .setExecutionExceptionHandler(
                        (problem, command, result) -> Explanation.of(problem, trace, terminal.err()));
    }

    /** Executes a command, and closes it whatever happens. */
    private static int execute(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Object command = last.commandSpec().userObject();
        try {
            return new CommandLine.RunLast().execute(parsed);
        } finally {
            if (command instanceof PluginCommand user) {
                user.close();
            }
        }
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "no file can have the name '%s' here. Maybe the locale lacks its letters: LC_ALL=C.UTF-8"
                            .formatted(text.replaceAll("\\p{Cntrl}", "?")));
        }
    }

    private static <T> T whole(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("must be a whole number, not '%s'%s"
                    .formatted(text, text.matches("[-+]?\\d+") ? ", which is too large" : ""));
        }
    }

    private static int wrongUsage(ParameterException problem, PrintStream err) {
        CommandLine command = problem.getCommandLine();
        if (problem instanceof UnmatchedArgumentException unmatched
                && !command.getSubcommands().isEmpty()) {
            Set<String> names = command.getSubcommands().keySet();
            String typed = unmatched.getUnmatched().get(0);
            if (!typed.startsWith("-")) {
                err.println("There is no command '%s'.%s There are: %s."
                        .formatted(
                                Printable.line(typed),
                                NearestName.to(typed, names)
                                        .map(" Maybe %s."::formatted)
                                        .orElse(""),
                                String.join(", ", names)));
                return ExitCode.INVALID;
            }
        }
        String message = String.valueOf(problem.getMessage());
        err.println(Explanation.shown(Character.toUpperCase(message.charAt(0)) + message.substring(1)));
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                err.println("Maybe %s".formatted(String.join(" or ", suggestions)));
            }
        }
        err.println("%s --help shows the usage and examples."
                .formatted(command.getCommandSpec().qualifiedName(" ")));
        return ExitCode.INVALID;
    }
}
