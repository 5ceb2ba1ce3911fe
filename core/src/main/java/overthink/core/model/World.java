package overthink.core.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.NamedPart;
import overthink.core.law.cost.Costs;
import overthink.core.law.cost.Payees;

/**
 * Problems, what tries them, what judges it, and what all that costs. A kind of world is data that makes its own model; the
 * referee, the estimates and the run know no kind.
 */
public sealed interface World permits SyntheticWorld, RecordedWorld, World.Other {

    /** What strategies can ask of this world. */
    Set<Capability> capabilities();

    /**
     * Why this world lacks a capability, as the end of a sentence that begins with what a strategy needs: "…, which this world
     * lacks".
     */
    default String lack(Capability capability) {
        return "which this world lacks";
    }

    /**
     * Why a policy or verifier that somebody names will not do, as a sentence; empty when it will. Unless a world says otherwise
     * nothing in it has a name but the first of each.
     */
    default Optional<String> lack(NamedPart part) {
        if (!part.name().equals(NamedPart.FIRST)) {
            return Optional.of("there is no %s %s; this world has one at most, without a name. Maybe: %s"
                    .formatted(part.part().label(), part.name(), NamedPart.FIRST));
        }
        return part.able().stream()
                .filter(capability -> !capabilities().contains(capability))
                .findFirst()
                .map(capability -> "the %s must be %s, %s"
                        .formatted(part.part().label(), capability.description(), lack(capability)));
    }

    /** How many problems there are, at least 1. */
    int size();

    /** The names of the levels that problems have, in order; none when there are none. */
    List<String> levels();

    /** The fewest steps that a whole candidate has, at least 1. */
    default int fewestSteps() {
        return 1;
    }

    /** The most tokens that a step may have. */
    int mostTokensPerStep();

    /** The most tokens that the prompt of a problem may have. */
    default int mostPromptTokens() {
        return 0;
    }

    /**
     * What the numbers of a candidate's quality are called, the whole first, then its attributes where there are several; none
     * where quality is no number.
     */
    default List<String> qualities() {
        return List.of();
    }

    /** Whether candidates are right or wrong, so that accuracy and coverage mean something. */
    default boolean rightOrWrong() {
        return true;
    }

    /** What calls and tokens cost. */
    Costs costs();

    /** Who is paid, by name. Unless a world says otherwise it has one policy, and tells no verifiers apart. */
    default Payees payees() {
        return Payees.ONE;
    }

    /** How many whole candidates a trial of every problem can make. */
    default long mostCandidates() {
        return Long.MAX_VALUE;
    }

    /**
     * Draws the problems.
     *
     * @param seed of all randomness
     * @throws IllegalArgumentException when the laws do not fit together for a problem drawn
     */
    DrawnWorld draw(long seed);

    /** A kind of world that is defined elsewhere. */
    non-sealed interface Other extends World {}
}
