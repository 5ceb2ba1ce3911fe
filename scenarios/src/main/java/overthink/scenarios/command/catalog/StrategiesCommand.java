package overthink.scenarios.command.catalog;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.run.Simulator;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.PluginOptions;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.plugins.StrategyCatalog;
import overthink.scenarios.results.table.Paragraph;
import overthink.scenarios.text.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code strategies}: lists the strategies, or describes one. */
@Command(
        name = "strategies",
        description = "List the strategies, or describe one: parameters, needs, cost, paper.",
        footer = {"  ./overthink strategies", "  ./overthink strategies best-of-n"})
final class StrategiesCommand implements PluginCommand {

    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The strategy to describe.")
    private @Nullable String name;

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    StrategiesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void close() {
        plugins.close();
    }

    @Override
    public Integer call() {
        StrategyCatalog catalog = plugins.catalog();
        String wanted = name;
        if (wanted == null) {
            list(catalog);
        } else {
            describe(catalog, catalog.find(wanted).orElseThrow(() -> unknown(wanted, catalog)));
        }
        return ExitCode.DONE;
    }

    private static InvalidInputException unknown(String name, StrategyCatalog catalog) {
        return new InvalidInputException(List.of("NAME: there is no strategy %s.%s There are: %s; %s"
                .formatted(
                        name.replaceAll("\\p{Cntrl}+", " "),
                        NearestName.to(name, catalog.names())
                                .map(" Maybe %s."::formatted)
                                .orElse(""),
                        String.join(", ", catalog.names()),
                        StrategyCatalog.MORE)));
    }

    private void list(StrategyCatalog catalog) {
        int column = catalog.names().stream().mapToInt(String::length).max().orElse(0) + 2;
        for (StrategyProvider provider : catalog.all()) {
            print(provider.name() + " ".repeat(column - provider.name().length()), column, provider.summary());
        }
    }

    private void describe(StrategyCatalog catalog, StrategyProvider provider) {
        PrintStream out = terminal.out();
        out.println(provider.name());
        print("  ", 2, provider.summary());
        catalog.origin(provider.name())
                .filter(origin -> origin.endsWith(".jar"))
                .ifPresent(jar -> print("  ", 2, "From " + jar + "."));
        out.println();
        List<ParameterSpec> specs = provider.parameters();
        if (specs.isEmpty()) {
            out.println("Parameters: none");
        } else {
            out.println("Parameters:");
            describe(specs, 2);
        }
        overthink.core.api.Parameters defaults = overthink.core.api.Parameters.defaults(specs);
        String needs = provider.needs(defaults).stream()
                .sorted()
                .map(Capability::description)
                .collect(Collectors.joining(", "));
        out.println();
        print("Needs: ", 7, needs.isEmpty() ? "nothing beyond candidates and their answers" : needs);
        print(
                "Anytime: ",
                9,
                provider.anytime(defaults)
                        ? "yes, one pass serves every budget"
                        : "no, each budget takes a pass of its own");
        print(
                "Law: ",
                5,
                provider.law(defaults).map(StrategiesCommand::describe).orElse("none claimed, rows are simulated"));
        catalog.page(provider).ifPresent(page -> out.print("\n" + PageText.of(page, terminal.width())));
    }

    /** Parameters, indented; under a list what its elements may be. */
    private void describe(List<ParameterSpec> specs, int indent) {
        int column = indent
                + 2
                + specs.stream().mapToInt(spec -> spec.name().length()).max().orElse(0);
        for (ParameterSpec spec : specs) {
            String label = " ".repeat(indent)
                    + spec.name()
                    + " ".repeat(column - indent - spec.name().length());
            print(label, column, spec.description() + ".");
            print(" ".repeat(column), column, "%s; default %s".formatted(spec.range(), spec.defaultValue()));
            for (ParameterSpec.Item item : spec.items()) {
                String name = " ".repeat(indent + 2) + item.name() + ": ";
                print(name, name.length(), item.description() + ".");
                describe(item.parameters(), indent + 4);
            }
        }
    }

    /** What a law is, and by which methods rows can be made of it. */
    private static String describe(Law law) {
        Set<Method> methods = Simulator.methods(law);
        return methods.isEmpty()
                ? law.description() + "; no solver takes it, rows are simulated"
                : "%s; %s rows where the world allows, with method: auto"
                        .formatted(
                                law.description(),
                                methods.stream().sorted().map(Method::label).collect(Collectors.joining(" or ")));
    }

    /** Prints a label and a text, whose further lines are indented. */
    private void print(String label, int indent, String text) {
        terminal.out().print(Paragraph.of(label, text, indent, terminal.width()));
    }
}
