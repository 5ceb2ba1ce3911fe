package overthink.scenarios.results.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import overthink.core.api.Resource;
import overthink.core.estimate.Bin;
import overthink.core.estimate.PerTrial;
import overthink.core.estimate.ProblemFacts;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.scenarios.results.ResultDocument;

/**
 * What the rows of all problems say of each problem: a line for each strategy, budget and problem, from which rows can be paired,
 * binned and resampled elsewhere.
 */
public final class ProblemRows {

    private static final String COST = "cost.";

    private ProblemRows() {}

    /**
     * A line.
     *
     * @param row whose problem it is of
     * @param problem its number, from 0 on; in exact rows over a population one of the nodes of the integral
     * @param p the probability that one candidate is right; {@code NaN} when it is not known
     * @param level the name of its level; empty when it has none
     * @param steps of a whole solution
     * @param weight how much it counts in a mean over problems, in any unit
     * @param trials on it; 0 where its means are known
     * @param means by {@link Quantity#ordinal()}; of {@link Quantity#LENGTH} those over its own answers
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Line(
            Row row, int problem, double p, String level, int steps, double weight, long trials, double[] means) {

        /** A mean; {@code NaN} where it is not known. */
        public double mean(Quantity quantity) {
            return means[quantity.ordinal()];
        }
    }

    /** What lines say in numbers, in order, by what it is called. */
    static List<Field> fields() {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("accuracy", Quantity.ACCURACY),
                new Field("coverage", Quantity.COVERAGE),
                new Field("abstained", Quantity.ABSTAINED),
                new Field("falseAccepted", Quantity.FALSE_ACCEPTED),
                new Field("utility", Quantity.UTILITY)));
        for (Resource resource : Resource.values()) {
            fields.add(new Field(COST + JsonFields.name(resource), Quantity.of(resource)));
        }
        fields.add(new Field("correct", Quantity.CORRECT));
        fields.add(new Field("distinct", Quantity.DISTINCT));
        fields.add(new Field("length", Quantity.LENGTH));
        return fields;
    }

    /** A mean by its name. */
    record Field(String name, Quantity quantity) {

        /** Whether it is what is spent. */
        boolean cost() {
            return name.startsWith(COST);
        }
    }

    /** Shows the lines of some results, row by row; none of rows whose problems are not known. */
    public static void each(ResultDocument document, Consumer<Line> reader) {
        for (int i = 0; i < document.samples().size(); i++) {
            Row row = document.rows().get(i);
            if (row.bin().equals(Bin.ALL)) {
                each(row, document.samples().get(i), reader);
            }
        }
    }

    private static void each(Row row, Sample sample, Consumer<Line> reader) {
        long trials = Arrays.stream(sample.trials()).sum();
        ProblemFacts facts = sample.facts();
        int[] problems = sample.problems();
        for (int index = 0; index < problems.length; index++) {
            int problem = problems[index];
            double[] means = new double[Quantity.COUNT];
            sample.means(index, means);
            means[Quantity.LENGTH.ordinal()] = length(row, means);
            reader.accept(new Line(
                    row,
                    problem,
                    facts.p(problem),
                    facts.level(problem),
                    facts.steps(problem),
                    sample.weight(index),
                    trials,
                    means));
        }
    }

    /**
     * The length over a problem's own answers. A sample has the part of the ratio over all problems, L + (t − L·a)/ā, of which t
     * and a are the problem's tokens committed and answers per trial; this is t/a.
     */
    private static double length(Row row, double[] means) {
        PerTrial all = row.perTrial();
        double answered = 1 - means[Quantity.ABSTAINED.ordinal()];
        double part = means[Quantity.LENGTH.ordinal()] - all.length().value();
        return answered > 0 ? all.length().value() + part * (1 - row.abstained()) / answered : Double.NaN;
    }
}
