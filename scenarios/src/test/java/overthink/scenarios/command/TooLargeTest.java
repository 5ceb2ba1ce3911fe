package overthink.scenarios.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;

/** Runs that no memory holds are refused before they start, with what they would need. */
class TooLargeTest {

    @TempDir
    private Path temp;

    /** 10⁶ problems, 256 budgets and 3 strategies, at 272 bytes and a quarter: 243 GB. */
    @Test
    void run_problemsTimesBudgets_isRefusedWithWhatItNeeds() throws IOException {
        String file = Scenarios.write(temp, "one", "weighted-vote, majority-vote, best-of-n");
        String budgets =
                IntStream.rangeClosed(1, 256).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
        for (String method : List.of("simulated", "auto")) {
            Ran.command(
                            "run",
                            file,
                            "--method",
                            method,
                            "--set",
                            "world.problems.count=1000000",
                            "--set",
                            "budgets.values=" + budgets)
                    .assertFailed(
                            ExitCode.INVALID,
                            "1,000,000 problems times 256 budgets, of 3 strategies, take ",
                            "GB to count in, and Java may use ",
                            "Fewer of them take less, and JAVA_TOOL_OPTIONS=-Xmx");
        }
    }

    /** 1,000 points, 256 budgets and 6 strategies are 1,536,000 rows, of which a page takes 7.7 GB at 5,000 bytes each. */
    @Tag("slow")
    @Test
    void report_ofManyPoints_isRefusedWithWhatItNeeds() throws IOException {
        String file = Scenarios.write(
                temp, "one", "weighted-vote, majority-vote, best-of-n, single, early-stopping-vote, best-of-majority");
        String budgets =
                IntStream.rangeClosed(1, 256).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
        Ran.command(
                        "sweep",
                        file,
                        "world.verifier.outcome.auc=0.6..0.9:1000",
                        "--set",
                        "world.problems.count=4",
                        "--set",
                        "budgets.values=" + budgets,
                        "--report",
                        temp.resolve("page.html").toString())
                .assertFailed(
                        ExitCode.INVALID,
                        "a report of 1,000 points has at least 1,536,000 rows, which take at least 7.7 GB, and Java may use ",
                        "tables, JSON, CSV and --out do without. Fewer of them take less, and JAVA_TOOL_OPTIONS=-Xmx8g");
    }
}
