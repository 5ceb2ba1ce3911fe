package overthink.core.results;

import java.util.ArrayList;
import java.util.List;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.CostShares.Share;
import overthink.core.law.cost.Payees;
import overthink.core.model.World;
import overthink.core.route.ExpectedSpending;
import overthink.core.trial.Ledger;
import overthink.core.trial.Tally;

/** Divides mean costs among the policies and verifiers of a world, where it has several. */
final class ShareMaker {

    private final Payees payees;
    private final Ledger prices;

    ShareMaker(World world) {
        payees = world.payees();
        prices = new Ledger(world.costs());
    }

    /** The shares of spendings that weigh {@code size} together and whose sum is {@code total}. */
    CostShares of(ExpectedSpending total, double size) {
        if (!payees.several()) {
            return CostShares.NONE;
        }
        return of(
                total.promptTokens() / size,
                total.cachedTokens() / size,
                total.tokens() / size,
                total.verifierCalls() / size,
                total.outcomeCalls().times(1 / size).toArray());
    }

    /** The shares over {@code trials} trials on each of some problems. */
    CostShares of(Tally tally, int[] problems, int budget, long trials) {
        if (!payees.several()) {
            return CostShares.NONE;
        }
        double total = (double) trials * problems.length;
        double[] told = new double[tally.told()];
        for (int i = 0; i < told.length; i++) {
            told[i] = tally.sum(problems, budget, Tally.TOLD + i) / total;
        }
        return of(
                tally.sum(problems, budget, Tally.PROMPT_TOKENS) / total,
                tally.sum(problems, budget, Tally.CACHED_TOKENS) / total,
                tally.sum(problems, budget, Tally.TOKENS) / total,
                tally.sum(problems, budget, Tally.VERIFIER_CALLS) / total,
                told);
    }

    private CostShares of(double fresh, double cached, double generated, double calls, double[] told) {
        List<Share> policies = new ArrayList<>();
        for (int i = 0; i < payees.policies().size(); i++) {
            policies.add(new Share(
                    payees.policies().get(i),
                    prices.usdOfPolicy(i, fresh, cached, generated, told),
                    prices.flopsOfPolicy(i, fresh, generated, told),
                    prices.tokensOfPolicy(i, generated, told)));
        }
        List<Share> verifiers = new ArrayList<>();
        for (int i = 0; i < payees.outcomes().size(); i++) {
            verifiers.add(new Share(
                    payees.outcomes().get(i), prices.usdOfOutcome(i, told), prices.flopsOfOutcome(i, told), 0));
        }
        if (!payees.others().isEmpty()) {
            verifiers.add(new Share(
                    payees.together(), prices.usdOfOthers(calls, told), prices.flopsOfOthers(calls, told), 0));
        }
        return new CostShares(policies, verifiers);
    }
}
