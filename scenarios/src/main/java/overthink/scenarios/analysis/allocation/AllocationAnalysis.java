package overthink.scenarios.analysis.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import overthink.core.api.Resource;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
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
    private final List<KnownClasses> known;
    private final List<AllocationRow> rows = new ArrayList<>();

    private AllocationAnalysis(AllocationQuestion question, Experiment experiment, double[] ease) {
        this.question = question;
        resource = experiment.budgets().resource();
        budgets = experiment.budgets().values();
        known = question.correlations().stream()
                .map(r -> KnownClasses.of(ease, r, question.classes()))
                .toList();
    }

    /**
     * The splits of every strategy's budgets, of all strategies together where there are several, and of what right answers cost;
     * strategy by strategy, for each budget in the order of the correlations.
     *
     * @param results of the experiment, on all of its problems
     */
    public static List<AllocationRow> of(AllocationQuestion question, Experiment experiment, Results results) {
        DrawnWorld drawn = experiment.world().draw(experiment.seed());
        double[] ease = IntStream.range(0, drawn.size()).mapToDouble(drawn::p).toArray();
        AllocationAnalysis analysis = new AllocationAnalysis(question, experiment, ease);
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
        question.rightAnswers()
                .ifPresent(answers ->
                        analysis.rows.addAll(new CollectedSplit(answers, ease, analysis.known).rows(analysis.budgets)));
        return analysis.rows;
    }

    private void add(Candidate candidate, Results results, List<Integer> places) {
        List<Row> own = places.stream().map(results.rows()::get).toList();
        List<Sample> samples = places.stream().map(results.samples()::get).toList();
        Curves curves = new Curves(own, samples, question.measure(), resource);
        List<PointSplit> splits =
                known.stream().map(one -> new PointSplit(curves, one)).toList();
        for (double budget : budgets) {
            int fixed = fixed(curves, budget);
            double average = candidate.kind() == Candidate.Kind.ANY ? budget : mean(curves.costs(fixed));
            splits.forEach(split -> rows.add(split.row(candidate, budget, fixed, average)));
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

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
