package overthink.scenarios.analysis.power;

import overthink.core.api.Capability;
import overthink.core.estimate.Bin;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.run.PairedRun;
import overthink.scenarios.analysis.question.AskedFigure;
import overthink.scenarios.analysis.question.Names;
import overthink.scenarios.analysis.question.QuestionParser;
import overthink.scenarios.analysis.question.WrittenFigure;
import overthink.scenarios.expectation.Measure;

/**
 * One of the two strategies that are compared.
 *
 * @param label as it is asked for, such as best-of-n@16
 * @param side the strategy and its budget
 */
public record Contender(String label, PairedRun.Side side) {

    /**
     * The strategy that a figure names, under its budget, or the largest of the experiment.
     *
     * @param text such as {@code best-of-n@16}
     * @throws IllegalArgumentException when it names none, or anything but the accuracy on all problems under a budget
     */
    public static Contender of(String text, Experiment experiment) {
        WrittenFigure written = QuestionParser.figure(text);
        AskedFigure figure = Names.of(experiment).anyBudget().resolve(written);
        if (figure.measure() != Measure.ACCURACY || !figure.row().bin().equals(Bin.ALL) || figure.limit()) {
            throw new IllegalArgumentException(
                    "'%s': the test is of accuracy on all problems under a budget, such as %s@16"
                            .formatted(text, figure.row().strategy()));
        }
        ConfiguredStrategy strategy = experiment.strategies().stream()
                .filter(one -> one.name().equals(figure.row().strategy())
                        && one.given().equals(figure.row().parameters()))
                .findFirst()
                .orElseThrow();
        return new Contender(
                figure.toString(), new PairedRun.Side(strategy, figure.row().budget()));
    }

    /** Whether it chooses from whole candidates, which another strategy may be given as well. */
    boolean choosesFromWholeCandidates() {
        return !side.strategy().needs().contains(Capability.STEPS);
    }

    @Override
    public String toString() {
        return label;
    }
}
