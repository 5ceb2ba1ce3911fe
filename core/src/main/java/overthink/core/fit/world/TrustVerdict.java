package overthink.core.fit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import overthink.core.fit.curve.Rule;
import overthink.core.world.Recording;

/**
 * For what a fitted world may be used, by what it gives inside the recorded range: "adequate", "adequate except …", "do not use
 * for …", each with what is off by how much.
 *
 * @param curves one for each rule that could be compared
 * @param unasked what the recording lacks, by rule
 */
public record TrustVerdict(List<CheckedCurve> curves, List<String> unasked) {

    /** Copies the lists. */
    public TrustVerdict {
        curves = List.copyOf(curves);
        unasked = List.copyOf(unasked);
    }

    /** The rules that are compared. */
    static final List<Rule> RULES = List.of(Rule.COVERAGE, Rule.MAJORITY_VOTE, Rule.BEST_OF_N, Rule.WEIGHTED_VOTE);

    /** What cannot be asked of a recording. */
    static List<String> unasked(Recording recording) {
        List<String> unasked = new ArrayList<>();
        for (Rule rule : RULES) {
            Optional<String> lack = rule.lack(recording);
            lack.ifPresent(what -> unasked.add("%s (it needs %s)".formatted(rule.label(), what)));
        }
        return unasked;
    }

    /** The curves of a grade. */
    public List<CheckedCurve> of(CheckedCurve.Grade grade) {
        return curves.stream().filter(curve -> curve.grade() == grade).toList();
    }

    /** Whether every curve that could be compared is adequate. */
    public boolean adequate() {
        return of(CheckedCurve.Grade.ADEQUATE).size() == curves.size();
    }

    /** The verdict in one sentence, without a full stop. */
    public String sentence() {
        List<CheckedCurve> useless = of(CheckedCurve.Grade.USELESS);
        List<CheckedCurve> off = of(CheckedCurve.Grade.OFF);
        List<String> parts = new ArrayList<>();
        if (!useless.isEmpty()) {
            parts.add("do not use for " + listed(useless));
        }
        if (!off.isEmpty()) {
            parts.add((useless.isEmpty() ? "adequate except for " : "beware of ") + listed(off));
        }
        if (parts.isEmpty()) {
            parts.add("adequate for " + String.join(", ", labels()) + " up to " + mostCandidates() + " candidates");
        }
        if (!unasked.isEmpty()) {
            parts.add("never compared: " + String.join(", ", unasked));
        }
        return String.join("; ", parts);
    }

    private List<String> labels() {
        return curves.stream().map(curve -> curve.rule().label()).toList();
    }

    private int mostCandidates() {
        return curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToInt(CheckedPoint::candidates)
                .max()
                .orElse(0);
    }

    private static String listed(List<CheckedCurve> curves) {
        return String.join(", ", curves.stream().map(TrustVerdict::explained).toList());
    }

    private static String explained(CheckedCurve curve) {
        CheckedPoint far = curve.farthest();
        List<String> parts = new ArrayList<>();
        if (curve.leaves()) {
            parts.add(String.format(
                    Locale.ROOT,
                    "off by %+.3f at %d: fitted %.3f, replayed %.3f, error %.3f",
                    far.off(),
                    far.candidates(),
                    far.fitted(),
                    far.replayed(),
                    far.error()));
        }
        if (curve.misplacesPeak()) {
            parts.add(String.format(
                    Locale.ROOT,
                    "best at %d candidates, where the recording's own best, at %d, is better by %.3f",
                    curve.fittedPeak().candidates(),
                    curve.replayedPeak().candidates(),
                    curve.regret()));
        }
        return "%s (%s)".formatted(curve.rule().label(), String.join("; ", parts));
    }
}
