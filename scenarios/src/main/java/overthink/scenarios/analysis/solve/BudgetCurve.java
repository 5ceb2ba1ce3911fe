package overthink.scenarios.analysis.solve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.Experiment;
import overthink.core.results.Results;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.question.AskedComparison;
import overthink.scenarios.analysis.question.AskedExperiment;
import overthink.scenarios.analysis.question.AskedFigure;
import overthink.scenarios.analysis.question.Evidence;
import overthink.scenarios.analysis.question.QuestionException;

/** The gap of a comparison as the budget of those of its figures changes that name none; one run serves many budgets. */
public final class BudgetCurve extends AbstractGapCurve {

    private static final int MOST_TOGETHER = 16;

    /** Fewer than an experiment may have, for the budgets that the question itself names. */
    private static final int MOST_AT_ONCE = Budgets.MOST / 2;

    private final Experiment experiment;
    private final Asking asking;

    /** The curve of an experiment's budget. */
    public BudgetCurve(Experiment experiment, Asking asking) {
        this.experiment = experiment;
        this.asking = asking;
    }

    @Override
    public int together() {
        return MOST_TOGETHER;
    }

    /** What is wrong with a budget; empty when it can be run. */
    public Optional<String> obstacle(double at) {
        return AskedExperiment.refusal(asked(List.of(at)));
    }

    /**
     * The gap as the budget grows without end; empty where nothing says where a curve ends, or the comparison is of other
     * measures than accuracy and coverage.
     */
    public Optional<Answer> endless() {
        try {
            AskedComparison comparison = comparison(Double.POSITIVE_INFINITY);
            Results results = asking.run().apply(AskedExperiment.of(experiment, comparison.figures()));
            return Evidence.of(results).answer(comparison.gap());
        } catch (QuestionException noLimit) {
            return Optional.empty();
        }
    }

    /** What is run for some budgets. */
    public Experiment asked(List<Double> places) {
        Set<AskedFigure> figures = new LinkedHashSet<>();
        places.forEach(at -> figures.addAll(comparison(at).figures()));
        return AskedExperiment.of(experiment, figures);
    }

    /** What is compared at a budget. */
    AskedComparison comparison(double at) {
        return asking.question(asking.names(experiment).budget(at));
    }

    @Override
    public List<LookedPoint> at(List<Double> places) {
        List<LookedPoint> curve = new ArrayList<>();
        for (int from = 0; from < places.size(); from += MOST_AT_ONCE) {
            List<Double> some = places.subList(from, Math.min(places.size(), from + MOST_AT_ONCE));
            Results results = asking.run().apply(asked(some));
            for (double at : some) {
                curve.add(look(comparison(at), results, at));
            }
        }
        return curve;
    }
}
