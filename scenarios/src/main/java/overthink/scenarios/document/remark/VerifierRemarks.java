package overthink.scenarios.document.remark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import overthink.core.exact.selection.WithinProblemAuc;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Variation;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.world.Verifiers;

/** What follows of a world's verifiers and is not written in the scenario: the AUC within a problem, and what to beware of. */
public final class VerifierRemarks {

    private final List<Remark> remarks = new ArrayList<>();
    private List<String> levels = List.of();

    /** A verifier, and the area within problems of a low and of a high p: of 0 and 1, or 0.1 and 0.9 where d goes to the ends of the line. */
    private record Remark(String name, Verifier verifier, double low, double high, double hard, double easy) {

        boolean belowChance() {
            return verifier.scoring().belowChance() || Math.min(hard, easy) < 0.5;
        }

        String area() {
            String atHard = digits(hard);
            String atEasy = digits(easy);
            return atHard.equals(atEasy)
                    ? atHard
                    : "%s at p = %s to %s at p = %s".formatted(atHard, p(low), atEasy, p(high));
        }

        private static String p(double p) {
            return p == Math.rint(p) ? Long.toString((long) p) : Double.toString(p);
        }

        String distance() {
            if (!(verifier.scoring() instanceof Scoring.Graded graded)) {
                return "";
            }
            Sensitivity d = graded.sensitivity();
            String trend = d.trend().constant()
                    ? ", d %s".formatted(digits(d.hard()))
                    : ", d %s at p = %s to %s at p = %s"
                            .formatted(digits(d.at(low)), p(low), digits(d.at(high)), p(high));
            if (d.spread().none()) {
                return trend;
            }
            String deviation = digits(d.spread().deviation());
            return trend
                    + (d.spread() instanceof Sensitivity.Spread.Normal
                            ? " ± %s from problem to problem".formatted(deviation)
                            : " times e^(± %s) from problem to problem".formatted(deviation));
        }

        private static String digits(double number) {
            return String.format(Locale.ROOT, "%.3f", number);
        }
    }

    /** Of a world; there are none of verifiers that no law declares. */
    public VerifierRemarks(World any) {
        if (!(any instanceof SyntheticWorld world)) {
            return;
        }
        Verifiers verifiers = world.verifiers();
        levels = world.levels();
        int steps = (int) Math.max(1, Math.round(world.policy().steps().mean()));
        if (verifiers.panel().size() > 0) {
            verifiers.panel().members().forEach(one -> add("outcome." + one.name(), one.verifier(), 1));
        } else {
            add("outcome", verifiers.outcome(), 1);
        }
        add("process", verifiers.process(), steps);
        Judge judge = verifiers.judge();
        add("judge", judge == null ? null : judge.latent(), 1);
    }

    private void add(String name, @Nullable Verifier verifier, int steps) {
        if (verifier != null && verifier.variations().stream().anyMatch(Variation.Level.class::isInstance)) {
            for (int i = 0; i < levels.size(); i++) {
                add("%s (level %s)".formatted(name, levels.get(i)), verifier.at(0.5, i, 1), steps);
            }
        } else if (verifier != null && verifier.variations().stream().anyMatch(Variation.Depth.class::isInstance)) {
            add(name + " (first step)", verifier.at(0.5, 0, 0), steps);
            add(name + " (last step)", verifier.at(0.5, 0, 1), steps);
        } else if (verifier != null) {
            WithinProblemAuc within = new WithinProblemAuc(verifier, steps);
            boolean unbounded = verifier.scoring() instanceof Scoring.Graded graded
                    && graded.sensitivity().trend() instanceof Sensitivity.Trend.Logit;
            double low = unbounded ? 0.1 : 0;
            remarks.add(new Remark(name, verifier, low, 1 - low, within.at(low), within.at(1 - low)));
        }
    }

    /** The AUC within a problem of each verifier, in one sentence; empty when there is none. */
    public String areas() {
        if (remarks.isEmpty()) {
            return "";
        }
        return "Within a problem a right candidate scores above a wrong one with probability (AUC) "
                + String.join(
                        ", ",
                        remarks.stream()
                                .map(remark -> "%s (%s)".formatted(remark.area(), remark.name()))
                                .toList())
                + ".";
    }

    /** What to beware of. */
    public List<String> cautions() {
        return remarks.stream()
                .filter(Remark::belowChance)
                .map(remark ->
                        ("world.verifier.%s is below chance: within a problem a right candidate scores above a wrong"
                                        + " one with probability %s; it does not know it, and selection by it does harm")
                                .formatted(remark.name(), remark.area()))
                .toList();
    }

    /** Everything, a line each. */
    public List<String> all() {
        Stream<String> areas = remarks.stream()
                .map(remark -> "world.verifier.%s: AUC within a problem %s%s"
                        .formatted(remark.name(), remark.area(), remark.distance()));
        return Stream.concat(areas, cautions().stream().map("note: "::concat)).toList();
    }
}
