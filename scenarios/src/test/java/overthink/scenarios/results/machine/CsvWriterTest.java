package overthink.scenarios.results.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import overthink.scenarios.results.Made;

class CsvWriterTest {

    /** Of rows whose curves nothing is known of. */
    private static final String NO_CURVE = ",".repeat(TurnColumns.types().size());

    /** Errors over the population, a divergence, three means with two errors, three times four quantiles with errors, and quality. */
    private static final String NO_DETAIL = ",".repeat(9 + 1 + 3 * 3 + 3 * 8 + 2 + 6) + ",".repeat(6 + 6 + 6);

    private static String quantiles(String amount) {
        return Stream.of("p50", "p90", "p95", "p99", "p50StdError", "p90StdError", "p95StdError", "p99StdError")
                .map(name -> "perTrial." + amount + "." + name)
                .collect(Collectors.joining(","));
    }

    @Test
    void write_twoDocuments_giveOneHeaderAndQuotedFields() throws IOException {
        StringBuilder out = new StringBuilder();
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.write(Made.golden());
            writer.write(Made.document(Made.golden().rows().subList(0, 1)));
        }
        String plain = "made-up,beam-search,width=4,generations,64,all,simulated,500,20000,0.7312,0.0021,0.0137,0.7271,"
                + "0.7353,0.9105,0.0,0.2688,,,,64.0,512.0,30720.0,200.0,512.0,8.0,7.2,4.9e14,0.0123"
                + ",0.0,false,,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,random"
                + NO_CURVE
                + ",width=4"
                + NO_DETAIL
                + "\n";
        assertEquals(
                "scenario,strategy,parameters,resource,budget,bin,method,problems,trials,accuracy,stdError,"
                        + "populationStdError,lower,upper,coverage,abstained,falseAccepted,utility,utilityStdError,"
                        + "utilityPopulationStdError,cost.generations,cost.steps,"
                        + "cost.tokens,cost.inputTokens,cost.verifierCalls,cost.rounds,cost.latencySeconds,cost.flops,cost.usd,"
                        + "tolerance,limited,utilityTolerance,costStdError.generations,costStdError.steps,"
                        + "costStdError.tokens,costStdError.inputTokens,costStdError.verifierCalls,costStdError.rounds,"
                        + "costStdError.latencySeconds,costStdError.flops,costStdError.usd,spread,"
                        + String.join(",", TurnColumns.types().keySet())
                        + ",effectiveParameters,costPopulationStdError.generations,costPopulationStdError.steps,"
                        + "costPopulationStdError.tokens,costPopulationStdError.inputTokens,"
                        + "costPopulationStdError.verifierCalls,"
                        + "costPopulationStdError.rounds,costPopulationStdError.latencySeconds,"
                        + "costPopulationStdError.flops,costPopulationStdError.usd,"
                        + "costShares.usd.policies,costShares.usd.verifiers,costShares.flops.policies,"
                        + "costShares.flops.verifiers,costShares.tokens.policies,costShares.tokens.verifiers,"
                        + Stream.of("usd", "flops", "tokens")
                                .map(amount -> "costFractionsStdError.%s.policies,costFractionsStdError.%s.verifiers,"
                                        .formatted(amount, amount))
                                .collect(Collectors.joining())
                        + "costParts.usd.read,costParts.usd.generated,costParts.usd.verified,"
                        + "costParts.flops.read,costParts.flops.generated,costParts.flops.verified,"
                        + "divergence,"
                        + "perTrial.correct,perTrial.correctStdError,perTrial.correctPopulationStdError,"
                        + "perTrial.distinct,perTrial.distinctStdError,perTrial.distinctPopulationStdError,"
                        + "perTrial.length,perTrial.lengthStdError,perTrial.lengthPopulationStdError,"
                        + quantiles("latencySeconds")
                        + ","
                        + quantiles("tokens")
                        + ","
                        + quantiles("usd")
                        + ",perTrial.passRate.biased,perTrial.passRate.unbiased"
                        + ",quality,qualityStdError,qualityPopulationStdError,"
                        + "attributes,attributesStdError,attributesPopulationStdError"
                        + "\n"
                        + plain
                        + "made-up,\"odd, \"\"name\"\"\",flag=true;select=vote;temperature=0.5,usd,0.05,q1,exact,1,"
                        + "3000000000,0.3333333333333333,0.0,,0.3333333333333333,0.3333333333333333,1.0,1.0e-7,"
                        + "0.6666666666666666,,,,0.1,1.0,0.002,0.0,1.23456789e7,1.0,100.0,1.0e23,0.0"
                        + ",0.0,false,,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,random"
                        + NO_CURVE
                        + ",flag=true;select=vote;temperature=0.5"
                        + NO_DETAIL
                        + "\n"
                        + plain,
                out.toString());
    }

    @Test
    void write_utility_standsBeforeTheCosts() throws IOException {
        StringBuilder out = new StringBuilder();
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.write(Made.valued());
        }
        assertTrue(out.toString().contains(",0.25,0.125,0.01,,64.0,"), out.toString());
        assertTrue(out.toString().contains(",0.25,0.5,0.0,0.02,64.0,"), out.toString());
    }
}
