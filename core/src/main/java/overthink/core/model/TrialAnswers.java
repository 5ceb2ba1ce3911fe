package overthink.core.model;

import java.util.Arrays;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Policy;

/** The answers that the candidates of one trial give: which class each is, and the number by which a strategy knows it. */
final class TrialAnswers {

    /** Fewer candidates go one by one, lest the long loops be compiled for short trips. */
    private static final int BATCH = 8;

    private static final int BLOCK = 1024;

    private final AnswerSampler sampler;
    private final AnswerNumbers numbers = new AnswerNumbers();
    private final Site site = new Site(Purpose.ANSWER);
    private final Site silences = new Site(Purpose.NO_ANSWER);
    /** Whether some wrong candidates give no answer. */
    private final boolean someSilent;

    private final Nodes nodes;
    private final long[] words = new long[BLOCK];

    /** By candidate, while all are whole: the class of its answer, as far as they are picked. */
    private int[] codes = new int[BLOCK];

    private int picked;
    /** A flaw of the problem in hand leads to no answer iff its word, halved, is below. */
    private long silentBelow;

    TrialAnswers(Policy policy, Nodes nodes) {
        sampler = new AnswerSampler(policy.wrongAnswers());
        someSilent = !policy.silence().none();
        this.nodes = nodes;
    }

    /** Turns to another problem. */
    void turnTo(ProblemTables tables) {
        sampler.turnTo(tables);
        site.turnTo(tables.origin, tables.index);
        if (someSilent) {
            silences.turnTo(tables.origin, tables.index);
            silentBelow = tables.silentBelow;
        }
    }

    /** Begins a trial. */
    void begin(long trial) {
        site.begin(trial);
        if (someSilent) {
            silences.begin(trial);
        }
        numbers.reset();
        picked = 0;
    }

    /** Classes 0 (right) to this can be given by several candidates. */
    int known() {
        return sampler.known();
    }

    /** The classes of all candidates as far as {@code end}, while all are whole. */
    int[] codes(int end) {
        pickTo(end);
        return codes;
    }

    /** Whether every candidate gives an answer. */
    boolean allAnswer() {
        return !someSilent;
    }

    /** Whether a candidate gives an answer. */
    boolean answered(int node) {
        return !someSilent || nodes.isSound(node) || !silent(nodes.origin(node));
    }

    private boolean silent(int origin) {
        return silences.word(nodes.number(origin)) >>> 1 < silentBelow;
    }

    /** The number of a candidate's answer; of one without an answer a number of its own. */
    int number(int node) {
        return numbers.of(code(node));
    }

    /** The class of a candidate's answer; of one without an answer a class of its own. */
    int code(int node) {
        if (nodes.treed) {
            return nodes.isSound(node) ? 0 : wrong(node);
        }
        pickTo(node + 1);
        return codes[node];
    }

    /** The numbers of the answers of {@code count} candidates from {@code from} on. */
    void numbers(int from, int count, int[] into) {
        if (nodes.treed) {
            for (int i = 0; i < count; i++) {
                into[i] = number(from + i);
            }
        } else {
            pickTo(from + count);
            numbers.of(codes, from, count, into);
        }
    }

    /** Picks the classes of all candidates drawn, if they are not known as far as {@code end}. */
    private void pickTo(int end) {
        if (picked < end) {
            int from = picked;
            picked = nodes.drawn;
            if (codes.length < picked) {
                codes = Arrays.copyOf(codes, Nodes.room(picked));
            }
            for (int done = from; done < picked; done += BLOCK) {
                pick(done, Math.min(BLOCK, picked - done));
            }
        }
    }

    private void pick(int from, int count) {
        if (count < BATCH) {
            for (int node = from; node < from + count; node++) {
                codes[node] = nodes.isSound(node) ? 0 : wrong(node);
            }
            return;
        }
        site.inLine(nodes.number(from), nodes.stride(), words, 0, count);
        sampler.pick(words, codes, from, count);
        if (sampler.somethingUnique()) {
            for (int node = from; node < from + count; node++) {
                codes[node] = codes[node] == AnswerSampler.UNIQUE ? unique(node) : codes[node];
            }
        }
        if (someSilent) {
            for (int node = from; node < from + count; node++) {
                codes[node] = silent(node) ? unique(node) : codes[node];
            }
        }
        clear(codes, nodes.sound, from, count);
    }

    /** Makes the class of sound candidates that of the true answer, 0. */
    private static void clear(int[] codes, long[] sound, int from, int count) {
        for (int node = from; node < from + count; node++) {
            codes[node] &= (int) sound[node] - 1;
        }
    }

    /**
     * The class of a flawed node's answer: one that is known, or above {@link #known()} one of its flaw's own, which those have
     * that give no answer, too.
     */
    int wrong(int node) {
        int origin = nodes.origin(node);
        if (someSilent && silent(origin)) {
            return unique(origin);
        }
        int code = sampler.pick(site.word(nodes.number(origin)));
        return code == AnswerSampler.UNIQUE ? unique(origin) : code;
    }

    private int unique(int origin) {
        return sampler.known() + 1 + origin;
    }
}
