package overthink.strategies;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import overthink.core.api.StrategyProvider;
import overthink.strategies.policies.AskedPolicies;
import overthink.strategies.selection.AscendingOrder;
import overthink.strategies.selection.CandidateScores;
import overthink.strategies.voting.AnswerWeights;
import overthink.strategies.voting.Ballot;
import overthink.strategies.voting.CandidateChoice;
import overthink.strategies.voting.Recount;

/** What strategies may see, and that both lists of providers name all of them. */
@ArchTag("once")
@AnalyzeClasses(
        packages = "overthink.strategies",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

    @ArchTest
    static final ArchRule strategies_always_seeTheApiAlone = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "overthink.strategies..",
                    "overthink.core.api..",
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.apache.commons.rng",
                    "org.apache.commons.math3..",
                    "org.jspecify.."))
            .because("the truth, the laws and the engine are out of a strategy's reach")
            .allowEmptyShould(true);

    /** What families share: how whole candidates are scored and vote, and which policies are asked. */
    private static final DescribedPredicate<JavaClass> COUNTING = belongToAnyOf(
                    CandidateScores.class,
                    Ballot.class,
                    Recount.class,
                    AnswerWeights.class,
                    CandidateChoice.class,
                    AskedPolicies.class,
                    AscendingOrder.class)
            .as("candidates' scores, order and votes, and the policies named");

    @ArchTest
    static final ArchRule families_always_standAlone = slices().matching("overthink.strategies.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), COUNTING)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule strategies_always_ignoreTheClock = noClasses()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .allowEmptyShould(true);

    @ArchTest
    static void providers_onClassPathAndModulePath_areAllListed(JavaClasses strategies) throws IOException {
        Set<String> written = strategies.stream()
                .filter(type -> type.isAssignableTo(StrategyProvider.class))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(written, inServices(), "META-INF/services/" + StrategyProvider.class.getName());
        assertEquals(written, inModule(), "module-info.java, provides " + StrategyProvider.class.getSimpleName());
    }

    private static Set<String> inServices() throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL list : resources("META-INF/services/" + StrategyProvider.class.getName())) {
            try (InputStream in = list.openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static Set<String> inModule() throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL descriptor : resources("module-info.class")) {
            try (InputStream in = descriptor.openStream()) {
                ModuleDescriptor module = ModuleDescriptor.read(in);
                if (module.name().equals("overthink.strategies")) {
                    module.provides().stream()
                            .filter(service -> service.service().equals(StrategyProvider.class.getName()))
                            .forEach(service -> names.addAll(service.providers()));
                }
            }
        }
        return names;
    }

    private static Iterable<URL> resources(String name) throws IOException {
        return Collections.list(ArchitectureTest.class.getClassLoader().getResources(name));
    }
}
