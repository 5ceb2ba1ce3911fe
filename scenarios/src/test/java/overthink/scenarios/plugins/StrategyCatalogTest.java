package overthink.scenarios.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.api.StrategyProvider;

class StrategyCatalogTest {

    private static final String IDLE = "session.abstain();";

    @TempDir
    private Path temp;

    @Test
    void load_applicationAlone_findsItsStrategiesByName() {
        StrategyCatalog catalog = StrategyCatalog.load(List.of());
        assertTrue(catalog.names().containsAll(List.of("best-of-n", "majority-vote", "single")), "names");
        assertEquals(catalog.names().stream().sorted().toList(), catalog.names());
        assertEquals(
                catalog.names(),
                catalog.all().stream().map(StrategyProvider::name).toList());
        assertEquals(Optional.of("the application"), catalog.origin("single"));
        assertTrue(catalog.find("nothing-like-it").isEmpty());
    }

    @Test
    void load_everyStrategyOfTheApplication_hasAPage() {
        StrategyCatalog catalog = StrategyCatalog.load(List.of());
        for (StrategyProvider provider : catalog.all()) {
            assertTrue(catalog.page(provider).isPresent(), provider.name());
        }
    }

    @Test
    void load_pluginJar_addsItsStrategyAndPage() throws IOException {
        Path jar = new PluginJar()
                .strategy("Idle", "idle", IDLE)
                .resource("plug/idle.md", "# Idle\n")
                .build(temp, "idle.jar");
        new PluginJar().source("Library", "public class Library {}").build(temp, "library.jar");
        StrategyCatalog catalog = StrategyCatalog.load(List.of(temp));
        StrategyProvider idle = catalog.find("idle").orElseThrow();
        assertEquals(Optional.of(jar.toString()), catalog.origin("idle"));
        assertEquals(Optional.of("# Idle\n"), catalog.page(idle));
        assertTrue(catalog.find("single").isPresent());
    }

    @Test
    void load_pluginThatUsesAnotherJarOfItsDirectory_works() throws IOException {
        new PluginJar()
                .source("Library", "public class Library { public static String name() { return \"borrowed\"; } }")
                .build(temp, "a.jar");
        new PluginJar()
                .source("Library", "public class Library { public static String name() { return \"own\"; } }")
                .strategy("Uses", "x\" + Library.name() + \"", IDLE)
                .build(temp, "b.jar");
        assertTrue(StrategyCatalog.load(List.of(temp)).find("xborrowed").isPresent());
    }

    @Tag("slow")
    @Test
    void load_takenName_namesBothPlaces() throws IOException {
        Path one = new PluginJar().strategy("One", "idle", IDLE).build(temp, "one.jar");
        Path two = new PluginJar().strategy("Two", "idle", IDLE).build(temp, "two.jar");
        Path three = new PluginJar().strategy("Three", "single", IDLE).build(temp, "three.jar");
        String message = refused(temp);
        assertTrue(message.contains(two + ": plug.Two: the strategy name 'idle' is taken by " + one), message);
        assertTrue(message.contains(three + ": plug.Three: the strategy name 'single' is taken by the app"), message);
        assertTrue(message.contains("Strategies that can be used: "), message);
        assertTrue(message.contains("best-of-n"), message);
    }

    @Tag("slow")
    @Test
    void load_badName_saysTheRule() throws IOException {
        Path jar = new PluginJar()
                .strategy("One", "Not_Allowed", IDLE)
                .strategy("Two", "", IDLE)
                .build(temp, "bad.jar");
        String message = refused(temp);
        assertTrue(message.contains(jar + ": plug.One: the strategy name 'Not_Allowed' must be lower-case"), message);
        assertTrue(message.contains(jar + ": plug.Two: the strategy name '' must be lower-case"), message);
    }

    @Tag("slow")
    @Test
    void load_providersThatThrow_areNamedWithTheirJar() throws IOException {
        Path jar = new PluginJar()
                .source("Constructor", """
                        public class Constructor implements overthink.core.api.StrategyProvider {
                            public Constructor() { throw new IllegalStateException("not today"); }
                            public String name() { return "c"; }
                            public String summary() { return ""; }
                            public overthink.core.api.Strategy create(overthink.core.api.Parameters p) { return null; }
                        }
                        """)
                .provider("plug.Constructor")
                .source("Name", """
                        public class Name implements overthink.core.api.StrategyProvider {
                            public String name() { throw new UnsupportedOperationException("no name"); }
                            public String summary() { return ""; }
                            public overthink.core.api.Strategy create(overthink.core.api.Parameters p) { return null; }
                        }
                        """)
                .provider("plug.Name")
                .source("Statics", """
                        public class Statics implements overthink.core.api.StrategyProvider {
                            static final int X = Integer.parseInt("x");
                            public String name() { return "s"; }
                            public String summary() { return ""; }
                            public overthink.core.api.Strategy create(overthink.core.api.Parameters p) { return null; }
                        }
                        """)
                .provider("plug.Statics")
                .source("Other", "public class Other {}")
                .provider("plug.Other")
                .provider("plug.Missing")
                .strategy("Good", "good", IDLE)
                .build(temp, "faulty.jar");
        List<String> problems = assertThrows(InvalidPluginsException.class, () -> StrategyCatalog.load(List.of(temp)))
                .problems();
        String message = String.join("\n", problems);
        assertEquals(6, problems.size(), message);
        assertEquals(
                5, problems.stream().filter(line -> line.startsWith(jar + ": ")).count(), message);
        for (String part : List.of("not today", "no name", "plug.Statics", "plug.Other", "plug.Missing")) {
            assertTrue(message.contains(part), message);
        }
        assertTrue(problems.get(5).matches("Strategies that can be used: .*good.*"), message);
    }

    @Test
    void load_directoryWithoutPlugins_listsWhatIsThere() throws IOException {
        assertTrue(refused(temp.resolve("none")).contains("there is no such plugins directory"));
        assertTrue(refused(temp).contains("has no *.jar; there are: no files"));
        Path text = Files.writeString(temp.resolve("readme.txt"), "");
        assertTrue(refused(temp).contains("has no *.jar; there are: readme.txt"));
        assertTrue(refused(text).contains("must be a directory of jars, not a file"));
        Path broken = Files.writeString(temp.resolve("broken.jar"), "no zip");
        assertTrue(refused(temp).contains(broken + ": not a jar that can be read"));
        Files.delete(broken);
        new PluginJar().resource("x.txt", "").build(temp, "library.jar");
        assertTrue(refused(temp).contains("no jar names a strategy in META-INF/services/"));
    }

    @Test
    void of_sameNameTwice_isRefused() {
        StrategyProvider single = StrategyCatalog.load(List.of()).find("single").orElseThrow();
        assertEquals(List.of("single"), StrategyCatalog.of(List.of(single)).names());
        assertThrows(InvalidPluginsException.class, () -> StrategyCatalog.of(List.of(single, single)));
    }

    private static String refused(Path directory) {
        return assertThrows(InvalidPluginsException.class, () -> StrategyCatalog.load(List.of(directory)))
                .getMessage();
    }
}
