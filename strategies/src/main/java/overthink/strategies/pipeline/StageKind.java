package overthink.strategies.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import overthink.core.api.Capability;
import overthink.core.api.Element;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;

/**
 * A kind of stage: how it is written, what it asks of a world, and how it is made.
 *
 * @param name in scenarios
 * @param description one sentence without a final stop
 * @param parameters in order
 * @param able what the world, or the policy or verifier that it names, must be able to do
 * @param fewest name of the parameter of which there must be as many candidates; empty when there is none
 * @param maker makes the stage
 */
record StageKind(
        String name,
        String description,
        List<ParameterSpec> parameters,
        Function<Parameters, Set<Capability>> able,
        String fewest,
        Function<Parameters, PipelineStage> maker) {

    private static final ParameterSpec POLICY =
            ParameterSpec.name("policy", NamedPart.FIRST, "the policy that does it; first: the world's first");
    private static final ParameterSpec VERIFIER =
            ParameterSpec.name("verifier", NamedPart.FIRST, "the verifier that is asked; first: the world's first");

    /** The kind that every pipeline begins with. */
    static final String GENERATE = "generate";

    /** The kinds, in the order of their use. */
    static final List<StageKind> ALL = List.of(
            new StageKind(
                    GENERATE,
                    "adds candidates, side by side",
                    List.of(ParameterSpec.integer("n", 1, 1, 1_000_000, "how many, before they are scaled"), POLICY),
                    values -> Set.of(),
                    "",
                    values -> new Generate(values.intValue("n"), values.name("policy"))),
            new StageKind(
                    "filter",
                    "leaves those that a verifier accepts",
                    List.of(
                            VERIFIER,
                            ParameterSpec.real(
                                    "threshold",
                                    Filter.VERDICT,
                                    0,
                                    1,
                                    "the least score, as a probability, that is accepted; 0: the verdict of a Boolean verifier"),
                            ParameterSpec.choice(
                                    "empty",
                                    List.of("keep", "drop"),
                                    "what is left where none is accepted: all, or nothing")),
                    values -> values.real("threshold") == Filter.VERDICT
                            ? Set.of(Capability.OUTCOME_VERIFIER, Capability.BOOLEAN_VERIFIER)
                            : Set.of(Capability.OUTCOME_VERIFIER),
                    "",
                    values -> new Filter(
                            values.name("verifier"),
                            values.real("threshold"),
                            values.choice("empty").equals("drop"))),
            new StageKind(
                    "keep",
                    "leaves those that score best, the first of equals",
                    List.of(ParameterSpec.integer("n", 1, 1, 1_000_000, "how many; not scaled"), VERIFIER),
                    values -> Set.of(Capability.OUTCOME_VERIFIER),
                    "n",
                    values -> new Keep(values.name("verifier"), values.intValue("n"))),
            new StageKind(
                    "revise",
                    "has a policy revise each",
                    List.of(
                            ParameterSpec.integer("rounds", 1, 1, 1000, "how often"),
                            ParameterSpec.flag("told", false, "whether the policy is told that the candidate is wrong"),
                            POLICY),
                    values -> Set.of(Capability.CHAIN),
                    "",
                    values -> new ReviseEach(values.intValue("rounds"), values.flag("told"), values.name("policy"))),
            new StageKind(
                    "merge",
                    "has a policy make candidates of several each",
                    List.of(
                            ParameterSpec.integer("n", 1, 1, 1_000_000, "how many are made; not scaled"),
                            ParameterSpec.integer(
                                    "group", Merge.ALL, 0, 1_000_000, "of how many each, drawn at random; 0: of all"),
                            POLICY),
                    values -> Set.of(Capability.MERGE),
                    "group",
                    values -> new Merge(values.intValue("n"), values.intValue("group"), values.name("policy"))),
            new StageKind(
                    "vote",
                    "leaves one of the answer that most give, of equals the one seen first",
                    List.of(),
                    values -> Set.of(Capability.ANSWERS),
                    "",
                    values -> new Vote()),
            new StageKind(
                    "best",
                    "leaves the one that scores best, the first of equals",
                    List.of(VERIFIER),
                    values -> Set.of(Capability.OUTCOME_VERIFIER),
                    "",
                    values -> new Best(values.name("verifier"))),
            new StageKind(
                    "judge",
                    "leaves the one that wins a knockout before the judge",
                    List.of(),
                    values -> Set.of(Capability.JUDGE),
                    "",
                    values -> new Judging()),
            new StageKind(
                    "random",
                    "leaves any one, each with the same chance",
                    List.of(),
                    values -> Set.of(),
                    "",
                    values -> new RandomChoice()));

    /** The kind of an element. */
    static StageKind of(Element element) {
        return ALL.stream()
                .filter(kind -> kind.name.equals(element.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no stage " + element.name()));
    }

    /** How it is written in a list. */
    ParameterSpec.Item item() {
        return new ParameterSpec.Item(name, parameters, description);
    }

    /** The policy or verifier that an element names, with what it must be able to do. */
    Optional<NamedPart> names(Parameters values) {
        for (NamedPart.Part part : NamedPart.Part.values()) {
            if (parameters.stream().anyMatch(spec -> spec.name().equals(part.label()))) {
                return Optional.of(new NamedPart(part, values.name(part.label()), able.apply(values)));
            }
        }
        return Optional.empty();
    }

    /** Why an element does not fit after what is before it. */
    Optional<String> misfit(Parameters values, Extent before) {
        if (!name.equals(GENERATE) && before.size() == 0) {
            return Optional.of("has nothing to work on: the first stage must be " + GENERATE);
        }
        if (!fewest.isEmpty() && values.integer(fewest) > before.size()) {
            return Optional.of("needs %s (%d) of at most the %d candidates that there are before it"
                    .formatted(fewest, values.integer(fewest), before.size()));
        }
        return Optional.empty();
    }
}
