package overthink.scenarios.document.section.world;

import org.jspecify.annotations.Nullable;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.world.Policy;
import overthink.scenarios.document.form.LocatedValue;

/**
 * One of several policies as it is written, before it is known what the others are.
 *
 * @param policy what it does and costs; null where it follows from others
 * @param accuracy its law of p; null where it is that of the problems, or follows from others
 * @param derivation of which others it is made; null where of none
 * @param draft which other drafts for it; null where none does
 * @param distance d of outcome verifiers on its candidates; null where it is their own
 */
record WrittenPolicy(
        @Nullable Policy policy,
        @Nullable DifficultyLaw accuracy,
        @Nullable Derivation derivation,
        @Nullable Draft draft,
        @Nullable Sensitivity distance) {

    /**
     * A policy made of others.
     *
     * @param from the name of the one that is steered
     * @param tuned the name of the small one after tuning
     * @param base the name of the small one before
     * @param transfer κ
     */
    record Derivation(
            LocatedValue<String> from, LocatedValue<String> tuned, LocatedValue<String> base, double transfer) {}

    /**
     * A draft.
     *
     * @param policy the name of the one that drafts
     * @param acceptance α
     * @param length g
     */
    record Draft(LocatedValue<String> policy, double acceptance, int length) {}
}
