package overthink.scenarios.analysis.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.api.RealRange;
import overthink.core.experiment.Experiment;
import overthink.scenarios.analysis.question.AskedComparison;
import overthink.scenarios.analysis.question.AskedExperiment;
import overthink.scenarios.document.Draft;
import overthink.scenarios.document.InvalidScenarioException;

/** The gap of a comparison as one key of a scenario changes: the same world, problems, seed and trials at every value. */
public final class KeyCurve extends AbstractGapCurve {

    private final Draft draft;
    private final String path;
    private final Asking asking;
    private final Map<Double, Experiment> read = new HashMap<>();

    /**
     * The curve of a key.
     *
     * @param draft the scenario
     * @param path of the key
     * @param asking the comparison
     */
    public KeyCurve(Draft draft, String path, Asking asking) {
        this.draft = draft;
        this.path = path;
        this.asking = asking;
    }

    /**
     * What is wrong with the scenario at a value of the key; empty when it can be run.
     *
     * @throws overthink.scenarios.analysis.question.QuestionException when the question names what there is not
     */
    public Optional<String> obstacle(double at) {
        try {
            return AskedExperiment.refusal(experiment(at))
                    .map("%s=%s: %s".formatted(path, RealRange.text(at), "%s")::formatted);
        } catch (InvalidScenarioException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** What is run at a value of the key. */
    Experiment experiment(double at) {
        Experiment known = read.get(at);
        if (known != null) {
            return known;
        }
        Experiment whole = draft.with(List.of(path + "=" + RealRange.text(at))).experiment();
        Experiment asked = AskedExperiment.of(whole, asking.in(whole).figures());
        read.put(at, asked);
        return asked;
    }

    @Override
    public List<LookedPoint> at(List<Double> places) {
        List<LookedPoint> curve = new ArrayList<>();
        for (double at : places) {
            Experiment experiment = experiment(at);
            AskedComparison comparison = asking.in(experiment);
            curve.add(look(comparison, asking.run().apply(experiment), at));
            read.remove(at);
        }
        return curve;
    }
}
