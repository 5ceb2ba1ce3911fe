package overthink.core.trial;

import org.apache.commons.rng.UniformRandomProvider;

/** A strategy's random stream, as long as its trial lasts and on the thread that plays it. */
public final class GuardedStream implements UniformRandomProvider {

    private final GuardedSession session;
    private final UniformRandomProvider stream;

    GuardedStream(GuardedSession session, UniformRandomProvider stream) {
        this.session = session;
        this.stream = stream;
    }

    @Override
    public long nextLong() {
        session.enter();
        return stream.nextLong();
    }

    @Override
    public long nextLong(long n) {
        session.enter();
        return stream.nextLong(n);
    }

    @Override
    public long nextLong(long origin, long bound) {
        session.enter();
        return stream.nextLong(origin, bound);
    }

    @Override
    public int nextInt() {
        session.enter();
        return stream.nextInt();
    }

    @Override
    public int nextInt(int n) {
        session.enter();
        return stream.nextInt(n);
    }

    @Override
    public int nextInt(int origin, int bound) {
        session.enter();
        return stream.nextInt(origin, bound);
    }

    @Override
    public boolean nextBoolean() {
        session.enter();
        return stream.nextBoolean();
    }

    @Override
    public float nextFloat() {
        session.enter();
        return stream.nextFloat();
    }

    @Override
    public float nextFloat(float bound) {
        session.enter();
        return stream.nextFloat(bound);
    }

    @Override
    public float nextFloat(float origin, float bound) {
        session.enter();
        return stream.nextFloat(origin, bound);
    }

    @Override
    public double nextDouble() {
        session.enter();
        return stream.nextDouble();
    }

    @Override
    public double nextDouble(double bound) {
        session.enter();
        return stream.nextDouble(bound);
    }

    @Override
    public double nextDouble(double origin, double bound) {
        session.enter();
        return stream.nextDouble(origin, bound);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        session.enter();
        stream.nextBytes(bytes);
    }

    @Override
    public void nextBytes(byte[] bytes, int start, int length) {
        session.enter();
        stream.nextBytes(bytes, start, length);
    }
}
