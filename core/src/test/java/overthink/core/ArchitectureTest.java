package overthink.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of core may depend on what. A rule about a package that is still empty holds. */
@AnalyzeClasses(
        packages = "overthink.core",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

    @ArchTest
    static final ArchRule core_always_doesNoInputOrOutput = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio..", "java.net.."))
            .because("whatever touches files or terminals lives in the scenarios module")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule api_always_standsAlone = classes()
            .that()
            .resideInAPackage("overthink.core.api..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("overthink.core.api..", "java..", "org.apache.commons.rng", "org.jspecify.."))
            .because("strategies and plugins see the API, and nothing else of core")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule laws_always_ignoreWorldAndEngine = noClasses()
            .that()
            .resideInAnyPackage("overthink.core.law..", "overthink.core.random..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "overthink.core.world..", "overthink.core.engine..", "overthink.core.estimate.."))
            .because("a law says one thing, whoever plays by it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule randomness_always_dependsOnNothingOfTheProject = noClasses()
            .that()
            .resideInAPackage("overthink.core.random..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("overthink..").and(resideOutsideOfPackage("overthink.core.random..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule exactValues_always_ignoreTheEngine = noClasses()
            .that()
            .resideInAPackage("overthink.core.exact..")
            .should()
            .dependOnClassesThat(resideInAPackage("overthink.core.engine.."))
            .because("what is derived and what is simulated check each other")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_always_areFreeOfCycles =
            slices().matching("overthink.core.(**)").should().beFreeOfCycles().allowEmptyShould(true);
}
