package overthink.strategies.pipeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Element;
import overthink.core.api.Law;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Pipeline} as {@code pipeline}. */
public final class PipelineProvider implements StrategyProvider {

    private static final int MOST = 64;

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public String summary() {
        return "Stages that turn a set of candidates into another: generate, filter, keep, revise, merge; then one answers.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.list(
                        "stages",
                        List.of(new Element("generate", Map.of("n", 8L)), Element.of("random")),
                        1,
                        MOST,
                        StageKind.ALL.stream().map(StageKind::item).toList(),
                        "what is done, in order; the first generates, and the last leaves one candidate"),
                ParameterSpec.flag(
                        "scale",
                        true,
                        "whether the n of all that is generated grow and shrink alike with the budget; else it runs as stated"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        List<PipelineStage> stages = new ArrayList<>();
        List<Element> elements = parameters.elements("stages");
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            StageKind kind = StageKind.of(element);
            Parameters values = element.parameters(kind.parameters());
            Extent before = new Pipeline(stages, false).stated();
            int number = i + 1;
            kind.misfit(values, before).ifPresent(why -> {
                throw new IllegalArgumentException("stage %d, %s, %s".formatted(number, kind.name(), why));
            });
            stages.add(kind.maker().apply(values));
        }
        Pipeline pipeline = new Pipeline(stages, parameters.flag("scale"));
        long left = pipeline.stated().size();
        if (left != 1) {
            throw new IllegalArgumentException(
                    "the last stage, %s, leaves %d candidates, and one must answer. Maybe add: vote, best, judge or random"
                            .formatted(elements.get(elements.size() - 1).name(), left));
        }
        return pipeline;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        Set<Capability> needs = EnumSet.noneOf(Capability.class);
        for (Element element : parameters.elements("stages")) {
            StageKind kind = StageKind.of(element);
            Parameters values = element.parameters(kind.parameters());
            Set<Capability> able = EnumSet.noneOf(Capability.class);
            able.addAll(kind.able().apply(values));
            if (kind.names(values)
                    .filter(part -> !part.name().equals(NamedPart.FIRST))
                    .isPresent()) {
                // what a named one must be able to do is asked of that one
                able.retainAll(Set.of(Capability.OUTCOME_VERIFIER));
            }
            needs.addAll(able);
        }
        return needs;
    }

    @Override
    public List<NamedPart> names(Parameters parameters) {
        List<NamedPart> names = new ArrayList<>();
        for (Element element : parameters.elements("stages")) {
            StageKind kind = StageKind.of(element);
            kind.names(element.parameters(kind.parameters())).ifPresent(names::add);
        }
        return names;
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return PipelineLaw.of(parameters);
    }
}
