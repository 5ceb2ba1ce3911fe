package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScenarioSummaryTest {

    @Test
    void of_commentOfSeveralParagraphs_takesSentencesAndPaper() {
        assertEquals(
                new ScenarioSummary(
                        "a.yaml",
                        "Verifiers that know nothing: d is 1.5.",
                        "Look for one accuracy, 0.36 vs. 0.4, in all rows.",
                        "A. Author, Title, 2024 (arXiv:2407.21787)."),
                ScenarioSummary.of("a.yaml", """
                        # Verifiers that know nothing: d is
                        # 1.5. (With d: 0, too.) Look for one accuracy, 0.36 vs. 0.4, in all rows. Look no further.
                        #
                        # Why: Look here.
                        #
                        # Paper: A. Author, Title, 2024
                        # (arXiv:2407.21787).
                        name: a
                        # Paper: not this
                        """));
    }

    @Test
    void of_noComment_isEmpty() {
        assertEquals(
                new ScenarioSummary("a.yaml", "", "", ""), ScenarioSummary.of("a.yaml", "name: a\n# Look here.\n"));
    }
}
