package overthink.scenarios.expectation;

/**
 * A claim of the literature that a scenario looks at. Its figures stand in the scenario's expectations, each as what was
 * {@linkplain Expectation#published() published} beside what the rows must say.
 *
 * @param system the method or study that the claim is about
 * @param paper where the claim is made
 * @param says the claim, a sentence
 * @param verdict what the scenario's world says of it
 * @param reason that goes with the verdict
 */
public record LiteratureClaim(String system, String paper, String says, ClaimVerdict verdict, String reason) {}
