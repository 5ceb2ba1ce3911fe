package overthink.scenarios.analysis.plan;

import java.util.List;
import java.util.Optional;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;

/** What the best of each bin gain together over the best one for all. */
final class Envelopes {

    private Envelopes() {}

    /** Empty where nothing is chosen for all or for some bin. */
    static Optional<Plan.Envelope> of(View view, PlannedChoice choice, List<PlannedChoice> bins) {
        if (bins.isEmpty()
                || choice.chosen().isEmpty()
                || bins.stream().anyMatch(bin -> bin.chosen().isEmpty())) {
            return Optional.empty();
        }
        Entrant one = choice.chosen().get();
        double all = weight(one.sample(view.bin()));
        double value = 0;
        double gain = 0;
        double here = 0;
        double beyond = 0;
        for (PlannedChoice bin : bins) {
            Entrant best = bin.chosen().get();
            Row row = best.row(bin.view().bin());
            double weight = weight(best.sample(bin.view().bin())) / all;
            PairedDifference lead = view.objective().lead(best, one, bin.view().bin());
            value += weight * view.objective().value(row);
            if (!best.configuration().equals(one.configuration())) {
                gain += weight * lead.difference();
                here += square(best.exact() && one.exact() ? 0 : weight * lead.stdError());
                beyond += square(weight * lead.populationStdError());
            }
        }
        return Optional.of(new Plan.Envelope(value, gain, Math.sqrt(here), Math.sqrt(beyond)));
    }

    /** How much the problems of a bin count together. */
    private static double weight(Sample sample) {
        double sum = 0;
        for (int i = 0; i < sample.problems().length; i++) {
            sum += sample.weight(i);
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
