package overthink.strategies.pipeline;

/** How large a pipeline is at most, after some of its stages. Kept from trial to trial, so that nothing is allocated. */
final class Extent {

    private long size;
    private long generations;
    private long calls;

    /** Nothing is made yet. */
    void clear() {
        size = 0;
        generations = 0;
        calls = 0;
    }

    /** Candidates in hand. */
    long size() {
        return size;
    }

    /** Whole candidates made. */
    long generations() {
        return generations;
    }

    /** Calls of verifiers and judge. */
    long calls() {
        return calls;
    }

    /** So many candidates more, and all of them in hand. */
    void generate(long count) {
        size += count;
        generations += count;
    }

    /** So many candidates made of those in hand, and so many left in their place. */
    void make(long count, long left) {
        size = left;
        generations += count;
    }

    /** So many calls, and so many candidates left at most. */
    void judge(long count, long left) {
        size = left;
        calls += count;
    }
}
