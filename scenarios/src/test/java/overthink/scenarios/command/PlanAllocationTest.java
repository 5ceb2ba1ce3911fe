package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plan --allocation} splits the budget of its choice over the problems. Everything here is exact. */
class PlanAllocationTest {

    @TempDir
    private Path folder;

    private Ran plan(String... options) throws IOException {
        String[] all = new String[options.length + 5];
        all[0] = "plan";
        all[1] = Scenarios.write(folder, "spread", "best-of-n, majority-vote");
        all[2] = "--max-generations";
        all[3] = "4";
        all[4] = "--no-flips";
        System.arraycopy(options, 0, all, 5, options.length);
        return Ran.command(all);
    }

    @Tag("slow")
    @Test
    void json_hasTheSplitsOfTheChoice() throws IOException {
        JsonNode document = JsonMapper.shared()
                .readTree(plan("--allocation", "0,1", "--format", "json")
                        .assertDone()
                        .out());
        JsonNode rows = document.get("allocation");
        assertEquals(4, rows.size());
        JsonNode none = rows.get(0);
        JsonNode own = rows.get(1);
        JsonNode any = rows.get(3);
        assertEquals("best-of-n", own.get("of").asString());
        assertEquals("best strategy for each", any.get("of").asString());
        assertEquals(4, own.get("budget").asDouble());
        assertEquals(0, none.get("gain").asDouble(), 1e-12);
        assertTrue(own.get("gain").asDouble() > 0.01, own.toString());
        assertTrue(any.get("gain").asDouble() >= own.get("gain").asDouble(), any.toString());
    }

    @Tag("slow")
    @Test
    void table_saysWhatTheSplitGains() throws IOException {
        String page = plan("--allocation", "0.5").assertDone().out();
        assertTrue(page.contains("The same budget split over the problems"), page);
        assertTrue(page.lines().allMatch(line -> line.length() <= 100), page);
    }

    @Test
    void plan_allocationOutOfRange_isRefused() throws IOException {
        plan("--allocation", "1.5").assertRefused("--allocation must be a number between 0 and 1, not 1.5");
        plan("--allocation", "1", "--set", "world.problems.count=population")
                .assertRefused("--allocation: a budget is split over problems that can be counted");
    }
}
