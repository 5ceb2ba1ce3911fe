package overthink.scenarios.command.catalog;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import overthink.core.api.ParameterSpec;
import overthink.core.api.StrategyProvider;
import overthink.core.fault.Printable;
import overthink.core.testkit.Contract;
import overthink.core.testkit.Contract.Clause;
import overthink.core.testkit.Contract.Standing;
import overthink.core.testkit.Contract.Verdict;
import overthink.scenarios.command.option.PluginOptions;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.plugins.Isolation;
import overthink.scenarios.plugins.StrategyCatalog;
import overthink.scenarios.results.table.Paragraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code strategies check}: judges the strategies of a plugin by the contract. */
@Command(
        name = "check",
        description =
                "Judge the strategies of a plugin by the contract that every strategy keeps."
                        + " The exit status is 0 when all clauses are kept, 1 when one is broken, 2 when the jar cannot be used.",
        footer = {
            "  ./overthink strategies check my.jar",
            "  ./overthink strategies check my.jar --set k=3 --clause prefix --seed 7",
            "  ./overthink strategies check --isolate my.jar"
        })
final class CheckCommand implements Callable<Integer> {

    private static final int LABEL = 19;
    private static final int LONGEST_REASON = 2000;

    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "JAR", description = "The plugin.")
    private Path jar = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Give a parameter of the strategy a value other than its default. Repeatable.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = "--clause",
            paramLabel = "CLAUSE",
            converter = ByLabel.class,
            description = "Judge by this clause alone. Repeatable.")
    private List<Clause> clauses = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "The seed of all trials (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(
            names = "--may-abstain",
            description = "It may end without an answer although the budget pays for one, by design.")
    private boolean mayAbstain;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            converter = PluginOptions.Patience.class,
            description = "How long one clause may take, and the plugin to load, such as 90s or 10m (default: 2m).")
    private Duration patience = Contract.Terms.PATIENCE;

    @Option(
            names = "--isolate",
            description =
                    "Run the plugin in a process of its own, as run --isolate does; what it allocates is not seen then.")
    private boolean isolate;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!isolate) {
            return check(StrategyCatalog.loadJar(jar, patience));
        }
        try (Isolation isolation = Isolation.ofJar(jar, patience)) {
            return check(StrategyCatalog.load(isolation));
        }
    }

    private int check(StrategyCatalog catalog) {
        int broken = 0;
        List<Contract.Terms> all = new ArrayList<>();
        for (StrategyProvider provider : catalog.plugins()) {
            all.add(terms(provider));
        }
        for (Contract.Terms terms : all) {
            broken += report(terms);
        }
        Locale.setDefault(Locale.ROOT); // a plugin may have set another
        return broken == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Contract.Terms terms(StrategyProvider provider) {
        try {
            Map<String, Object> values = new LinkedHashMap<>();
            given.forEach((name, text) -> values.put(name, value(provider, name, text)));
            Contract.Terms usual = Contract.Terms.of(provider, values, seed);
            return new Contract.Terms(provider, values, usual.world(), usual.budgets(), mayAbstain, seed, patience);
        } catch (IllegalArgumentException refused) {
            throw new InvalidInputException(
                    List.of("--set: strategy %s: %s".formatted(provider.name(), Printable.line(refused.getMessage()))));
        }
    }

    /** A value as it would stand in a scenario. */
    private static Object value(StrategyProvider provider, String name, String text) {
        for (ParameterSpec spec : provider.parameters()) {
            if (spec.name().equals(name)) {
                try {
                    return switch (spec.kind()) {
                        case INTEGER -> Long.valueOf(text);
                        case REAL -> Double.valueOf(text);
                        case FLAG -> text.equals("true") || text.equals("false") ? (Object) text.equals("true") : text;
                        case CHOICE, NAME -> text;
                        case NAMES, LIST -> text; // which the parameter refuses: lists are written in scenarios
                    };
                } catch (NumberFormatException e) {
                    return text; // which the parameter refuses with its rule
                }
            }
        }
        return text;
    }

    /** Judges and reports one strategy; returns how many clauses it breaks. */
    private int report(Contract.Terms terms) {
        PrintStream out = terminal.out();
        out.println(terms.provider().name() + (given.isEmpty() ? "" : " " + given));
        Contract contract = new Contract(terms);
        int judged = 0;
        int broken = 0;
        for (Clause clause : clauses.isEmpty() ? List.of(Clause.values()) : clauses) {
            Verdict verdict = isolate && clause == Clause.ALLOCATION
                    ? new Verdict(clause, Standing.NOT_APPLICABLE, "what is allocated in another process is not seen")
                    : contract.judge(clause);
            judged++;
            broken += verdict.standing() == Standing.BROKEN ? 1 : 0;
            print(verdict);
        }
        out.println(broken == 0 ? "  keeps the contract" : "  breaks %d of %d clauses".formatted(broken, judged));
        return broken;
    }

    private void print(Verdict verdict) {
        String label = verdict.clause().label();
        String mark = switch (verdict.standing()) {
            case KEPT -> "kept    ";
            case BROKEN -> "BROKEN  ";
            case NOT_APPLICABLE -> "-       ";
        };
        String said = verdict.standing() == Standing.KEPT
                ? verdict.clause().meaning()
                : Printable.line(verdict.reason(), LONGEST_REASON);
        int indent = 2 + mark.length() + LABEL;
        String start = "  " + mark + label + " ".repeat(LABEL - label.length());
        terminal.out().print(Paragraph.of(start, said, indent, terminal.width()));
        if (verdict.standing() == Standing.BROKEN) {
            terminal.out().println(" ".repeat(indent) + repeat(verdict.clause()));
        }
        terminal.out().flush();
    }

    /** The command that shows it again. */
    private String repeat(Clause clause) {
        String sets = given.entrySet().stream()
                .map(entry -> " --set %s=%s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return "./overthink strategies check %s%s%s%s --clause %s --seed %d"
                .formatted(
                        jar,
                        sets,
                        mayAbstain ? " --may-abstain" : "",
                        isolate ? " --isolate" : "",
                        clause.label(),
                        seed);
    }

    /** Reads the label of a clause. */
    static final class ByLabel implements ITypeConverter<Clause> {

        @Override
        public Clause convert(String text) {
            for (Clause clause : Clause.values()) {
                if (clause.label().equals(text)) {
                    return clause;
                }
            }
            throw new TypeConversionException("must be one of %s, not '%s'"
                    .formatted(
                            Arrays.stream(Clause.values()).map(Clause::label).collect(Collectors.joining(", ")),
                            Printable.line(text)));
        }
    }
}
