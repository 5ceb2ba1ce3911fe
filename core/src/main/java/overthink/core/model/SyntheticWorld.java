package overthink.core.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Capability;
import overthink.core.api.NamedPart;
import overthink.core.api.RealRange;
import overthink.core.law.cost.Costs;
import overthink.core.law.cost.Payees;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.NamedVerifier;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * A world of declared laws: problems, the policy that tries them, the verifiers that judge it, and what all that costs.
 *
 * @param problems how hard
 * @param policy who generates
 * @param verifiers who judges
 * @param ensemble the policies beside that one
 * @param signal what is seen of a problem before anything is generated; null where nothing is
 */
public record SyntheticWorld(
        Problems problems,
        Policy policy,
        Verifiers verifiers,
        Ensemble ensemble,
        @Nullable SignalLaw signal) implements World {

    /** The most steps of one solution to each of the problems together; what is known of a step takes some 56 bytes. */
    public static final long MOST_STEPS = 8_000_000;

    /**
     * Checks that the problems find room.
     *
     * @throws IllegalArgumentException when a solution to each of the problems has more than {@value #MOST_STEPS} steps in
     *     all, by the steps' mean, or a policy beside the first has other steps or prompts, or ideas or documents of its own
     */
    public SyntheticWorld {
        verifiers = verifiers.inOrder(problems.law().levels());
        ensemble.others().forEach(other -> checkAlike(policy, other));
        ensemble.order();
        for (NamedPolicy other : ensemble.others()) {
            if (other.distance() != null && verifiers.outcome() == null) {
                throw new IllegalArgumentException(
                        "%s: its verifier's d is that of the world's outcome verifier, and there is none"
                                .formatted(other.name()));
            }
        }
        double steps =
                ensemble.size() * Math.min(policy.steps().mean(), policy.steps().max());
        if (problems.count() * steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "problems.count (%d) times policy.steps (%s on average) must be at most %d. Maybe count: %d"
                            .formatted(
                                    problems.count(), RealRange.text(steps), MOST_STEPS, (long) (MOST_STEPS / steps)));
        }
    }

    /** A world of one policy, of whose problems nothing is seen beforehand. */
    public SyntheticWorld(Problems problems, Policy policy, Verifiers verifiers) {
        this(problems, policy, verifiers, Ensemble.NONE, null);
    }

    private static void checkAlike(Policy first, NamedPolicy other) {
        Policy policy = other.policy();
        if (!policy.steps().equals(first.steps()) || !policy.promptTokens().equals(first.promptTokens())) {
            throw new IllegalArgumentException(
                    "%s: steps and prompt-tokens are the problems', and those of the first policy hold for all"
                            .formatted(other.name()));
        }
        if (policy.ideas() != null || policy.reading() != null) {
            throw new IllegalArgumentException(
                    "%s: the first policy alone has ideas and reads documents".formatted(other.name()));
        }
    }

    /** This world with others in place of its problems, policy and verifiers. */
    public SyntheticWorld with(Problems otherProblems, Policy otherPolicy, Verifiers otherVerifiers) {
        return new SyntheticWorld(otherProblems, otherPolicy, otherVerifiers, ensemble, signal);
    }

    /** This world with policies beside its own. */
    public SyntheticWorld with(Ensemble other) {
        return new SyntheticWorld(problems, policy, verifiers, other, signal);
    }

    /** This world with another signal. */
    public SyntheticWorld with(SignalLaw other) {
        return new SyntheticWorld(problems, policy, verifiers, ensemble, other);
    }

    /** A policy by its number. */
    public Policy policy(int number) {
        return number == 0 ? policy : ensemble.others().get(number - 1).policy();
    }

    /** All policies, in order. */
    public List<Policy> policies() {
        return IntStream.range(0, ensemble.size()).mapToObj(this::policy).toList();
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> found = EnumSet.of(Capability.STEPS, Capability.GREEDY_STEPS, Capability.ANSWERS);
        if (verifiers.outcome() != null) {
            found.add(Capability.OUTCOME_VERIFIER);
            if (verifiers.outcome().isBoolean()) {
                found.add(Capability.BOOLEAN_VERIFIER);
            }
        }
        if (verifiers.panel().size() > 1) {
            found.add(Capability.VERIFIERS);
        }
        if (verifiers.process() != null) {
            found.add(Capability.PROCESS_VERIFIER);
        }
        if (verifiers.judge() != null) {
            found.add(Capability.JUDGE);
        }
        if (ensemble.size() > 1) {
            found.add(Capability.POLICIES);
        }
        if (signal != null) {
            found.add(Capability.SIGNAL);
        }
        if (policy.chain() != null) {
            found.add(Capability.CHAIN);
        }
        if (policy.merge() != null) {
            found.add(Capability.MERGE);
        }
        if (policy.ideas() != null) {
            found.add(Capability.IDEAS);
        }
        if (policy.reading() != null) {
            found.add(Capability.READING);
        }
        return found;
    }

    @Override
    public String lack(Capability capability) {
        return switch (capability) {
            case CHAIN -> "which world.policy.chain would make of this one";
            case POLICIES -> "which world.policies in place of policy would give this one as a map of names";
            case SIGNAL -> "which world.signal would give this one";
            case VERIFIERS -> "which world.verifier.outcome would give this one as a map of names";
            case MERGE -> "which world.policy.merge would make of this one";
            case VARY -> "which world.problems.quality would make of this one";
            case PARTS -> "which world.problems.parts would make of this one";
            case IDEAS -> "which world.policy.ideas would make of this one";
            case READING -> "which world.policy.reading would make of this one";
            default -> World.super.lack(capability);
        };
    }

    @Override
    public Optional<String> lack(NamedPart part) {
        boolean verifier = part.part() == NamedPart.Part.VERIFIER;
        List<String> names = verifier ? verifiers.panel().names() : ensemble.size() > 1 ? ensemble.names() : List.of();
        if (names.isEmpty()) {
            return World.super.lack(part);
        }
        int number = part.name().equals(NamedPart.FIRST) ? 0 : names.indexOf(part.name());
        if (number < 0) {
            return Optional.of("there is no %s %s; there are: %s"
                    .formatted(part.part().label(), part.name(), String.join(", ", names)));
        }
        return part.able().stream()
                .filter(capability -> verifier
                        ? !able(verifiers.panel().members().get(number), capability)
                        : !able(policy(number), capability))
                .findFirst()
                .map(capability -> "%s must be %s".formatted(names.get(number), capability.description()));
    }

    private static boolean able(NamedVerifier verifier, Capability capability) {
        return capability != Capability.BOOLEAN_VERIFIER || verifier.verifier().isBoolean();
    }

    private static boolean able(Policy policy, Capability capability) {
        return switch (capability) {
            case CHAIN -> policy.chain() != null;
            case MERGE -> policy.merge() != null;
            case IDEAS -> policy.ideas() != null;
            case READING -> policy.reading() != null;
            default -> true;
        };
    }

    /** This world with the answers that its policy gives at its temperature ({@link Policy#sharpened}). */
    public SyntheticWorld sharpened() {
        Policy sharp = policy.sharpened();
        Ensemble others = ensemble.sharpened();
        return sharp.equals(policy) && others.equals(ensemble)
                ? this
                : new SyntheticWorld(problems, sharp, verifiers, others, signal);
    }

    @Override
    public int size() {
        return problems.count();
    }

    @Override
    public List<String> levels() {
        return problems.law().levels();
    }

    @Override
    public int fewestSteps() {
        return policy.steps().min();
    }

    @Override
    public int mostTokensPerStep() {
        int most = policy.tokensPerStep().max();
        for (NamedPolicy other : ensemble.others()) {
            most = Math.max(most, (int) Math.min(
                    Integer.MAX_VALUE,
                    (long) other.parts() * other.policy().tokensPerStep().max()));
        }
        return most;
    }

    @Override
    public int mostPromptTokens() {
        return policy.promptTokens().max();
    }

    @Override
    public Costs costs() {
        return new Costs(
                policy.tariff(),
                verifiers.tariff(),
                verifiers.tokensPerCall(),
                verifiers.panel().costs(),
                ensemble.others().stream().map(other -> other.policy().tariff()).toList(),
                ensemble.transfer());
    }

    @Override
    public Payees payees() {
        return new Payees(ensemble.names(), verifiers.panel().names(), verifiers.unnamed());
    }

    @Override
    public SyntheticDraw draw(long seed) {
        return new SyntheticDraw(this, seed);
    }
}
