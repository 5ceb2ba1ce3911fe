package overthink.scenarios.report;

import java.util.Arrays;
import java.util.List;

/** A resource as an axis. */
enum ReportResource {
    GENERATIONS("generations", "generations", "generations"),
    STEPS("steps", "steps", "steps"),
    TOKENS("tokens", "tokens", "tokens"),
    INPUT_TOKENS("input-tokens", "inputTokens", "input tokens"),
    VERIFIER_CALLS("verifier-calls", "verifierCalls", "verifier calls"),
    ROUNDS("rounds", "rounds", "rounds"),
    LATENCY("latency", "latencySeconds", "latency in seconds"),
    FLOPS("flops", "flops", "FLOPs"),
    USD("usd", "usd", "dollars");

    private final String label;
    private final String key;
    private final String words;

    ReportResource(String label, String key, String words) {
        this.label = label;
        this.key = key;
        this.words = words;
    }

    /** The name in scenarios and rows. */
    String label() {
        return label;
    }

    /** The name among costs. */
    String key() {
        return key;
    }

    /** As it stands on an axis. */
    String words() {
        return words;
    }

    /** The resources that rows can be laid out by: what their budgets bound first, then those that they spend. */
    static List<ReportResource> of(List<ReportRow> rows) {
        String bounded = rows.isEmpty() ? "" : rows.get(0).resource();
        return Arrays.stream(values())
                .filter(one -> one.label.equals(bounded) || rows.stream().anyMatch(row -> row.cost(one) > 0))
                .sorted((a, b) -> Boolean.compare(b.label.equals(bounded), a.label.equals(bounded)))
                .toList();
    }
}
