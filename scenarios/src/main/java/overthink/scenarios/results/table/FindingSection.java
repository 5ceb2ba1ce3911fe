package overthink.scenarios.results.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.text.Amount;

/** The part of a page that says whether a scenario's expectations were met. */
final class FindingSection {

    private static final String MET = "met    ";
    private static final String UNMET = "UNMET  ";

    /** More rows than these that meet one entry of the expectations are not all listed. */
    private static final int MOST_MET = 4;

    private final TableStyle style;

    FindingSection(TableStyle style) {
        this.style = style;
    }

    /** Prints the findings, if there are some. */
    void print(List<Finding> findings, StringBuilder text) {
        if (findings.isEmpty()) {
            return;
        }
        long met = findings.stream().filter(Finding::met).count();
        text.append('\n')
                .append(style.paragraph("%s, %s met"
                        .formatted(
                                Amount.of(findings.size(), "expectation"),
                                met == findings.size() ? "all" : met + " of them")));
        findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.expectation().entry(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(entry -> entry(entry, text));
    }

    /** The findings of one entry; of many that were met only the first. */
    private void entry(List<Finding> findings, StringBuilder text) {
        List<Finding> met = findings.stream().filter(Finding::met).toList();
        int shown = met.size() <= MOST_MET ? met.size() : 1;
        met.stream().limit(shown).forEach(finding -> text.append(line(MET, finding.sentence())));
        if (shown < met.size()) {
            text.append(line(MET, "and %d more".formatted(met.size() - shown)));
        }
        findings.stream()
                .filter(finding -> !finding.met())
                .forEach(finding -> text.append(line(UNMET, finding.sentence())));
    }

    private String line(String label, String sentence) {
        return Paragraph.of(label, sentence, label.length(), style.width());
    }
}
