package overthink.scenarios.analysis.solve;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import overthink.core.experiment.Experiment;
import overthink.core.results.Results;
import overthink.scenarios.analysis.question.AskedComparison;
import overthink.scenarios.analysis.question.Names;
import overthink.scenarios.analysis.question.WrittenComparison;

/**
 * What is asked, and how it is found out.
 *
 * @param question the comparison
 * @param names what else is known of its names: the strategy and the budget of figures that have none
 * @param run runs an experiment
 */
public record Asking(WrittenComparison question, UnaryOperator<Names> names, Function<Experiment, Results> run) {

    /**
     * What the comparison is of in an experiment.
     *
     * @throws overthink.scenarios.analysis.question.QuestionException when it names what there is not
     */
    public AskedComparison in(Experiment experiment) {
        return question(names(experiment));
    }

    Names names(Experiment experiment) {
        return names.apply(Names.of(experiment).anyBudget());
    }

    AskedComparison question(Names known) {
        return known.resolve(question);
    }
}
