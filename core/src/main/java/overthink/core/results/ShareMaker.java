package overthink.core.results;

import java.util.ArrayList;
import java.util.List;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.CostShares.PartErrors;
import overthink.core.estimate.CostShares.Share;
import overthink.core.law.cost.Payees;
import overthink.core.model.World;
import overthink.core.route.ExpectedSpending;
import overthink.core.trial.Ledger;
import overthink.core.trial.Tally;

/** Divides mean costs among the policies and verifiers of a world, where it has several. */
final class ShareMaker {

    /** What of each payee is told: dollars, FLOPs, tokens. */
    static final int AMOUNTS = 3;

    private final Payees payees;
    private final Ledger prices;
    private final List<String> verifiers;

    ShareMaker(World world) {
        payees = world.payees();
        prices = new Ledger(world.costs());
        verifiers = payees.verifiers();
    }

    /** The shares of spendings that weigh {@code size} together and whose sum is {@code total}. */
    CostShares of(ExpectedSpending total, double size) {
        if (!payees.several()) {
            return CostShares.NONE;
        }
        double[] amounts = amounts(
                total.promptTokens() / size,
                total.cachedTokens() / size,
                total.tokens() / size,
                total.verifierCalls() / size,
                total.outcomeCalls().times(1 / size).toArray());
        return shares(amounts, new double[amounts.length]);
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
        double[] amounts = amounts(
                tally.sum(problems, budget, Tally.PROMPT_TOKENS) / total,
                tally.sum(problems, budget, Tally.CACHED_TOKENS) / total,
                tally.sum(problems, budget, Tally.TOKENS) / total,
                tally.sum(problems, budget, Tally.VERIFIER_CALLS) / total,
                told);
        return shares(amounts, new PartSpread(this, tally, problems, budget).errors(amounts));
    }

    /** By payee its dollars, FLOPs and tokens; policies come first. */
    double[] amounts(double fresh, double cached, double generated, double calls, double[] told) {
        double[] amounts = new double[AMOUNTS * (payees.policies().size() + verifiers.size())];
        int at = 0;
        for (int i = 0; i < payees.policies().size(); i++) {
            amounts[at++] = prices.usdOfPolicy(i, fresh, cached, generated, told);
            amounts[at++] = prices.flopsOfPolicy(i, fresh, generated, told);
            amounts[at++] = prices.tokensOfPolicy(i, generated, told);
        }
        for (int i = 0; i < verifiers.size(); i++) {
            boolean own = i < payees.outcomes().size();
            amounts[at++] = own ? prices.usdOfOutcome(i, told) : prices.usdOfOthers(calls, told);
            amounts[at++] = own ? prices.flopsOfOutcome(i, told) : prices.flopsOfOthers(calls, told);
            at++;
        }
        return amounts;
    }

    private CostShares shares(double[] amounts, double[] errors) {
        int policies = payees.policies().size();
        return new CostShares(
                shares(payees.policies(), amounts, errors, 0), shares(verifiers, amounts, errors, policies));
    }

    private static List<Share> shares(List<String> names, double[] amounts, double[] errors, int first) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int at = (first + i) * AMOUNTS;
            shares.add(new Share(
                    names.get(i),
                    amounts[at],
                    amounts[at + 1],
                    amounts[at + 2],
                    new PartErrors(errors[at], errors[at + 1], errors[at + 2])));
        }
        return shares;
    }
}
