package overthink.core.testkit;

import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Resource;
import overthink.core.api.Session;

/** A session that hands every call on to another; override what should differ. */
public abstract class ForwardingSession implements Session {

    private final Session session;

    /** Hands calls on to {@code session}. */
    protected ForwardingSession(Session session) {
        this.session = session;
    }

    /** The session that calls are handed on to. */
    protected final Session session() {
        return session;
    }

    @Override
    public int generate() {
        return session.generate();
    }

    @Override
    public int generate(int width) {
        return session.generate(width);
    }

    @Override
    public int generate(int width, int callsEach) {
        return session.generate(width, callsEach);
    }

    @Override
    public int extend(int node) {
        return session.extend(node);
    }

    @Override
    public int extend(int[] nodes, int count) {
        return session.extend(nodes, count);
    }

    @Override
    public int extendGreedily(int[] nodes, int count) {
        return session.extendGreedily(nodes, count);
    }

    @Override
    public int revise(int candidate) {
        return revise(candidate, false);
    }

    @Override
    public int revise(int candidate, boolean toldWrong) {
        return session.revise(candidate, toldWrong);
    }

    @Override
    public boolean finished(int candidate) {
        return session.finished(candidate);
    }

    @Override
    public int merge(int[] candidates, int count) {
        return session.merge(candidates, count);
    }

    @Override
    public int vary(int candidate, double stride) {
        return session.vary(candidate, stride);
    }

    @Override
    public int parts() {
        return session.parts();
    }

    @Override
    public int waitsFor(int part, int[] into) {
        return session.waitsFor(part, into);
    }

    @Override
    public int attempt(int part, int[] chosen) {
        return session.attempt(part, chosen);
    }

    @Override
    public int partAnswer(int attempt) {
        return session.partAnswer(attempt);
    }

    @Override
    public int assemble(int[] chosen) {
        return session.assemble(chosen);
    }

    @Override
    public int contract(int node) {
        return session.contract(node);
    }

    @Override
    public int idea() {
        return session.idea();
    }

    @Override
    public int ideaClass(int idea) {
        return session.ideaClass(idea);
    }

    @Override
    public int generateFrom(int idea) {
        return session.generateFrom(idea);
    }

    @Override
    public void read(int documents) {
        session.read(documents);
    }

    @Override
    public void demonstrate(int demonstrations) {
        session.demonstrate(demonstrations);
    }

    @Override
    public void together(long calls) {
        session.together(calls);
    }

    @Override
    public int policyNumber(String name) {
        return session.policyNumber(name);
    }

    @Override
    public int policies() {
        return session.policies();
    }

    /** The other session's own view; override it where a view should differ as this session does. */
    @Override
    public Session policy(int number) {
        return session.policy(number);
    }

    @Override
    public int policyOf(int node) {
        return session.policyOf(node);
    }

    @Override
    public double signal() {
        return session.signal();
    }

    @Override
    public int verifierNumber(String name) {
        return session.verifierNumber(name);
    }

    @Override
    public int verifiers() {
        return session.verifiers();
    }

    /** The other session's own view; override it where a view should differ as this session does. */
    @Override
    public Session verifier(int number) {
        return session.verifier(number);
    }

    @Override
    public double verify(int candidate) {
        return session.verify(candidate);
    }

    @Override
    public void verify(int from, int to, double[] into) {
        session.verify(from, to, into);
    }

    @Override
    public double score(int node) {
        return session.score(node);
    }

    @Override
    public void score(int from, int to, double[] into) {
        session.score(from, to, into);
    }

    @Override
    public int stepScores(int candidate, double[] into) {
        return session.stepScores(candidate, into);
    }

    @Override
    public int judge(int first, int second) {
        return session.judge(first, second);
    }

    @Override
    public int answer(int candidate) {
        return session.answer(candidate);
    }

    @Override
    public void answers(int from, int to, int[] into) {
        session.answers(from, to, into);
    }

    @Override
    public boolean allAnswer() {
        return session.allAnswer();
    }

    @Override
    public boolean answered(int candidate) {
        return session.answered(candidate);
    }

    @Override
    public boolean complete(int node) {
        return session.complete(node);
    }

    @Override
    public int depth(int node) {
        return session.depth(node);
    }

    @Override
    public int parent(int node) {
        return session.parent(node);
    }

    @Override
    public int tokens(int node) {
        return session.tokens(node);
    }

    @Override
    public int size() {
        return session.size();
    }

    @Override
    public long spent(Resource resource) {
        return session.spent(resource);
    }

    @Override
    public long limit(Resource resource) {
        return session.limit(resource);
    }

    @Override
    public long solutions(int callsPerStep, int callsPerCandidate) {
        return session.solutions(callsPerStep, callsPerCandidate);
    }

    @Override
    public boolean pays(long candidates, long calls) {
        return session.pays(candidates, calls);
    }

    @Override
    public void commit(int candidate) {
        session.commit(candidate);
    }

    @Override
    public void abstain() {
        session.abstain();
    }

    @Override
    public UniformRandomProvider random() {
        return session.random();
    }
}
