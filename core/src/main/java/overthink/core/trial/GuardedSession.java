package overthink.core.trial;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * What a strategy holds of a trial: the session itself, as long as the trial lasts, on the thread that plays it, and until
 * the contract is broken. A call that fails breaks it: the same is thrown at every later call, whatever is caught in between,
 * so that the meter never goes on from half a charge.
 *
 * <p>Each strategy gets guards of its own, and a trial another one than those before it, though the session behind them serves
 * all: whoever uses a dead one, or one of another thread, is therefore known, and the trial in hand is not touched.
 */
public final class GuardedSession implements Session {

    /** How many calls after a broken contract are answered before the thread is given up. */
    static final int UNHEEDED_LIMIT = 1000;

    private final TrialSession trial;
    private final Overseer overseer;
    private final GuardedStream stream;

    /** Whether calls are served: during a trial, until the contract is broken. */
    private boolean open;

    private boolean playing;
    private Thread player = Thread.currentThread();
    private @Nullable Throwable violation;
    private int unheeded;

    /** By number of the policy, and in each by that of the outcome verifier; those asked for so far. */
    private @Nullable TrialView[][] views = new TrialView[0][];

    public GuardedSession(TrialSession trial, Overseer overseer) {
        this.trial = trial;
        this.overseer = overseer;
        stream = new GuardedStream(this, trial.stream());
    }

    /** Hears what a strategy does with a session that it should not. */
    public interface Overseer {

        /** Does nothing. */
        Overseer NONE = new Overseer() {
            @Override
            public void trespassed() {}

            @Override
            public void unheeded(Throwable violation) {}
        };

        /** The session was called on a thread that plays no trial with it. Called on that thread. */
        void trespassed();

        /** The strategy goes on and on after its contract was broken. Called on the thread that plays. */
        void unheeded(Throwable violation);
    }

    /**
     * Plays a trial that serves the budgets from {@code first} to {@code last}, adding to {@code into}. Throws what broke the
     * contract, else what the strategy throws.
     */
    public void play(Strategy strategy, long number, int first, int last, Tally into) {
        if (violation != null) {
            violation = null;
            unheeded = 0;
        }
        if (player != Thread.currentThread()) {
            player = Thread.currentThread();
        }
        trial.begin(number, first, last, into, 0);
        playing = true;
        open = true;
        try {
            strategy.run(this);
        } catch (Throwable thrown) {
            if (violation != null) {
                throw unchecked(violation);
            }
            throw thrown;
        } finally {
            open = false;
            playing = false;
            Thread.interrupted(); // a flag that the strategy set is no concern of anybody else's
        }
        if (violation != null) {
            throw unchecked(violation);
        }
        trial.end();
    }

    /** Throws unless this thread plays a trial whose contract holds. */
    void enter() {
        if (!open || Thread.currentThread() != player) {
            throw refusal();
        }
    }

    private RuntimeException refusal() {
        if (!playing || Thread.currentThread() != player) {
            overseer.trespassed();
            return new IllegalStateException(
                    "a session belongs to one trial, on the thread that plays it, and is dead afterwards");
        }
        Throwable broken = violation;
        if (broken == null) {
            return new IllegalStateException("no trial is played");
        }
        if (++unheeded > UNHEEDED_LIMIT) {
            overseer.unheeded(broken);
        }
        return unchecked(broken);
    }

    private RuntimeException broken(Throwable thrown) {
        open = false;
        violation = thrown;
        return unchecked(thrown);
    }

    /** The throwable to throw, which is no checked exception. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }

    @Override
    public int generate() {
        enter();
        try {
            return trial.generate();
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int generate(int width) {
        enter();
        try {
            return trial.generate(width);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int generate(int width, int callsEach) {
        enter();
        try {
            return trial.generate(width, callsEach);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int extend(int node) {
        enter();
        try {
            return trial.extend(node);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int extend(int[] nodes, int count) {
        enter();
        try {
            return trial.extend(nodes, count);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int extendGreedily(int[] nodes, int count) {
        enter();
        try {
            return trial.extendGreedily(nodes, count);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int revise(int candidate) {
        return revise(candidate, false);
    }

    @Override
    public int revise(int candidate, boolean toldWrong) {
        enter();
        try {
            return trial.revise(candidate, toldWrong);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public boolean finished(int candidate) {
        enter();
        try {
            return trial.finished(candidate);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int merge(int[] candidates, int count) {
        enter();
        try {
            return trial.merge(candidates, count);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int vary(int candidate, double stride) {
        enter();
        try {
            return trial.vary(candidate, stride);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int parts() {
        enter();
        try {
            return trial.parts();
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int waitsFor(int part, int[] into) {
        enter();
        try {
            return trial.waitsFor(part, into);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int attempt(int part, int[] chosen) {
        enter();
        try {
            return trial.attempt(part, chosen);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int partAnswer(int attempt) {
        enter();
        try {
            return trial.partAnswer(attempt);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int assemble(int[] chosen) {
        enter();
        try {
            return trial.assemble(chosen);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int contract(int node) {
        enter();
        try {
            return trial.contract(node);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int idea() {
        enter();
        try {
            return trial.idea();
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int ideaClass(int idea) {
        enter();
        try {
            return trial.ideaClass(idea);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int generateFrom(int idea) {
        enter();
        try {
            return trial.generateFrom(idea);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void read(int documents) {
        enter();
        try {
            trial.read(documents);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void demonstrate(int demonstrations) {
        enter();
        try {
            trial.demonstrate(demonstrations);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void together(long calls) {
        enter();
        try {
            trial.together(calls);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int verifierNumber(String name) {
        enter();
        try {
            return trial.verifierNumber(name);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int verifiers() {
        enter();
        try {
            return trial.verifiers();
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public Session verifier(int number) {
        enter();
        try {
            return view(0, number);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int policyNumber(String name) {
        enter();
        try {
            return trial.policyNumber(name);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int policies() {
        enter();
        try {
            return trial.policies();
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public Session policy(int number) {
        enter();
        try {
            return view(number, 0);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int policyOf(int node) {
        enter();
        try {
            return trial.policyOf(node);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public double signal() {
        enter();
        try {
            return trial.signal();
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    /** The view of a policy and an outcome verifier. */
    Session viewOf(int policy, int verifier) {
        enter();
        try {
            return view(policy, verifier);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    /** This session as the policy of a number works on it and the outcome verifier of a number judges; made once. */
    private Session view(int policy, int verifier) {
        trial.checkPolicy(policy);
        trial.checkVerifier(verifier);
        if (policy == 0 && verifier == 0) {
            return this;
        }
        if (views.length <= policy) {
            int before = views.length;
            views = Arrays.copyOf(views, policy + 1);
            Arrays.fill(views, before, views.length, new TrialView[0]);
        }
        if (views[policy].length <= verifier) {
            views[policy] = Arrays.copyOf(views[policy], verifier + 1);
        }
        TrialView view = views[policy][verifier];
        if (view == null) {
            view = new TrialView(this, trial, policy, verifier);
            views[policy][verifier] = view;
        }
        return view;
    }

    @Override
    public double verify(int candidate) {
        enter();
        try {
            return trial.verify(candidate);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void verify(int from, int to, double[] into) {
        enter();
        try {
            trial.verify(from, to, into);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void probabilities(int from, int to, double[] into) {
        enter();
        try {
            trial.probabilities(from, to, into);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void probabilities(int from, int to, double[] into, double[] scores) {
        enter();
        try {
            trial.probabilities(from, to, into, scores);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public double score(int node) {
        enter();
        try {
            return trial.score(node);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void score(int from, int to, double[] into) {
        enter();
        try {
            trial.score(from, to, into);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int stepScores(int candidate, double[] into) {
        enter();
        try {
            return trial.stepScores(candidate, into);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int judge(int first, int second) {
        enter();
        try {
            return trial.judge(first, second);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int answer(int candidate) {
        enter();
        try {
            return trial.answer(candidate);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void answers(int from, int to, int[] into) {
        enter();
        try {
            trial.answers(from, to, into);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public boolean allAnswer() {
        enter();
        return trial.allAnswer();
    }

    @Override
    public boolean answered(int candidate) {
        enter();
        try {
            return trial.answered(candidate);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public boolean complete(int node) {
        enter();
        try {
            return trial.complete(node);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int complete(int from, int to, boolean[] into, int at) {
        enter();
        try {
            return trial.complete(from, to, into, at);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int depth(int node) {
        enter();
        try {
            return trial.depth(node);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int parent(int node) {
        enter();
        try {
            return trial.parent(node);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int tokens(int node) {
        enter();
        try {
            return trial.tokens(node);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public int size() {
        enter();
        try {
            return trial.size();
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public long spent(Resource resource) {
        enter();
        try {
            return trial.spent(resource);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public long limit(Resource resource) {
        enter();
        try {
            return trial.limit(resource);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public long solutions(int callsPerStep, int callsPerCandidate) {
        enter();
        try {
            return trial.solutions(callsPerStep, callsPerCandidate);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public boolean pays(long candidates, long calls) {
        enter();
        try {
            return trial.pays(candidates, calls);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void commit(int candidate) {
        enter();
        try {
            trial.commit(candidate);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public void abstain() {
        enter();
        try {
            trial.abstain();
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    @Override
    public UniformRandomProvider random() {
        enter();
        try {
            trial.random();
            return stream;
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }
}
