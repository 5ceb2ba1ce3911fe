package overthink.scenarios.results.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.LiteratureClaim;

/**
 * What a run says of a claim of the literature.
 *
 * @param scenario that looks at it
 * @param file of the scenario
 * @param claim the claim
 * @param findings what became of each expectation
 * @param seconds that the run took
 */
public record ClaimResult(String scenario, String file, LiteratureClaim claim, List<Finding> findings, double seconds) {

    /** Copies the list. */
    public ClaimResult {
        findings = List.copyOf(findings);
    }

    /**
     * A published figure beside what the rows say.
     *
     * @param published as it was published
     * @param findings of the expectation that it belongs to, at least one
     */
    public record PublishedFigure(String published, List<Finding> findings) {

        /** Copies the list. */
        public PublishedFigure {
            findings = List.copyOf(findings);
        }

        /** What the rows say: the first sentence that is not as expected, else the first. */
        public String ours() {
            Finding told = findings.stream()
                    .filter(finding -> !finding.met())
                    .findFirst()
                    .orElse(findings.get(0));
            int others = findings.size() - 1;
            return told.sentence()
                    + (others == 0 ? "" : "; and %d more %s".formatted(others, others == 1 ? "row" : "rows"));
        }

        /** Whether the rows say what was expected. */
        public boolean met() {
            return findings.stream().allMatch(Finding::met);
        }
    }

    /** The published figures, in the order of the scenario's expectations. */
    public List<PublishedFigure> figures() {
        Map<Integer, List<Finding>> entries = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (!finding.expectation().published().isEmpty()) {
                entries.computeIfAbsent(finding.expectation().entry(), entry -> new ArrayList<>())
                        .add(finding);
            }
        }
        return entries.values().stream()
                .map(entry -> new PublishedFigure(entry.get(0).expectation().published(), entry))
                .toList();
    }

    /** How many expectations are met. */
    public int met() {
        return (int) findings.stream().filter(Finding::met).count();
    }

    /** Whether all are. */
    public boolean holds() {
        return met() == findings.size();
    }
}
