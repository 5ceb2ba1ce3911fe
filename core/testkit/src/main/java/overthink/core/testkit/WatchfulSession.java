package overthink.core.testkit;

import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Resource;
import overthink.core.api.Session;

/** A session that fails a strategy that calls it over and over without spending, or commits what is no candidate. */
final class WatchfulSession extends ForwardingSession {

    /** Free calls in a row after which a strategy counts as looping. */
    static final int PATIENCE = 5_000_000;

    private final Watch watch;

    WatchfulSession(Session session) {
        this(session, new Watch());
    }

    private WatchfulSession(Session session, Watch watch) {
        super(session);
        this.watch = watch;
    }

    /** What is watched of a trial, through whichever of its views. */
    private static final class Watch {

        private long spent = -1;
        private int idle;
    }

    private Session watched() {
        long now = super.spent(Resource.STEPS) + super.spent(Resource.VERIFIER_CALLS);
        watch.idle = now == watch.spent ? watch.idle + 1 : 0;
        watch.spent = now;
        if (watch.idle > PATIENCE) {
            throw new AssertionError("it called its session %,d times without spending".formatted(watch.idle));
        }
        return session();
    }

    @Override
    public Session policy(int number) {
        return new WatchfulSession(watched().policy(number), watch);
    }

    @Override
    public int policyOf(int node) {
        return watched().policyOf(node);
    }

    @Override
    public double signal() {
        return watched().signal();
    }

    @Override
    public Session verifier(int number) {
        return new WatchfulSession(watched().verifier(number), watch);
    }

    @Override
    public int generate() {
        return watched().generate();
    }

    @Override
    public int generate(int width) {
        return watched().generate(width);
    }

    @Override
    public int generate(int width, int callsEach) {
        return watched().generate(width, callsEach);
    }

    @Override
    public int extend(int node) {
        return watched().extend(node);
    }

    @Override
    public int extend(int[] nodes, int count) {
        return watched().extend(nodes, count);
    }

    @Override
    public int extendGreedily(int[] nodes, int count) {
        return watched().extendGreedily(nodes, count);
    }

    @Override
    public int revise(int candidate, boolean toldWrong) {
        return watched().revise(candidate, toldWrong);
    }

    @Override
    public boolean finished(int candidate) {
        return watched().finished(candidate);
    }

    @Override
    public int merge(int[] candidates, int count) {
        return watched().merge(candidates, count);
    }

    @Override
    public int vary(int candidate, double stride) {
        return watched().vary(candidate, stride);
    }

    @Override
    public int parts() {
        return watched().parts();
    }

    @Override
    public int waitsFor(int part, int[] into) {
        return watched().waitsFor(part, into);
    }

    @Override
    public int attempt(int part, int[] chosen) {
        return watched().attempt(part, chosen);
    }

    @Override
    public int partAnswer(int attempt) {
        return watched().partAnswer(attempt);
    }

    @Override
    public int assemble(int[] chosen) {
        return watched().assemble(chosen);
    }

    @Override
    public int contract(int node) {
        return watched().contract(node);
    }

    @Override
    public int idea() {
        return watched().idea();
    }

    @Override
    public int ideaClass(int idea) {
        return watched().ideaClass(idea);
    }

    @Override
    public int generateFrom(int idea) {
        return watched().generateFrom(idea);
    }

    @Override
    public void read(int documents) {
        watched().read(documents);
    }

    @Override
    public void demonstrate(int demonstrations) {
        watched().demonstrate(demonstrations);
    }

    @Override
    public double verify(int candidate) {
        return watched().verify(candidate);
    }

    @Override
    public void verify(int from, int to, double[] into) {
        watched().verify(from, to, into);
    }

    @Override
    public double score(int node) {
        return watched().score(node);
    }

    @Override
    public void score(int from, int to, double[] into) {
        watched().score(from, to, into);
    }

    @Override
    public int stepScores(int candidate, double[] into) {
        return watched().stepScores(candidate, into);
    }

    @Override
    public int judge(int first, int second) {
        return watched().judge(first, second);
    }

    @Override
    public int answer(int candidate) {
        return watched().answer(candidate);
    }

    @Override
    public void answers(int from, int to, int[] into) {
        watched().answers(from, to, into);
    }

    @Override
    public boolean complete(int node) {
        return watched().complete(node);
    }

    @Override
    public int depth(int node) {
        return watched().depth(node);
    }

    @Override
    public int parent(int node) {
        return watched().parent(node);
    }

    @Override
    public int tokens(int node) {
        return watched().tokens(node);
    }

    @Override
    public int size() {
        return watched().size();
    }

    @Override
    public long spent(Resource resource) {
        return watched().spent(resource);
    }

    @Override
    public long limit(Resource resource) {
        return watched().limit(resource);
    }

    @Override
    public boolean pays(long candidates, long calls) {
        return watched().pays(candidates, calls);
    }

    @Override
    public long solutions(int callsPerStep, int callsPerCandidate) {
        return watched().solutions(callsPerStep, callsPerCandidate);
    }

    @Override
    public void commit(int candidate) {
        if (candidate < 0 || candidate >= watched().size() || !session().complete(candidate)) {
            throw new AssertionError("it committed %d, which is no candidate".formatted(candidate));
        }
        session().commit(candidate);
    }

    @Override
    public void abstain() {
        watched().abstain();
    }

    @Override
    public UniformRandomProvider random() {
        return watched().random();
    }
}
