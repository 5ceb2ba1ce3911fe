package overthink.scenarios;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The application sees core and finds strategies by name, nobody sees the application; and what holds in all modules. */
@ArchTag("once")
@AnalyzeClasses(packages = "overthink", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule coreAndStrategies_always_ignoreTheApplication = noClasses()
            .that()
            .resideInAnyPackage("overthink.core..", "overthink.strategies..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("overthink.scenarios..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule application_always_findsStrategiesByName = noClasses()
            .that()
            .resideInAPackage("overthink.scenarios..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("overthink.strategies..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_always_areFreeOfCycles = slices().matching("overthink.scenarios.(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    /** A room with more in it no longer explains itself. */
    private static final long MOST_TYPES = 40;

    @ArchTest
    static void packages_always_holdFewTypes(JavaClasses classes) {
        Map<String, Long> types = classes.stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertTrue(types.size() > 50, "only %d packages were found".formatted(types.size()));
        types.values().removeIf(count -> count <= MOST_TYPES);
        assertEquals(Map.of(), types);
    }

    @ArchTest
    static final ArchRule randomness_always_hasAnAddress = noClasses()
            .that()
            .resideOutsideOfPackage("overthink.core.testkit..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.random..")
            .orShould()
            .callMethod(Math.class, "random")
            .because("results are a function of the scenario and its seed")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule arithmetic_always_isTheSameOnEveryProcessor = noClasses()
            .that()
            .resideOutsideOfPackage("overthink.core.testkit..")
            .should()
            .accessTargetWhere(target(owner(equivalentTo(Math.class)))
                    .and(target(nameMatching(
                            "a?(sin|cos|tan)|atan2|(sin|cos|tan)h|exp|expm1|log|log10|log1p|pow|cbrt" + "|hypot"))))
            .because("the last bit of these may differ between processors and Java versions; StrictMath's may not")
            .allowEmptyShould(true);
}
