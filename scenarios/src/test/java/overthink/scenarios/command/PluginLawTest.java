package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.plugins.PluginJar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plugin that claims the law of best-of-n has its rows; one that claims nothing is played. */
class PluginLawTest {

    @TempDir
    private Path temp;

    private static String source(String className, String name, String claim) {
        return """
                import java.util.*;
                import overthink.core.api.*;
                public class %s implements StrategyProvider {
                    public String name() { return "%s"; }
                    public String summary() { return "The candidate of the greatest score."; }
                    public boolean anytime(Parameters p) { return true; }
                    public Set<Capability> needs(Parameters p) { return Set.of(Capability.OUTCOME_VERIFIER); }
                    %s
                    public Strategy create(Parameters p) {
                        return session -> {
                            double most = Double.NEGATIVE_INFINITY;
                            for (int drawn; (drawn = session.generate(Integer.MAX_VALUE, 1)) > 0; ) {
                                int best = -1;
                                session.together(drawn);
                                for (int c = session.size() - drawn; c < session.size(); c++) {
                                    double score = session.verify(c);
                                    if (score > most) { most = score; best = c; }
                                }
                                if (best >= 0) { session.commit(best); }
                            }
                        };
                    }
                }
                """.formatted(className, name, claim);
    }

    private String plugins() throws IOException {
        new PluginJar()
                .provider("plug.Claiming")
                .source("Claiming", source("Claiming", "my-best", """
                                public Optional<Law> law(Parameters p) {
                                    return Optional.of(new Law.BestOf(Law.Score.OUTCOME));
                                }
                                """))
                .provider("plug.Silent")
                .source("Silent", source("Silent", "my-silent-best", ""))
                .build(temp.resolve("p"), "best.jar");
        return temp.resolve("p").toString();
    }

    @Tag("slow")
    @Test
    void run_pluginThatClaimsBestOfN_hasTheExactRowsOfBestOfN() throws IOException {
        String file = Scenarios.write(temp, "best", "best-of-n, my-best, my-silent-best");
        Ran ran = Ran.command("run", "--format", "json", "--plugins", plugins(), file)
                .assertDone();
        JsonNode rows = JsonMapper.shared().readTree(ran.out()).get("rows");
        int each = rows.size() / 3;
        assertTrue(each > 0, ran.out());
        for (int i = 0; i < each; i++) {
            JsonNode own = rows.get(i);
            JsonNode claimed = rows.get(each + i);
            assertEquals("exact", claimed.get("method").asString());
            assertEquals("my-best", claimed.get("strategy").asString());
            assertEquals(own.get("accuracy"), claimed.get("accuracy"));
            assertEquals(own.get("cost"), claimed.get("cost"));
            assertEquals("simulated", rows.get(2 * each + i).get("method").asString());
        }
    }

    @Tag("slow")
    @Test
    void strategies_oneName_saysItsLawAndWhatRowsItHas() throws IOException {
        String plugins = plugins();
        String claimed = Ran.command("strategies", "my-best", "--plugins", plugins)
                .assertDone()
                .out();
        assertTrue(
                claimed.contains("\nLaw: best of n by outcome score; exact or aggregated rows where the world allows"),
                claimed);
        String silent = Ran.command("strategies", "my-silent-best", "--plugins", plugins)
                .assertDone()
                .out();
        assertTrue(silent.contains("\nLaw: none claimed, rows are simulated\n"), silent);
        assertTrue(Ran.command("strategies", "weighted-vote")
                .out()
                .contains("\nLaw: vote weighted by the sum of outcome"));
    }
}
