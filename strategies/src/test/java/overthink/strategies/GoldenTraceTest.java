package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.api.Capability;
import overthink.core.api.Element;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.Zipf;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.part.Combination;
import overthink.core.law.part.PartGraph;
import overthink.core.law.quality.QualityJudge;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.law.quality.QualityWalk;
import overthink.core.law.reading.Demonstrations;
import overthink.core.law.reading.Documents;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.model.part.PartPolicy;
import overthink.core.model.part.PartWorld;
import overthink.core.model.quality.QualityPolicy;
import overthink.core.model.quality.QualityVerifiers;
import overthink.core.model.quality.QualityWorld;
import overthink.core.testkit.RecordingSession;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Skill;
import overthink.core.world.Verifiers;

/**
 * What each strategy does in one trial, call by call, is what {@code src/test/resources/overthink/strategies/golden} says:
 * what it generates, what scores, verdicts and answers it gets, what it draws, what it commits. Mere look-ups (depths, sizes,
 * what is left of the budget) are left out. A change of behaviour is read in the difference after the files are made anew:
 *
 * <pre>mvn -pl strategies -am test -Dtest=GoldenTraceTest -Dsurefire.failIfNoSpecifiedTests=false -Doverthink.golden=write</pre>
 */
class GoldenTraceTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "overthink", "strategies", "golden");

    private static final boolean WRITES = "write".equals(System.getProperty("overthink.golden"));

    private static final int GENERATIONS = 8;
    private static final int STEPS = 3;
    private static final int WIDTH = 110;

    private static final Set<String> LOOK_UPS = Set.of(
            "size",
            "parts",
            "waitsFor",
            "allAnswer",
            "answered",
            "complete",
            "depth",
            "parent",
            "policies",
            "policyNumber",
            "policyOf",
            "tokens",
            "solutions",
            "pays",
            "limit",
            "spent");

    private static final Pattern REAL = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final Pattern WORD = Pattern.compile("(nextLong\\(\\)) = -?\\d+");

    /** A strategy of the service registry. */
    private static StrategyProvider provider(String name) {
        return ServiceLoader.load(StrategyProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> names() {
        return ServiceLoader.load(StrategyProvider.class).stream()
                .map(one -> one.get().name())
                .sorted();
    }

    /** What else must be given for a parameter to have a meaning: by strategy and parameter. */
    private static final Map<String, Map<String, Object>> COMPANIONS = Map.ofEntries(
            Map.entry("beam-search aggregate", Map.of("variant", "search-and-learn")),
            Map.entry("beam-search sort-completed", Map.of("variant", "search-and-learn")),
            Map.entry("cascade check", Map.of("samples", 3L)),
            Map.entry("deepconf confidence", Map.of("mode", "offline")),
            Map.entry("dvts aggregate", Map.of("variant", "search-and-learn")),
            Map.entry("dvts variant", Map.of("select", "vote")),
            Map.entry("early-stopping-vote rule", Map.of("max-gens", (long) GENERATIONS)),
            Map.entry("mcts rollout-score", Map.of("evaluate", "rollout")),
            Map.entry("particle-filter resample-inactive", Map.of("variant", "probabilistic-inference-scaling")),
            Map.entry("particle-gibbs resample-inactive", Map.of("variant", "probabilistic-inference-scaling")),
            Map.entry(
                    "pipeline scale",
                    Map.of(
                            "stages",
                            List.of(
                                    new Element("generate", Map.of("n", 4L)),
                                    new Element("filter", Map.of("threshold", 0.4)),
                                    new Element("revise", Map.of()),
                                    new Element("merge", Map.of("n", 2L)),
                                    new Element("judge", Map.of())))),
            Map.entry("repeated-verification fallback", Map.of("combine", "all-accept")));

    /** The trial played, where the first shows no difference between variants; these were found by trying. */
    private static final Map<String, Integer> TRIALS = Map.ofEntries(
            Map.entry("adaptive-consistency", 80),
            Map.entry("beam-search", 8),
            Map.entry("best-of-majority", 127),
            Map.entry("best-of-n", 88),
            Map.entry("confidence-stop", 1),
            Map.entry("dvts", 4),
            Map.entry("early-stopping-vote", 7),
            Map.entry("majority-of-best", 127),
            Map.entry("mcts", 76),
            Map.entry("verifier-ensemble", 3),
            Map.entry("weighted-vote", 528));

    /**
     * Variants without a trace, since in this world it would be another's: they differ where solutions of one problem have
     * unequal lengths, or among equal scores and votes, and tests of their own show how.
     */
    private static final Set<String> TWINS = Set.of(
            "adaptive-consistency rule=dirichlet-process",
            "beam-search select=weighted",
            "beam-search sort-completed=true variant=search-and-learn",
            "particle-filter resample-inactive=false variant=probabilistic-inference-scaling",
            "particle-filter resampling=multinomial",
            "particle-gibbs resample-inactive=false variant=probabilistic-inference-scaling",
            "rebase arithmetic=float32",
            "weighted-vote weight=logit-sum");

    /** What is given beyond the defaults: nothing, and each other value of each parameter that has a few. */
    private static List<Map<String, Object>> variants(StrategyProvider provider) {
        List<Map<String, Object>> variants = new ArrayList<>(List.of(Map.of()));
        for (ParameterSpec spec : provider.parameters()) {
            List<?> values = spec.kind() == ParameterSpec.Kind.FLAG ? List.of(true, false) : spec.choices();
            for (Object value : values) {
                if (!value.equals(spec.defaultValue())) {
                    Map<String, Object> given =
                            new TreeMap<>(COMPANIONS.getOrDefault(provider.name() + " " + spec.name(), Map.of()));
                    given.put(spec.name(), value);
                    variants.add(given);
                }
            }
        }
        return variants;
    }

    private static final Tariff POLICY_TARIFF = new Tariff(0, Price.FREE, new Latency(10, 0, Integer.MAX_VALUE));
    private static final Tariff VERIFIER_TARIFF = new Tariff(0, Price.FREE, new Latency(1, 0, Integer.MAX_VALUE));
    private static final ReadingLaw READING = new ReadingLaw(
            new Documents(0.8, 4, 1, 0.02, 3, new Point(0.9), Documents.Store.WHOLE), new Demonstrations(1, 2, 5));

    private static final ChainLaw CHAIN = ChainLaw.of(new Revision.Tendency(ByDifficulty.of(0.3), ByDifficulty.of(0.5)))
            .withStop(0.6, 0.2);

    /** The first kind of world that has what is needed. */
    private static World world(Set<Capability> needs) {
        World declared = declared(needs);
        if (declared.capabilities().containsAll(needs)) {
            return declared;
        }
        return needs.contains(Capability.PARTS) ? parts() : numbers();
    }

    /** One problem of three parts, the last of which waits for the others. */
    private static World parts() {
        return new PartWorld(
                1,
                PartGraph.tree(STEPS, 2),
                Combination.ALL,
                new Point(0.6),
                new PartPolicy(0, 0.8, 2, 0, 1, POLICY_TARIFF),
                new Verifiers(Verifier.of(1), Verifier.of(1), null, 1, VERIFIER_TARIFF));
    }

    /** One problem whose candidates have a quality, right above its median, with two verifiers; times as in the declared one. */
    private static World numbers() {
        Map<String, QualityVerifier> outcome = new LinkedHashMap<>();
        outcome.put("one", QualityVerifier.of(0.7));
        outcome.put("other", QualityVerifier.of(0.5));
        return new QualityWorld(
                1,
                QualityLaw.STANDARD,
                0,
                OptionalDouble.of(0),
                new QualityPolicy(STEPS, QualityWalk.EVEN, 0, 1, POLICY_TARIFF),
                new QualityVerifiers(
                        outcome,
                        QualityVerifier.of(0.8),
                        new QualityJudge(QualityVerifier.of(0.7), 1, 0),
                        1,
                        VERIFIER_TARIFF));
    }

    /** One problem, p = ½, four wrong answers; three steps a solution, ten seconds each, and a second for a verdict. */
    private static SyntheticWorld declared(Set<Capability> needs) {
        boolean verdicts = needs.contains(Capability.BOOLEAN_VERIFIER);
        Policy able = new Policy(
                        new CountLaw.Constant(STEPS),
                        0,
                        StepProfile.UNIFORM,
                        new Zipf(4, 1),
                        new CountLaw.Constant(0),
                        new CountLaw.Constant(1),
                        POLICY_TARIFF)
                .with(CHAIN)
                .with(MergeLaw.of(0.3, 2));
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0.5), 1),
                needs.contains(Capability.IDEAS)
                        ? able.with(IdeaLaw.of(2))
                        : needs.contains(Capability.READING) ? able.with(READING) : able,
                new Verifiers(
                        verdicts ? Verifier.of(0.9, 0.2) : Verifier.of(1),
                        Verifier.of(1),
                        new Judge(Verifier.of(1), 1, 0),
                        1,
                        VERIFIER_TARIFF));
        return needs.contains(Capability.POLICIES)
                ? world.with(Ensemble.of("small", new NamedPolicy("large", able, new Skill.Own(new Point(0.7)))))
                        .with(SignalLaw.of(0.5))
                : world;
    }

    private static String named(StrategyProvider provider, Map<String, Object> given) {
        StringBuilder text = new StringBuilder(provider.name());
        given.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
        return text.toString();
    }

    private static String trace(StrategyProvider provider) {
        StringBuilder text = new StringBuilder();
        for (Map<String, Object> given : variants(provider)) {
            String variant = named(provider, given);
            if (TWINS.contains(variant)) {
                continue;
            }
            Parameters parameters = Parameters.of(provider.parameters(), given);
            text.append("# ").append(variant).append('\n');
            List<String> calls = new ArrayList<>();
            World world = world(provider.needs(parameters));
            var strategy = provider.create(parameters);
            Outcome outcome = new TrialRunner(world, Budgets.generations(GENERATIONS), 7)
                    .run(
                            session -> {
                                RecordingSession recording = new RecordingSession(session);
                                strategy.run(recording);
                                calls.addAll(recording.calls());
                            },
                            0,
                            TRIALS.getOrDefault(provider.name(), 0))
                    .get(0);
            append(calls, text);
            text.append("=> %s, committed %d; %d steps, %d verifier calls, %d rounds, %d s\n\n"
                    .formatted(
                            outcome.grade().name().toLowerCase(Locale.ROOT),
                            outcome.committed(),
                            outcome.spent()[Resource.STEPS.ordinal()],
                            outcome.spent()[Resource.VERIFIER_CALLS.ordinal()],
                            outcome.spent()[Resource.ROUNDS.ordinal()],
                            outcome.spent()[Resource.LATENCY.ordinal()] / 1_000_000_000));
        }
        return text.toString();
    }

    /** Calls of one method in a row share lines; numbers have few digits, and words of random bits none. */
    private static void append(List<String> calls, StringBuilder text) {
        String before = "";
        int length = 0;
        for (String call : calls) {
            String shown = REAL.matcher(WORD.matcher(call).replaceAll("$1"))
                    .replaceAll(number -> String.format(Locale.ROOT, "%.3f", Double.parseDouble(number.group())))
                    .replace(Integer.toString(Integer.MAX_VALUE), "all");
            String method = call.substring(0, call.indexOf('('));
            if (LOOK_UPS.contains(method)) {
                continue;
            }
            boolean joins = method.equals(before) && length + shown.length() + 2 <= WIDTH;
            text.append(joins ? "; " : length == 0 ? "" : "\n").append(shown);
            length = joins ? length + 2 + shown.length() : shown.length();
            before = method;
        }
        text.append(length == 0 ? "" : "\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void trial_ofEveryVariant_isTheGoldenOne(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        String actual = trace(provider(name));
        if (WRITES) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        Map<String, String> expected = sections(Files.readString(file, StandardCharsets.UTF_8));
        Map<String, String> found = sections(actual);
        assertEquals(expected.keySet(), found.keySet());
        found.forEach((variant, trace) -> assertEquals(expected.get(variant), trace, variant));
    }

    private static Map<String, String> sections(String text) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : text.split("(?m)^# ")) {
            if (!section.isBlank()) {
                sections.put(section.substring(0, section.indexOf('\n')), section);
            }
        }
        return sections;
    }

    /** A trace that is another's as well would show no change of what sets the two apart. */
    @Test
    void traces_ofTwoVariants_differ() {
        Set<String> twins = new TreeSet<>();
        names().forEach(name -> {
            Map<String, String> first = new HashMap<>();
            sections(trace(provider(name))).forEach((variant, trace) -> {
                String other = first.putIfAbsent(trace.substring(variant.length()), variant);
                if (other != null) {
                    twins.add(variant + " = " + other);
                }
            });
        });
        assertEquals(Set.of(), twins);
    }

    @Test
    void twins_areVariantsThatThereAre() {
        Set<String> all = new TreeSet<>();
        names().forEach(name -> variants(provider(name)).forEach(given -> all.add(named(provider(name), given))));
        assertTrue(all.containsAll(TWINS), () -> "of " + all);
    }

    @Test
    void folder_holdsNoOtherTraces() throws IOException {
        assumeFalse(WRITES, "the files are being made");
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    names().map(name -> name + ".txt").collect(Collectors.toSet()),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }
}
