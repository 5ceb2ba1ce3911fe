package overthink.scenarios.document.remark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import overthink.core.api.Resource;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Experiment;
import overthink.core.law.difficulty.Empirical;
import overthink.core.model.RecordedWorld;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Verifiers;
import overthink.scenarios.text.Amount;

/** What numbers of measured problems stand for, and what their errors leave out. */
public final class MeasuredRemarks {

    private final Experiment experiment;
    private final boolean recorded;
    private final boolean replacement;
    /** Whether some verifier is declared beside problems whose p is counted. */
    private final boolean verifierDeclared;
    /** The least and the most candidates that a problem's p is counted of; 0 when it is not. */
    private final long fewest;

    private final long most;

    /** Of an experiment. */
    public MeasuredRemarks(Experiment experiment) {
        this.experiment = experiment;
        recorded = experiment.world() instanceof RecordedWorld;
        replacement = experiment.world() instanceof RecordedWorld world && world.replacement();
        if (experiment.world() instanceof SyntheticWorld world
                && world.problems().law() instanceof Empirical list) {
            long[] counts = LongStream.range(0, list.size())
                    .map(i -> list.n((int) i))
                    .sorted()
                    .toArray();
            fewest = counts[0];
            most = fewest == Empirical.UNCOUNTED ? 0 : counts[counts.length - 1];
            verifierDeclared = fewest > 0 && declares(world.verifiers());
        } else {
            fewest = 0;
            most = 0;
            verifierDeclared = false;
        }
    }

    private static boolean declares(Verifiers verifiers) {
        return verifiers.outcome() != null || verifiers.process() != null || verifiers.judge() != null;
    }

    private String each() {
        return fewest == most
                ? "%,d recorded candidates".formatted(fewest)
                : "%,d to %,d recorded candidates".formatted(fewest, most);
    }

    /** What to beware of. */
    public List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        if (fewest == 0) {
            return cautions;
        }
        long budget = mostCandidates();
        if (budget > fewest) {
            cautions.add(
                    ("budgets go up to %,d candidates, and p of a problem is the share of right ones among %s: beyond these"
                                    + " the numbers leave the file and hang on that estimate, by which a problem without a"
                                    + " right one is never solved")
                            .formatted(budget, each()));
        }
        return cautions;
    }

    private long mostCandidates() {
        Resource resource = experiment.budgets().resource();
        if (resource != Resource.GENERATIONS && resource != Resource.STEPS) {
            return 0;
        }
        return experiment
                .budgets()
                .candidates(experiment.budgets().size() - 1, experiment.world().fewestSteps());
    }

    /** What the rows are of and what ± leaves out, in a few sentences; empty when nothing was measured. */
    public String underTable(List<Row> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        if (recorded) {
            return rows.stream().noneMatch(row -> row.method() == Method.EXACT)
                    ? ""
                    : "Exact of the candidates recorded for these %s: the mean over all orders in which they can be drawn%s."
                            .formatted(
                                    Amount.of(rows.get(0).problems(), "problem"),
                                    replacement ? ", any of them again" : "");
        }
        if (fewest == 0) {
            return "";
        }
        return ("p of each problem is the share of right ones among %s. Coverage of strategies that draw all their"
                        + " candidates at once is pass@k of these, without bias as far as they go; all other numbers take p for"
                        + " known: neither ± nor exact includes that it is estimated%s.")
                .formatted(each(), verifierDeclared ? ", or that the verifier is declared and was not measured" : "");
    }
}
