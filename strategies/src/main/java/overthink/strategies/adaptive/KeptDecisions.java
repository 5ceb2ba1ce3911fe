package overthink.strategies.adaptive;

/** Decisions by key, so that nothing is worked out twice; at most 2<sup>20</sup> of them. Keys are above 0 and have 63 bits. */
final class KeptDecisions {

    private static final int MOST = 1 << 20;

    /** Open addressing: twice the key, plus 1 where it is decided for; 0 is free. */
    private long[] entries = new long[1 << 10];

    private int count;

    /** What was decided: 1 for, 0 against, −1 for nothing yet. */
    int decided(long key) {
        long entry = entries[slot(key)];
        return entry == 0 ? -1 : (int) (entry & 1);
    }

    /** Keeps a decision on a key that has none. */
    void keep(long key, boolean decision) {
        if (count == MOST) {
            return;
        }
        entries[slot(key)] = 2 * key + (decision ? 1 : 0);
        count++;
        if (2 * count > entries.length) {
            long[] old = entries;
            entries = new long[2 * old.length];
            for (long moved : old) {
                if (moved != 0) {
                    entries[slot(moved >>> 1)] = moved;
                }
            }
        }
    }

    /** Where a key is, or belongs. */
    private int slot(long key) {
        int mask = entries.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (entries[slot] != 0 && entries[slot] >>> 1 != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
