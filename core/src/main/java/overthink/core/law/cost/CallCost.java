package overthink.core.law.cost;

/**
 * What a call of one of several verifiers costs.
 *
 * @param name of the verifier
 * @param tokens that a call reads, at least 0
 * @param tariff what they cost
 */
public record CallCost(String name, int tokens, Tariff tariff) {

    /** Floating-point operations of a call. */
    public double flops() {
        return 2 * tariff.parameters() * tokens;
    }

    /** Millionths of a dollar that a call costs. */
    public double microDollars() {
        return tariff.price().input() * tokens;
    }

    /** Nanoseconds that a call takes. */
    public double nanos() {
        return tariff.latency().nanos(tokens);
    }
}
