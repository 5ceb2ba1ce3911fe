package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.scenarios.chart.ShareData;

class MoneyPicturesTest {

    private static ReportRow row(String strategy, double budget, String key, Map<String, Object> told) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("strategy", strategy);
        fields.put("bin", "all");
        fields.put("budget", Double.toString(budget));
        fields.put("accuracy", "0.5");
        fields.put("cost", Map.of("usd", "2"));
        fields.put(key, Map.of("usd", told));
        return ReportRow.of(0, new StoredObject(fields));
    }

    private static Map<String, Object> parts(String read, String generated, String verified) {
        return Map.of(
                "read", Map.of("policy", read),
                "generated", Map.of("policy", generated),
                "verified", Map.of("outcome", verified));
    }

    private static ShareData only(List<ReportRow> rows) {
        List<Picture> pictures = MoneyPictures.of(rows);
        assertEquals(1, pictures.size());
        return ((Picture.Shares) pictures.get(0)).data();
    }

    @Test
    void of_onePolicyAndVerifier_tellsWhatTheGreatestBudgetGoesFor() {
        List<ReportRow> rows = List.of(
                row("a", 4, "costParts", parts("0", "1.5", "0.5")), row("a", 2, "costParts", parts("0", "1", "1")));
        ShareData data = only(rows);
        assertEquals(
                List.of(new ShareData.Part("tokens generated", 0), new ShareData.Part("verification", 1)),
                data.parts());
        assertEquals("a at 4", data.bars().get(0).label());
        assertEquals(List.of(1.5, .5), data.bars().get(0).amounts());
        assertEquals(
                List.of("strategy", "in all", "tokens generated %", "verification %"),
                MoneyPictures.of(rows).get(0).table().headers());
        assertEquals(
                List.of(List.of("a at 4", "2 dollars", "75.0", "25.0")),
                MoneyPictures.of(rows).get(0).table().lines());
    }

    /** What a policy and a verifier get in all, with errors, is read and not made from the parts again. */
    @Test
    void table_whereErrorsAreTold_hasThem() {
        Map<String, Object> fields =
                new LinkedHashMap<>(Map.of("strategy", "a", "bin", "all", "budget", "4", "accuracy", "0.5"));
        fields.put("cost", Map.of("usd", "2"));
        fields.put("costParts", Map.of("usd", parts("0.5", "1", "0.5")));
        fields.put(
                "costFractions",
                Map.of(
                        "usd",
                        Map.of(
                                "policies",
                                Map.of("policy", Map.of("value", .75, "stdError", .0123)),
                                "verifiers",
                                Map.of("policy", Map.of("value", .25, "stdError", 0)))));
        Picture picture = MoneyPictures.of(List.of(ReportRow.of(0, new StoredObject(fields))))
                .get(0);
        assertEquals(
                List.of(
                        "strategy",
                        "in all",
                        "tokens generated %",
                        "tokens read %",
                        "verification %",
                        "to policy %",
                        "to policy (verifier) %"),
                picture.table().headers());
        assertEquals(
                List.of(List.of("a at 4", "2 dollars", "50.0", "25.0", "25.0", "75.0 ±1.23", "25.0")),
                picture.table().lines());
    }

    /** Runs of before parts were told hold who is paid alone. */
    @Test
    void of_sharesAlone_tellsWhoIsPaid() {
        Map<String, Object> verifiers = new LinkedHashMap<>();
        verifiers.put("small", "1");
        Map<String, Object> shares = new LinkedHashMap<>();
        shares.put("policies", Map.of("small", "1"));
        shares.put("verifiers", verifiers);
        ShareData data = only(List.of(row("a", 4, "costShares", shares)));
        assertEquals(List.of(new ShareData.Part("small", 0), new ShareData.Part("small (verifier)", 1)), data.parts());
    }

    @Test
    void of_nothingPaid_isNothing() {
        assertTrue(MoneyPictures.of(List.of(row("a", 4, "costParts", parts("0", "0", "0"))))
                .isEmpty());
    }
}
