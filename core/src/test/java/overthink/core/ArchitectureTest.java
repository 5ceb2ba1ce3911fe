package overthink.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import overthink.core.random.CounterStream;

/** Which room of core may depend on what: the floor plan as a test. */
@ArchTag("once")
@AnalyzeClasses(
        packages = "overthink.core",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

    private static final String PREFIX = "overthink.core.";

    @ArchTest
    static final ArchRule core_always_doesNoInputOrOutput = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio..", "java.net.."))
            .because("whatever touches files or terminals lives in the scenarios module");

    @ArchTest
    static final ArchRule api_always_standsAlone = classes()
            .that()
            .resideInAPackage("overthink.core.api..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("overthink.core.api..", "java..", "org.apache.commons.rng", "org.jspecify.."))
            .because("strategies and plugins see the API, and nothing else of core");

    @ArchTest
    static final ArchRule numbers_always_areTheSameOnEveryProcessor = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.apache.commons.numbers..",
                    "org.apache.commons.statistics..",
                    "org.apache.commons.rng.sampling.."))
            .because(
                    "these reach Math.exp, log and pow, whose last bit may differ; commons-math3 has its own in plain Java");

    /** The floor plan: each room, and the rooms that it may depend on. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("api", List.of()),
            Map.entry("random", List.of()),
            Map.entry("fault", List.of("api")),
            Map.entry("law", List.of("api", "random")),
            Map.entry("exact", List.of("api", "law", "random")),
            Map.entry("world", List.of("api", "law")),
            Map.entry("model", List.of("api", "random", "law", "world", "fault")),
            Map.entry("estimate", List.of("api", "random", "world")),
            Map.entry("experiment", List.of("api", "law", "estimate", "model", "fault")),
            Map.entry("trial", List.of("api", "random", "law", "model", "experiment", "fault")),
            Map.entry("fit", List.of("api", "random", "law", "exact", "world", "model", "estimate")),
            Map.entry("route", List.of("api", "estimate", "model")),
            Map.entry("solve", List.of("api", "random", "law", "exact", "world", "model", "estimate", "route")),
            Map.entry(
                    "results",
                    List.of(
                            "api",
                            "law",
                            "exact",
                            "world",
                            "estimate",
                            "experiment",
                            "model",
                            "trial",
                            "route",
                            "fault")),
            Map.entry(
                    "run",
                    List.of(
                            "api",
                            "random",
                            "law",
                            "world",
                            "model",
                            "estimate",
                            "experiment",
                            "trial",
                            "route",
                            "solve",
                            "results",
                            "fault")));

    @ArchTest
    static void rooms_always_areThoseOfTheFloorPlan(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass one : classes) {
            if (!one.getSimpleName().equals("module-info")) {
                found.add(room(one));
            }
        }
        assertEquals(new TreeSet<>(ROOMS.keySet()), found);
    }

    @ArchTest
    static void arrows_always_followTheFloorPlan(JavaClasses classes) {
        Set<String> strays = new TreeSet<>();
        int arrows = 0;
        for (JavaClass one : classes) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass other = dependency.getTargetClass();
                if (other.getPackageName().startsWith(PREFIX) && !room(other).equals(room(one))) {
                    arrows++;
                    if (!ROOMS.getOrDefault(room(one), List.of()).contains(room(other))) {
                        strays.add(one.getName() + " -> " + other.getName());
                    }
                }
            }
        }
        assertEquals(Set.of(), strays);
        assertTrue(arrows > 100, "only %d arrows were found".formatted(arrows));
    }

    private static String room(JavaClass one) {
        return one.getPackageName().substring(PREFIX.length()).replaceAll("\\..*", "");
    }

    @ArchTest
    static final ArchRule streams_always_startAtAnAddress = noClasses()
            .that()
            .resideOutsideOfPackage("overthink.core.random..")
            .should()
            .callConstructor(CounterStream.class, long.class)
            .because("a Site places a stream, and Purpose lists all that there are")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_always_areFreeOfCycles =
            slices().matching("overthink.core.(**)").should().beFreeOfCycles();
}
