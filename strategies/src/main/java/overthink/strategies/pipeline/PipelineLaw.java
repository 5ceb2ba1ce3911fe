package overthink.strategies.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.core.api.Element;
import overthink.core.api.Law;
import overthink.core.api.NamedPart;
import overthink.core.api.Parameters;

/** The law of a pipeline that generates once, filters by verdicts, and leaves any one. */
final class PipelineLaw {

    private PipelineLaw() {}

    static Optional<Law> of(Parameters parameters) {
        List<Element> elements = parameters.elements("stages");
        int last = elements.size() - 1;
        if (last < 1 || !elements.get(last).name().equals("random")) {
            return Optional.empty();
        }
        List<Law.Screening> screens = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            Element element = elements.get(i);
            Parameters values = element.parameters(StageKind.of(element).parameters());
            boolean begins = element.name().equals(StageKind.GENERATE);
            if (begins != (i == 0)) {
                return Optional.empty();
            }
            if (begins && !values.name("policy").equals(NamedPart.FIRST)) {
                return Optional.empty();
            }
            if (!begins) {
                if (!element.name().equals("filter") || values.real("threshold") != Filter.VERDICT) {
                    return Optional.empty();
                }
                screens.add(new Law.Screening(
                        values.name("verifier"), values.choice("empty").equals("drop")));
            }
        }
        Element first = elements.get(0);
        long n = first.parameters(StageKind.of(first).parameters()).integer("n");
        return Optional.of(new Law.Screened(screens, parameters.flag("scale") ? Law.UNBOUNDED : n));
    }
}
