package overthink.core.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.law.step.GreedyStep;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/** The answers that the candidates of one trial give: which class each is, and the number by which a strategy knows it. */
final class TrialAnswers {

    /** Fewer candidates go one by one, lest the long loops be compiled for short trips. */
    private static final int BATCH = 8;

    private static final int BLOCK = 1024;

    /** Draws after which what is left is looked through instead. */
    private static final int ATTEMPTS = 32;

    private static final double NOTHING = 1e-13;

    private final AnswerSampler sampler;
    /** What the policies give, where there are several. */
    private final @Nullable PolicyAnswers several;

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
    /** μ of the problem in hand. */
    private double silence;

    TrialAnswers(SyntheticWorld world, Nodes nodes) {
        sampler = new AnswerSampler(world.policy().wrongAnswers());
        several = world.ensemble().size() > 1 ? new PolicyAnswers(world, sampler) : null;
        someSilent =
                world.policies().stream().anyMatch(policy -> !policy.silence().none());
        this.nodes = nodes;
    }

    /** Turns to another problem, as a policy finds it; all policies, before anything is asked, the first before the others. */
    void turnTo(int policy, ProblemTables tables) {
        if (policy == 0) {
            sampler.turnTo(tables);
            site.turnTo(tables.origin, tables.index);
            if (someSilent) {
                silences.turnTo(tables.origin, tables.index);
                silentBelow = tables.silentBelow;
                silence = tables.silence;
            }
        }
        if (several != null) {
            several.turnTo(policy, tables);
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

    /** Forgets what was picked for candidates that are drawn anew. */
    void retune() {
        picked = Math.min(picked, nodes.size);
    }

    /** Classes 0 (right) to this can be given by several candidates. */
    int known() {
        return several == null ? sampler.known() : several.known();
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
        if (nodes.links != null && nodes.links.code(origin) != Links.OWN) {
            return nodes.links.code(origin) == Links.SILENT;
        }
        return silences.word(nodes.number(origin)) >>> 1
                < (several == null ? silentBelow : several.silentBelow(nodes.maker(origin)));
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
        if (several != null) {
            several.relabel(codes, from, count);
        }
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
        if (nodes.links != null && nodes.links.code(origin) != Links.OWN) {
            return nodes.links.code(origin);
        }
        long word = site.word(nodes.number(origin));
        int code = several == null ? sampler.pick(word) : several.pick(nodes.maker(origin), word);
        return code == AnswerSampler.UNIQUE ? unique(origin) : code;
    }

    // ---- the likeliest mistake ----

    /** The share of a policy's likeliest mistake among its mistakes, in the problem in hand. */
    double likeliestMistake(int policy) {
        return GreedyStep.rival(silence(policy), sampler(policy).greatestShare());
    }

    /** The class of the answer that a policy's likeliest mistake leads to, {@link Links#OWN} or {@link Links#SILENT}. */
    int likeliestWrong(int policy) {
        double unanswered = silence(policy);
        if (unanswered > (1 - unanswered) * sampler(policy).greatestShare()) {
            return Links.SILENT;
        }
        int code = sampler(policy).likeliest();
        return code == AnswerSampler.UNIQUE ? Links.OWN : label(policy, code);
    }

    private double silence(int policy) {
        return several == null ? silence : several.silence(policy);
    }

    // ---- draws that leave answers out ----

    private AnswerSampler sampler(int policy) {
        return several == null ? sampler : several.sampler(policy);
    }

    /** The class of an answer among those that a policy gives; {@link PolicyAnswers#OTHERS} for one that it never gives. */
    private int own(int policy, int code) {
        return several == null ? code : several.own(policy, code);
    }

    /** The share of a policy's wrong candidates that give none of these answers, which differ. */
    double shareOutside(int policy, int[] left, int count) {
        double total = 0;
        for (double weight : sampler(policy).weights()) {
            total += weight;
        }
        double out = 0;
        for (int i = 0; i < count; i++) {
            int code = own(policy, left[i]);
            out += code == PolicyAnswers.OTHERS ? 0 : sampler(policy).weights()[code];
        }
        // a rest within rounding of nothing is nothing
        double rest = 1 - (1 - silence(policy)) * out / total;
        return rest < NOTHING ? 0 : rest;
    }

    /**
     * Draws the class of a wrong candidate's answer that is none of some: again and again, as long as one is drawn.
     *
     * @param policy that makes the candidate
     * @param number of the candidate
     * @param node the candidate
     * @return the class, or {@link Links#SILENT}
     */
    int drawOutside(int policy, long number, int node, int[] left, int count) {
        long unansweredBelow = several == null ? silentBelow : several.silentBelow(policy);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (someSilent && silences.word(number, attempt) >>> 1 < unansweredBelow) {
                return Links.SILENT;
            }
            long word = site.word(number, attempt);
            int code = several == null ? sampler.pick(word) : several.pick(policy, word);
            if (code == AnswerSampler.UNIQUE) {
                return unique(node);
            }
            if (!contains(left, count, code)) {
                return code;
            }
        }
        return scanOutside(policy, Address.uniform(site.word(number, ATTEMPTS + 1)), node, left, count);
    }

    /** The class at {@code u} of what is left, when what is left is so little that it is hardly ever drawn. */
    private int scanOutside(int policy, double u, int node, int[] left, int count) {
        double[] weights = sampler(policy).weights();
        double total = 0;
        for (int code = 0; code < weights.length; code++) {
            total += contains(left, count, label(policy, code)) ? 0 : weights[code];
        }
        double rest = u * total;
        int last = Links.SILENT;
        for (int code = 0; code < weights.length && rest >= 0; code++) {
            if (weights[code] > 0 && !contains(left, count, label(policy, code))) {
                last = code == AnswerSampler.UNIQUE ? unique(node) : label(policy, code);
                rest -= weights[code];
            }
        }
        return last;
    }

    private int label(int policy, int code) {
        return several == null ? code : several.label(policy, code);
    }

    private static boolean contains(int[] codes, int count, int code) {
        for (int i = 0; i < count; i++) {
            if (codes[i] == code) {
                return true;
            }
        }
        return false;
    }

    private int unique(int origin) {
        return known() + 1 + origin;
    }
}
