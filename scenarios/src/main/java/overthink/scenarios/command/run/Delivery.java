package overthink.scenarios.command.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import overthink.core.fault.Fault;
import overthink.core.results.Partial;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.FaultLine;
import overthink.scenarios.command.process.ProgressLine;
import overthink.scenarios.command.process.StageLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.command.process.WrittenPage;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.report.Reports;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.results.machine.JsonWriter;
import overthink.scenarios.text.Amount;

/** Delivers what scenarios gave to standard output and to a page, and says on standard error what is wrong with it. */
final class Delivery implements AutoCloseable {

    private final Terminal terminal;
    private final ResultWriter writer;
    private final @Nullable Path report;
    private final List<Reports.Source> reported = new ArrayList<>();

    /**
     * A delivery.
     *
     * @param writer to standard output
     * @param report the page's file; null for none
     */
    Delivery(Terminal terminal, ResultWriter writer, @Nullable Path report) {
        this.terminal = terminal;
        this.writer = writer;
        this.report = report;
    }

    /**
     * Delivers what a scenario gave, and says what is wrong with it.
     *
     * @return the code of that
     */
    int deliver(Scenario scenario, SweepDocument document) throws IOException {
        writer.write(document);
        terminal.out().flush();
        if (report != null) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            try (JsonWriter pages = new JsonWriter(json, false)) {
                pages.write(document);
            }
            reported.add(new Reports.Source(json.toString(StandardCharsets.UTF_8), scenario.text()));
        }
        if (document.partial().isPresent()) {
            Partial partial = document.partial().get();
            terminal.err()
                    .println("%s: interrupted; these are results of %d of %d problems"
                            .formatted(scenario.name(), partial.problems(), partial.of()));
            return ExitCode.INTERRUPTED;
        }
        if (document.stopped().isPresent()) {
            terminal.err()
                    .println("%s: interrupted; these are results of %d of %s"
                            .formatted(
                                    scenario.name(),
                                    document.parts().size(),
                                    Amount.of(document.stopped().get(), "point")));
            return ExitCode.INTERRUPTED;
        }
        return complain(scenario, document);
    }

    /** Says what went wrong, and returns the code of it. */
    private int complain(Scenario scenario, SweepDocument document) {
        int code = ExitCode.DONE;
        for (Finding finding : document.findings()) {
            if (!finding.met()) {
                code = ExitCode.UNMET;
                terminal.err().println("%s: %s".formatted(finding.expectation().place(), finding.sentence()));
            }
        }
        for (SweepDocument.Part part : document.parts()) {
            for (Fault fault : part.document().faults()) {
                code = ExitCode.FAILED;
                String at = document.single() ? "" : " (%s)".formatted(part.point());
                terminal.err().println(FaultLine.of(scenario, fault) + at);
            }
        }
        return code;
    }

    /**
     * Judges the strategies of a scenario by the clauses that a run relies on; returns the code of it.
     *
     * @param play how it was played
     * @param interrupted whether to judge no more
     */
    int check(Scenario scenario, PlayOptions play, BooleanSupplier interrupted) {
        List<String> broken;
        try (StageLine line = new StageLine(terminal, scenario.name())) {
            broken = StrategyCheck.broken(scenario.experiment(), interrupted, judged -> {
                if (play.mode() != ProgressLine.Mode.NONE) {
                    line.show("judging " + judged);
                }
            });
        }
        Locale.setDefault(Locale.ROOT); // a plugin may have set another
        broken.forEach(said -> terminal.err().println("%s: %s".formatted(scenario.name(), said)));
        if (interrupted.getAsBoolean()) {
            terminal.err().println(scenario.name() + ": interrupted; not all strategies were judged");
            return broken.isEmpty() ? ExitCode.INTERRUPTED : ExitCode.FAILED;
        }
        if (broken.isEmpty() && !play.quiet()) {
            terminal.err()
                    .println(
                            "%s: strategies play the same way again, the ledger has what was delivered, and no call depends on"
                                            .formatted(scenario.name())
                                    + " which answer is right");
        }
        return broken.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Writes the page of all that was delivered. */
    void writePage() throws IOException {
        Path page = report;
        if (page != null && !reported.isEmpty()) {
            WrittenPage.write(page, Reports.pageOf(reported, page));
        }
    }

    /** Ends standard output. */
    @Override
    public void close() throws IOException {
        writer.close();
    }
}
