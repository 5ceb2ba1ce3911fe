package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import overthink.core.api.ParameterSpec;
import overthink.core.api.StrategyProvider;

class ProvidersTest {

    private static final List<StrategyProvider> PROVIDERS = ServiceLoader.load(StrategyProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.getClass().getPackageName().startsWith("overthink.strategies."))
            .toList();

    @Test
    void names_all_differ() {
        List<String> names = PROVIDERS.stream().map(StrategyProvider::name).toList();
        assertEquals(names.size(), names.stream().distinct().count(), () -> "a name twice among " + names);
        assertTrue(
                names.containsAll(List.of(
                        "single", "best-of-n", "majority-vote", "weighted-vote", "beam-search", "particle-filter")),
                () -> "one is missing among " + names);
    }

    @Test
    void pages_all_sayWhatTheyMust() throws IOException {
        for (StrategyProvider provider : PROVIDERS) {
            String page = page(provider);
            assertTrue(
                    page.startsWith("# " + provider.name() + "\n"), () -> provider.name() + ": the title is its name");
            for (String part : List.of("Parameters:", "Cost", "round", "Wins ", "Loses ", "Paper")) {
                assertTrue(page.contains(part), () -> "%s: its page lacks '%s'".formatted(provider.name(), part));
            }
            for (ParameterSpec parameter : provider.parameters()) {
                assertTrue(
                        page.contains("* `" + parameter.name() + "`"),
                        () -> "%s: its page lacks %s".formatted(provider.name(), parameter.name()));
                for (String choice : parameter.choices()) {
                    assertTrue(
                            page.contains("`" + choice + "`"),
                            () -> "%s: its page lacks %s".formatted(provider.name(), choice));
                }
            }
        }
    }

    private static String page(StrategyProvider provider) throws IOException {
        try (InputStream stream = provider.getClass().getResourceAsStream(provider.name() + ".md")) {
            assertNotNull(
                    stream,
                    () -> "%s: there is no %s.md beside its provider".formatted(provider.name(), provider.name()));
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
