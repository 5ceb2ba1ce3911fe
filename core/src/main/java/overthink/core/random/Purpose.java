package overthink.core.random;

/**
 * What a random number is for: the one registry. Numbers of different purposes live at addresses that are not related,
 * because a purpose's code is hashed with the seed and the problem; whoever needs random numbers for something new adds a
 * purpose.
 *
 * <p>A purpose's code is part of its addresses. Change it and the purpose's numbers change, in all worlds.
 */
public enum Purpose {
    /** What a problem's difficulty is a quantile of. */
    DIFFICULTY(1, Scope.ONCE),
    /** What a problem's number of steps is a quantile of. */
    STEPS(2, Scope.ONCE),
    /** What a problem's prompt tokens are a quantile of. */
    PROMPT_TOKENS(3, Scope.ONCE),
    /** The weights of a problem's wrong answers, where the law draws them. */
    ANSWER_WEIGHTS(4, Scope.PROBLEM),
    /** What the share of a problem's wrong candidates that give no answer is a quantile of. */
    NO_ANSWER_SHARE(5, Scope.ONCE),

    /** By place in line: what share of the rest an idea of a problem takes. */
    IDEA_WEIGHT(140, Scope.PROBLEM),
    /** By place in line: what the chance of an idea of a problem is a quantile of. */
    IDEA_CHANCE(141, Scope.PROBLEM),
    /** What the chance that a problem's reader finds the answer in a document is a quantile of. */
    READER(142, Scope.ONCE),

    /** The step from one whole candidate of a trial to the next. */
    LINE(10, Scope.TRIAL),
    /** By ordinal: the first steps of the solutions that grow in a trial. */
    ROOT(11, Scope.TRIAL),
    /** By node: whether it is sound. */
    SOUND(12, Scope.TRIAL),
    /** By whole candidate and step: whether it was sound after that step. */
    STATE(13, Scope.TRIAL),
    /** By node at which a flaw enters: the wrong answer that comes of it. */
    ANSWER(14, Scope.TRIAL),
    /** By node, and by step of a whole candidate: its tokens. */
    TOKENS(15, Scope.TRIAL),
    /** By node at which a flaw enters: whether no answer comes of it. */
    NO_ANSWER(16, Scope.TRIAL),
    /** By revision: whether it keeps the answer before it. */
    ANCHOR(17, Scope.TRIAL),
    /** By revision: whether what is drawn afresh leaves out the wrong answers in its context. */
    AVOIDANCE(18, Scope.TRIAL),
    /** By candidate: whether the policy considers it done. */
    FINISHED(19, Scope.TRIAL),
    /** By merged candidate: whether it is a fresh one. */
    FRESH(110, Scope.TRIAL),
    /** By merged candidate: whose answer it adopts. */
    ADOPTION(111, Scope.TRIAL),
    /** By node and policy: its child by the likeliest step. */
    GREEDY_CHILD(112, Scope.TRIAL),
    /** By ordinal: which idea is drawn in a trial. */
    IDEA(143, Scope.TRIAL),
    /** By ordinal: the chance of an idea that no other is alike to. */
    OWN_IDEA(144, Scope.TRIAL),
    /** By ordinal: where the candidates that follow an idea are. */
    IDEA_CANDIDATES(145, Scope.TRIAL),

    /** The outcome verifier's noise for the problem. */
    OUTCOME_PROBLEM(20, Scope.ONCE),
    /** By answer: the outcome verifier's noise. */
    OUTCOME_ANSWER(21, Scope.PROBLEM),
    /** By answer: whether the outcome verifier loves it. */
    OUTCOME_LOVED(22, Scope.PROBLEM),
    /** By node: the outcome verifier's noise. */
    OUTCOME_OWN(23, Scope.TRIAL),
    /** By node and call: the outcome verifier's noise. */
    OUTCOME_CALL(24, Scope.TRIAL),
    /** By node at which a flaw enters: the outcome verifier's noise for an answer that nobody else gives. */
    OUTCOME_UNIQUE(25, Scope.TRIAL),
    /** By node at which a flaw enters: whether the outcome verifier loves an answer that nobody else gives. */
    OUTCOME_UNIQUE_LOVED(26, Scope.TRIAL),
    /** How far the outcome verifier's d for the problem lies from that of its difficulty. */
    OUTCOME_SPREAD(27, Scope.ONCE),

    /** The process verifier's noise for the problem. */
    PROCESS_PROBLEM(30, Scope.ONCE),
    /** By answer: the process verifier's noise. */
    PROCESS_ANSWER(31, Scope.PROBLEM),
    /** By answer: whether the process verifier loves it. */
    PROCESS_LOVED(32, Scope.PROBLEM),
    /** By node, and by steps before the end of a whole candidate: the process verifier's noise. */
    PROCESS_OWN(33, Scope.TRIAL),
    /** By node and call: the process verifier's noise. */
    PROCESS_CALL(34, Scope.TRIAL),
    /** By node at which a flaw enters: the process verifier's noise for an answer that nobody else gives. */
    PROCESS_UNIQUE(35, Scope.TRIAL),
    /** By node at which a flaw enters: whether the process verifier loves an answer that nobody else gives. */
    PROCESS_UNIQUE_LOVED(36, Scope.TRIAL),
    /** How far the process verifier's d for the problem lies from that of its difficulty. */
    PROCESS_SPREAD(37, Scope.ONCE),

    /** The judge's noise for the problem. */
    JUDGE_PROBLEM(40, Scope.ONCE),
    /** By answer: the judge's noise. */
    JUDGE_ANSWER(41, Scope.PROBLEM),
    /** By answer: whether the judge loves it. */
    JUDGE_LOVED(42, Scope.PROBLEM),
    /** By node: the judge's noise. */
    JUDGE_OWN(43, Scope.TRIAL),
    /** By node and comparison: the judge's noise. */
    JUDGE_CALL(44, Scope.TRIAL),
    /** By node at which a flaw enters: the judge's noise for an answer that nobody else gives. */
    JUDGE_UNIQUE(45, Scope.TRIAL),
    /** By node at which a flaw enters: whether the judge loves an answer that nobody else gives. */
    JUDGE_UNIQUE_LOVED(46, Scope.TRIAL),
    /** By comparison: which of the two the judge names. */
    JUDGE_CHOICE(47, Scope.TRIAL),
    /** How far the judge's d for the problem lies from that of its difficulty. */
    JUDGE_SPREAD(48, Scope.ONCE),

    /** By budget: how many candidates of which kind a sampler of counts adds. */
    COUNTS(50, Scope.TRIAL),
    /** By kind of candidate: when a sampler of counts saw its first. */
    FIRST_SEEN(51, Scope.TRIAL),
    /** By budget: what the scores of a sampler of counts add up to. */
    SUMS(52, Scope.TRIAL),

    /** By candidate: which of those recorded it is. */
    RECORDED_CANDIDATE(55, Scope.TRIAL),

    /** By how much a problem's candidates are better than others'. */
    QUALITY_SHIFT(150, Scope.ONCE),
    /** By node and coordinate: the fresh part of its quality. */
    QUALITY(151, Scope.TRIAL),
    /** By whole candidate, step and coordinate: where its quality stood after that step. */
    QUALITY_PATH(152, Scope.TRIAL),
    /** By verifier of quality: its noise for the problem. */
    QUALITY_NOISE(153, Scope.PROBLEM),

    /** By part: what its chance is a quantile of. */
    PART_CHANCE(170, Scope.PROBLEM),
    /** By node and part: whether it is right. */
    PART_SOUND(171, Scope.TRIAL),
    /** By node and part: its wrong answer. */
    PART_ANSWER(172, Scope.TRIAL),

    /** The strategy's own draws. */
    STRATEGY(60, Scope.GUEST),

    /** By draw: the law of difficulty. */
    FIT_LAW(70, Scope.TRIAL),
    /** By draw and problem: a recorded problem's difficulty. */
    FIT_PROBLEM(71, Scope.TRIAL),
    /** By draw and number: a new problem's difficulty. */
    FIT_FRESH(72, Scope.TRIAL),
    /** By draw and problem: when its first right candidate comes. */
    FIT_FIRST_RIGHT(73, Scope.TRIAL),
    /** By continuation and problem: the counts that more samples might give. */
    FIT_CONTINUATION(74, Scope.TRIAL),
    /** By draw: a fitted verifier's parameters. */
    FIT_VERIFIER(75, Scope.TRIAL),

    /** By split: which candidates of a problem are in the first half. */
    HALVES(80, Scope.PROBLEM),
    /** By draw: how far best-of-n of a continued recording lies from its forecast. */
    BEST_OF_FORECAST(81, Scope.PROBLEM),
    /** By repetition: a problem's part in a fitted verifier's scores. */
    FITTED_PROBLEM(82, Scope.PROBLEM),
    /** By repetition and class: an answer's part in a fitted verifier's scores. */
    FITTED_ANSWER(83, Scope.PROBLEM),
    /** By repetition and candidate: a candidate's part in a fitted verifier's scores. */
    FITTED_CANDIDATE(84, Scope.PROBLEM),
    /** By candidate: who comes first of equal scores. */
    EQUAL_SCORES(85, Scope.PROBLEM),
    /** By order: in which order a problem's recorded candidates are counted. */
    REPLAY_ORDERS(90, Scope.PROBLEM),

    /** By draw: the laws of candidates without an answer and of agreement. */
    FORECAST_ANSWERS(95, Scope.TRIAL),
    /** By draw and continuation: how the recorded votes of a problem go on. */
    FORECAST_VOTES(96, Scope.TRIAL),
    /** By draw: which of the recorded problems stand for new ones. */
    FORECAST_PROBLEMS(97, Scope.PROBLEM),
    /** By budget: the orders in which recorded candidates are replayed for a forecast. */
    FORECAST_ORDERS(98, Scope.PROBLEM),

    /** By policy: what its latent difficulty of a problem has of its own. */
    POLICY_DIFFICULTY(160, Scope.PROBLEM),
    /** The noise of what is seen of a problem before anything is generated. */
    SIGNAL(161, Scope.ONCE),
    /** What the tokens of a look at a problem's signal are a quantile of. */
    SIGNAL_TOKENS(164, Scope.ONCE),
    /** By policy beside the first and ordinal: its whole candidates. */
    POLICY_LINE(162, Scope.TRIAL),
    /** By policy and class: whether a wrong answer of its is common to all. */
    COMMON_ANSWER(163, Scope.PROBLEM),

    /** By draw: which problems stand for new ones where a plan is asked whether it would be the same. */
    PLAN_PROBLEMS(130, Scope.PROBLEM);

    /** What numbers of a purpose belong to. */
    enum Scope {
        /** One number for each problem. */
        ONCE,
        /** Numbers of a problem, the same in all its trials. */
        PROBLEM,
        /** Numbers of a trial. */
        TRIAL,
        /** A stream for each trial that is handed to others: a one-way function of its address. */
        GUEST
    }

    private final int code;
    private final Scope scope;

    Purpose(int code, Scope scope) {
        this.code = code;
        this.scope = scope;
    }

    int code() {
        return code;
    }

    Scope scope() {
        return scope;
    }

    void need(Scope needed) {
        if (scope != needed) {
            throw new IllegalArgumentException("%s has numbers by %s, not by %s".formatted(this, scope, needed));
        }
    }
}
