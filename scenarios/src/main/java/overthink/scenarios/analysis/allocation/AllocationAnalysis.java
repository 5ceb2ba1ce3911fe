package overthink.scenarios.analysis.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import overthink.core.api.Resource;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.exact.allocation.BudgetSplit;
import overthink.core.exact.allocation.ConcaveEnvelope;
import overthink.core.exact.allocation.RightAnswers;
import overthink.core.experiment.Experiment;
import overthink.core.model.DrawnWorld;
import overthink.core.results.Results;

/**
 * The best splits of average budgets over the problems of a run. A split may put problems at any of the budgets that have rows, and
 * at none; what a problem spends there is the mean of what its trials spent.
 */
public final class AllocationAnalysis {

    private final AllocationQuestion question;
    private final Resource resource;
    private final List<Double> budgets;
    private final double[] ease;
    private final List<AllocationRow> rows = new ArrayList<>();

    private AllocationAnalysis(AllocationQuestion question, Experiment experiment) {
        this.question = question;
        resource = experiment.budgets().resource();
        budgets = experiment.budgets().values();
        DrawnWorld drawn = experiment.world().draw(experiment.seed());
        ease = IntStream.range(0, drawn.size()).mapToDouble(drawn::p).toArray();
    }

    /**
     * The splits of every strategy's budgets, of all strategies together where there are several, and of what right answers cost;
     * strategy by strategy, for each budget in the order of the correlations.
     *
     * @param results of the experiment, on all of its problems
     */
    public static List<AllocationRow> of(AllocationQuestion question, Experiment experiment, Results results) {
        AllocationAnalysis analysis = new AllocationAnalysis(question, experiment);
        Map<Candidate, List<Integer>> places = new LinkedHashMap<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < results.rows().size(); i++) {
            Row row = results.rows().get(i);
            if (row.bin().equals(Bin.ALL)) {
                Candidate candidate = new Candidate(row.strategy(), row.parameters(), Candidate.Kind.STRATEGY);
                places.computeIfAbsent(candidate, key -> new ArrayList<>()).add(i);
                all.add(i);
            }
        }
        places.forEach((candidate, own) -> analysis.add(candidate, results, own));
        if (places.size() > 1) {
            analysis.add(Candidate.ANY_STRATEGY, results, all);
        }
        question.rightAnswers().ifPresent(analysis::add);
        return analysis.rows;
    }

    private void add(Candidate candidate, Results results, List<Integer> places) {
        List<Row> own = places.stream().map(results.rows()::get).toList();
        List<Sample> samples = places.stream().map(results.samples()::get).toList();
        Curves curves = new Curves(own, samples, question.measure(), resource);
        List<KnownClasses> known = question.correlations().stream()
                .map(r -> KnownClasses.of(ease, r, question.classes()))
                .toList();
        for (double budget : budgets) {
            int fixed = fixed(curves, budget);
            double average = candidate.kind() == Candidate.Kind.ANY ? budget : mean(curves.costs(fixed));
            for (KnownClasses classes : known) {
                rows.add(new PointSplit(curves, classes, fixed, average).row(candidate, budget));
            }
        }
    }

    /** The best point under a budget that is the same for all problems. */
    private static int fixed(Curves curves, double budget) {
        int best = -1;
        for (int point = 0; point < curves.points(); point++) {
            if (curves.row(point).budget() == budget
                    && (best < 0 || mean(curves.values(point)) > mean(curves.values(best)))) {
                best = point;
            }
        }
        return best;
    }

    /** Right answers of every problem: the cap differs from problem to problem, or is the same for all. */
    private void add(RightAnswers answers) {
        double[][] drawn = new double[ease.length][];
        double[][] right = new double[ease.length][];
        for (int i = 0; i < ease.length; i++) {
            drawn[i] = answers.drawn(ease[i]);
            right[i] = answers.right(ease[i]);
        }
        ConcaveEnvelope uniform = envelope(KnownClasses.of(ease, 0, OptionalInt.of(1)), 0, drawn, right, answers.cap());
        for (double budget : budgets) {
            for (double correlation : question.correlations()) {
                KnownClasses known = KnownClasses.of(ease, correlation, question.classes());
                double[] weights = IntStream.range(0, known.size())
                        .mapToDouble(known::weight)
                        .toArray();
                List<ConcaveEnvelope> envelopes = IntStream.range(0, known.size())
                        .mapToObj(one -> envelope(known, one, drawn, right, answers.cap()))
                        .toList();
                BudgetSplit split = BudgetSplit.of(weights, envelopes, budget);
                List<AllocationRow.ClassShare> shares = new ArrayList<>();
                for (int one = 0; one < (known.classes() > 0 ? known.size() : 0); one++) {
                    int vertex = split.vertex(one);
                    double share = split.share(one);
                    shares.add(new AllocationRow.ClassShare(
                            weights[one],
                            split.cost(one),
                            cap(envelopes.get(one), vertex),
                            share > 0 ? cap(envelopes.get(one), vertex + 1) : "",
                            share));
                }
                rows.add(new AllocationRow(
                        Candidate.COLLECTED,
                        Candidate.COLLECTED.strategy(),
                        budget,
                        split.spent(),
                        correlation,
                        known.classes(),
                        uniform.at(budget),
                        split.value(),
                        0,
                        Double.NaN,
                        false,
                        shares));
            }
        }
    }

    private static String cap(ConcaveEnvelope envelope, int vertex) {
        return envelope.point(vertex) <= 0 ? "" : "cap " + envelope.point(vertex);
    }

    private static ConcaveEnvelope envelope(KnownClasses known, int one, double[][] drawn, double[][] right, int cap) {
        double[] costs = new double[cap + 1];
        double[] values = new double[cap + 1];
        double weight = known.weight(one) * drawn.length;
        double[] members = known.members()[one];
        for (int i = 0; i < drawn.length; i++) {
            for (int n = 0; n <= cap && members[i] > 0; n++) {
                costs[n] += members[i] / weight * drawn[i][n];
                values[n] += members[i] / weight * right[i][n];
            }
        }
        return ConcaveEnvelope.of(costs, values);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
