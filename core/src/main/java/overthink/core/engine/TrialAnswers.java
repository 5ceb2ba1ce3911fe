package overthink.core.engine;

import overthink.core.law.answer.AnswerLaw;
import overthink.core.random.Address;

/** The answers that the candidates of one trial give: which class each is, and the number by which a strategy knows it. */
final class TrialAnswers {

    private static final long ANSWER = 0xD6E8FEB86659FD93L;

    /** Shorter batches go one by one, lest the long loop be compiled for short trips. */
    private static final int BATCH = 8;

    private final AnswerSampler sampler;
    private final AnswerNumbers numbers = new AnswerNumbers();
    private final Nodes nodes;

    TrialAnswers(AnswerLaw law, Nodes nodes) {
        sampler = new AnswerSampler(law);
        this.nodes = nodes;
    }

    /** Turns to another problem. */
    void turnTo(Scene scene) {
        sampler.turnTo(scene);
    }

    /** Begins a trial. */
    void begin() {
        numbers.reset();
    }

    /** Classes 0 (right) to this can be given by several candidates. */
    int known() {
        return sampler.known();
    }

    /** The number of a candidate's answer. */
    int number(int node) {
        return numbers.of(nodes.isSound(node) ? 0 : wrong(node));
    }

    /** The numbers of the answers of {@code count} candidates from {@code from} on. */
    void numbers(int from, int count, int[] into) {
        if (!nodes.treed && !sampler.somethingUnique() && count >= BATCH) {
            plainNumbers(from, count, into);
            return;
        }
        for (int i = 0; i < count; i++) {
            into[i] = number(from + i);
        }
    }

    /** {@link #numbers} of candidates generated whole, without a branch on what is correct. */
    private void plainNumbers(int from, int count, int[] into) {
        long stride = nodes.stride();
        long key = nodes.key(from) + ANSWER;
        byte[] sound = nodes.sound;
        for (int i = 0; i < count; i++) {
            int wrong = sampler.pick(Address.mix(key));
            into[i] = numbers.of(wrong & (sound[from + i] - 1));
            key += stride;
        }
    }

    /** The class of a flawed node's answer: one that is known, or above {@link #known()} one of its flaw's own. */
    int wrong(int node) {
        int origin = nodes.origin(node);
        int picked = sampler.pick(Address.mix(nodes.key(origin) + ANSWER));
        return picked == AnswerSampler.UNIQUE ? sampler.known() + 1 + origin : picked;
    }
}
