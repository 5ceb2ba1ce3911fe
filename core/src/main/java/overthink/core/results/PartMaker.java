package overthink.core.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import overthink.core.estimate.CostParts;
import overthink.core.estimate.CostParts.Kind;
import overthink.core.estimate.CostParts.Part;
import overthink.core.law.cost.Payees;
import overthink.core.model.World;
import overthink.core.route.ExpectedSpending;
import overthink.core.trial.Ledger;
import overthink.core.trial.Tally;

/** Divides mean costs into what is read, generated and verified, and by whom. */
final class PartMaker {

    /** What verifiers that have no name are called. */
    private static final String UNNAMED = "verifier";

    private final Payees payees;
    private final Ledger prices;

    PartMaker(World world) {
        payees = world.payees();
        prices = new Ledger(world.costs());
    }

    /** The parts of spendings that weigh {@code size} together and whose sum is {@code total}. */
    CostParts of(ExpectedSpending total, double size) {
        return parts(
                total.promptTokens() / size,
                total.cachedTokens() / size,
                total.tokens() / size,
                total.verifierCalls() / size,
                total.outcomeCalls().times(1 / size).toArray());
    }

    /** The parts over {@code trials} trials on each of some problems. */
    CostParts of(Tally tally, int[] problems, int budget, long trials) {
        double total = (double) trials * problems.length;
        double[] told = new double[tally.told()];
        Arrays.setAll(told, i -> tally.sum(problems, budget, Tally.TOLD + i) / total);
        return parts(
                tally.sum(problems, budget, Tally.PROMPT_TOKENS) / total,
                tally.sum(problems, budget, Tally.CACHED_TOKENS) / total,
                tally.sum(problems, budget, Tally.TOKENS) / total,
                tally.sum(problems, budget, Tally.VERIFIER_CALLS) / total,
                told);
    }

    private CostParts parts(double fresh, double cached, double generated, double calls, double[] told) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < payees.policies().size(); i++) {
            String name = payees.policies().get(i);
            parts.add(new Part(
                    Kind.READ,
                    name,
                    prices.usdOfReading(i, fresh, cached, told),
                    prices.flopsOfReading(i, fresh, told)));
            parts.add(new Part(
                    Kind.GENERATED,
                    name,
                    prices.usdOfGenerating(i, generated, told),
                    prices.flopsOfGenerating(i, generated, told)));
        }
        for (int i = 0; i < payees.outcomes().size(); i++) {
            parts.add(new Part(
                    Kind.VERIFIED,
                    payees.outcomes().get(i),
                    prices.usdOfOutcome(i, told),
                    prices.flopsOfOutcome(i, told)));
        }
        double usd = prices.usdOfOthers(calls, told);
        double flops = prices.flopsOfOthers(calls, told);
        if (!payees.others().isEmpty() || usd > 0 || flops > 0) {
            parts.add(new Part(Kind.VERIFIED, payees.others().isEmpty() ? UNNAMED : payees.together(), usd, flops));
        }
        return new CostParts(parts);
    }
}
