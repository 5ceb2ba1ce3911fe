package overthink.core.trial;

import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Resource;
import overthink.core.api.Session;

/**
 * A trial as one of its policies works on it and one of its verifiers judges it. What depends on that is asked of the trial while
 * it is turned to the two; it is turned back before anybody else can ask. All calls pass the guard.
 */
final class TrialView implements Session {

    private final GuardedSession guard;
    private final TrialSession trial;
    private final int policy;
    private final int verifier;

    TrialView(GuardedSession guard, TrialSession trial, int policy, int verifier) {
        this.guard = guard;
        this.trial = trial;
        this.policy = policy;
        this.verifier = verifier;
    }

    /** Turns the trial to this view. */
    private void turn() {
        guard.enter();
        trial.judgeBy(verifier);
        trial.actBy(policy);
    }

    /** Turns the trial back. */
    private void turnBack() {
        trial.judgeBy(0);
        trial.actBy(0);
    }

    @Override
    public int generate() {
        turn();
        try {
            return guard.generate();
        } finally {
            turnBack();
        }
    }

    @Override
    public int generate(int width) {
        return generate(width, 0);
    }

    @Override
    public int generate(int width, int callsEach) {
        turn();
        try {
            return guard.generate(width, callsEach);
        } finally {
            turnBack();
        }
    }

    @Override
    public int extend(int node) {
        turn();
        try {
            return guard.extend(node);
        } finally {
            turnBack();
        }
    }

    @Override
    public int extend(int[] nodes, int count) {
        turn();
        try {
            return guard.extend(nodes, count);
        } finally {
            turnBack();
        }
    }

    @Override
    public int extendGreedily(int[] nodes, int count) {
        turn();
        try {
            return guard.extendGreedily(nodes, count);
        } finally {
            turnBack();
        }
    }

    @Override
    public int revise(int candidate) {
        return revise(candidate, false);
    }

    @Override
    public int revise(int candidate, boolean toldWrong) {
        turn();
        try {
            return guard.revise(candidate, toldWrong);
        } finally {
            turnBack();
        }
    }

    @Override
    public boolean finished(int candidate) {
        turn();
        try {
            return guard.finished(candidate);
        } finally {
            turnBack();
        }
    }

    @Override
    public int merge(int[] candidates, int count) {
        turn();
        try {
            return guard.merge(candidates, count);
        } finally {
            turnBack();
        }
    }

    @Override
    public int vary(int candidate, double stride) {
        return guard.vary(candidate, stride);
    }

    @Override
    public int parts() {
        return guard.parts();
    }

    @Override
    public int waitsFor(int part, int[] into) {
        return guard.waitsFor(part, into);
    }

    @Override
    public int attempt(int part, int[] chosen) {
        return guard.attempt(part, chosen);
    }

    @Override
    public int partAnswer(int attempt) {
        return guard.partAnswer(attempt);
    }

    @Override
    public int assemble(int[] chosen) {
        return guard.assemble(chosen);
    }

    @Override
    public int contract(int node) {
        return guard.contract(node);
    }

    @Override
    public int idea() {
        turn();
        try {
            return guard.idea();
        } finally {
            turnBack();
        }
    }

    @Override
    public int ideaClass(int idea) {
        turn();
        try {
            return guard.ideaClass(idea);
        } finally {
            turnBack();
        }
    }

    @Override
    public int generateFrom(int idea) {
        turn();
        try {
            return guard.generateFrom(idea);
        } finally {
            turnBack();
        }
    }

    @Override
    public void read(int documents) {
        turn();
        try {
            guard.read(documents);
        } finally {
            turnBack();
        }
    }

    @Override
    public void demonstrate(int demonstrations) {
        turn();
        try {
            guard.demonstrate(demonstrations);
        } finally {
            turnBack();
        }
    }

    @Override
    public void together(long calls) {
        turn();
        try {
            guard.together(calls);
        } finally {
            turnBack();
        }
    }

    @Override
    public double verify(int candidate) {
        turn();
        try {
            return guard.verify(candidate);
        } finally {
            turnBack();
        }
    }

    @Override
    public void verify(int from, int to, double[] into) {
        turn();
        try {
            guard.verify(from, to, into);
        } finally {
            turnBack();
        }
    }

    @Override
    public void probabilities(int from, int to, double[] into) {
        turn();
        try {
            guard.probabilities(from, to, into);
        } finally {
            turnBack();
        }
    }

    @Override
    public void probabilities(int from, int to, double[] into, double[] scores) {
        turn();
        try {
            guard.probabilities(from, to, into, scores);
        } finally {
            turnBack();
        }
    }

    @Override
    public int verifierNumber(String name) {
        return guard.verifierNumber(name);
    }

    @Override
    public int verifiers() {
        return guard.verifiers();
    }

    @Override
    public Session verifier(int number) {
        return guard.viewOf(policy, number);
    }

    @Override
    public int policyNumber(String name) {
        return guard.policyNumber(name);
    }

    @Override
    public int policies() {
        return guard.policies();
    }

    @Override
    public Session policy(int number) {
        return guard.viewOf(number, verifier);
    }

    @Override
    public int policyOf(int node) {
        return guard.policyOf(node);
    }

    @Override
    public double signal() {
        return guard.signal();
    }

    @Override
    public double score(int node) {
        return guard.score(node);
    }

    @Override
    public void score(int from, int to, double[] into) {
        guard.score(from, to, into);
    }

    @Override
    public int stepScores(int candidate, double[] into) {
        return guard.stepScores(candidate, into);
    }

    @Override
    public int judge(int first, int second) {
        return guard.judge(first, second);
    }

    @Override
    public int answer(int candidate) {
        return guard.answer(candidate);
    }

    @Override
    public void answers(int from, int to, int[] into) {
        guard.answers(from, to, into);
    }

    @Override
    public boolean allAnswer() {
        return guard.allAnswer();
    }

    @Override
    public boolean answered(int candidate) {
        return guard.answered(candidate);
    }

    @Override
    public boolean complete(int node) {
        return guard.complete(node);
    }

    @Override
    public int complete(int from, int to, boolean[] into, int at) {
        return guard.complete(from, to, into, at);
    }

    @Override
    public int depth(int node) {
        return guard.depth(node);
    }

    @Override
    public int parent(int node) {
        return guard.parent(node);
    }

    @Override
    public int tokens(int node) {
        return guard.tokens(node);
    }

    @Override
    public int size() {
        return guard.size();
    }

    @Override
    public long spent(Resource resource) {
        return guard.spent(resource);
    }

    @Override
    public long limit(Resource resource) {
        turn();
        try {
            return guard.limit(resource);
        } finally {
            turnBack();
        }
    }

    @Override
    public long solutions(int callsPerStep, int callsPerCandidate) {
        turn();
        try {
            return guard.solutions(callsPerStep, callsPerCandidate);
        } finally {
            turnBack();
        }
    }

    @Override
    public boolean pays(long candidates, long calls) {
        turn();
        try {
            return guard.pays(candidates, calls);
        } finally {
            turnBack();
        }
    }

    @Override
    public void commit(int candidate) {
        guard.commit(candidate);
    }

    @Override
    public void abstain() {
        guard.abstain();
    }

    @Override
    public UniformRandomProvider random() {
        return guard.random();
    }
}
