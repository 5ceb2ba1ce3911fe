package overthink.scenarios.document.section;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.api.RealRange;
import overthink.core.api.Resource;
import overthink.core.estimate.Utility;
import overthink.core.law.cost.Tariff;
import overthink.core.model.World;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.OptionalForm;
import overthink.scenarios.document.form.RealForm;

/** How it is written what answers are worth and what resources cost. */
final class UtilityForms {

    private static final RealForm WORTH = new RealForm(Utility.WORTH);
    private static final RealForm PRICE = new RealForm(Utility.PRICE);

    private static final Key<Double> CORRECT = Key.optional("correct", WORTH, "1", "What a right answer is worth");
    private static final Key<Double> WRONG =
            Key.optional("wrong", WORTH, "0", "What a wrong answer is worth; a penalty is below 0");
    private static final Key<Double> ABSTAINED = Key.optional("abstained", WORTH, "0", "What no answer is worth");

    private static final Map<Resource, Key<Double>> PRICES = prices();

    private static final Key<Map<Resource, Double>> PER = Key.optional(
            "per",
            Block.of(UtilityForms::per, List.copyOf(PRICES.values())),
            "{}",
            "What is taken off for each unit spent on average");

    private static final Form<Utility> STATED = Block.of(
                    fields ->
                            new Utility(fields.get(CORRECT), fields.get(WRONG), fields.get(ABSTAINED), fields.get(PER)),
                    CORRECT,
                    WRONG,
                    ABSTAINED,
                    PER)
            .check(UtilityForms::ordered, CORRECT, WRONG);

    /** The utility, if there is one. */
    static final Form<Optional<Utility>> UTILITY = new OptionalForm<>(STATED);

    private UtilityForms() {}

    private static Map<Resource, Key<Double>> prices() {
        Map<Resource, Key<Double>> prices = new EnumMap<>(Resource.class);
        for (Resource resource : Resource.values()) {
            prices.put(resource, Key.optional(resource.label(), PRICE, "0", "For " + unit(resource)));
        }
        return prices;
    }

    private static String unit(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> "a whole solution's worth of steps";
            case STEPS -> "a step of the policy";
            case TOKENS -> "a token that the policy generates";
            case INPUT_TOKENS -> "a token that a call reads";
            case VERIFIER_CALLS -> "a call of a verifier or judge";
            case ROUNDS -> "a round of calls that wait for those before";
            case LATENCY -> "a second";
            case FLOPS -> "a floating-point operation";
            case USD -> "a dollar";
        };
    }

    private static Map<Resource, Double> per(Fields fields) {
        Map<Resource, Double> per = new EnumMap<>(Resource.class);
        PRICES.forEach((resource, key) -> per.put(resource, fields.get(key)));
        return per;
    }

    private static void ordered(Fields fields) {
        double correct = fields.get(CORRECT);
        double wrong = fields.get(WRONG);
        if (wrong > correct) {
            fields.refuse(
                    WRONG,
                    "a wrong answer must not be worth more than a right one, which is worth %s; not %s"
                            .formatted(RealRange.text(correct), RealRange.text(wrong)),
                    -wrong <= correct ? "wrong: " + RealRange.text(-wrong) : "");
        }
    }

    /** Why a resource that is priced costs nothing in a world, for each of which that is so. */
    static Map<Resource, String> idle(Utility utility, World world) {
        List<Tariff> tariffs = List.of(world.costs().policy(), world.costs().verifier());
        Map<Resource, String> idle = new EnumMap<>(Resource.class);
        if (tariffs.stream()
                .allMatch(
                        tariff -> tariff.price().input() == 0 && tariff.price().output() == 0)) {
            idle.put(Resource.USD, "no trial costs dollars here: the policy and the verifier have no price");
        }
        if (tariffs.stream()
                .allMatch(tariff ->
                        tariff.latency().prefill() == 0 && tariff.latency().perToken() == 0)) {
            idle.put(Resource.LATENCY, "no trial takes time here: the policy and the verifier have no latency");
        }
        if (tariffs.stream().allMatch(tariff -> tariff.parameters() == 0)) {
            idle.put(Resource.FLOPS, "no trial costs FLOPs here: the policy and the verifier have no parameters");
        }
        idle.keySet().removeIf(resource -> utility.prices().getOrDefault(resource, 0.0) == 0);
        return idle;
    }
}
