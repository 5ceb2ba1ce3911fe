package overthink.core.trial;

import java.util.Arrays;

/**
 * Calls that were issued at the same moment and of which so many run at once: in order, each starts when a place is free
 * (list scheduling).
 *
 * <p>While all take equally long they run in waves, and their number is all there is to know. Otherwise a heap holds when
 * each place in use will be free.
 */
final class Slots {

    private final int places;

    /** Whether all calls took {@code each}. */
    private boolean alike;

    private double each;
    /** Waves of calls that are alike, the last with so many. */
    private long waves;

    private int inWave;

    /** When the places in use will be free; a heap, the first the least, once all are in use. */
    private double[] free = {};

    private int used;
    private double end;

    Slots(int places) {
        this.places = places;
    }

    void clear() {
        alike = true;
        each = 0;
        waves = 0;
        inWave = 0;
        used = 0;
        end = 0;
    }

    /** {@code calls} more, at least 1, that take {@code duration} each. */
    void add(long calls, double duration) {
        if (waves == 0 && alike) {
            each = duration;
            waves = 1;
        }
        if (alike && duration == each) {
            long left = calls - (places - inWave);
            if (left <= 0) {
                inWave += (int) calls;
            } else {
                waves += (left - 1) / places + 1;
                inWave = (int) ((left - 1) % places) + 1;
            }
            return;
        }
        tellApart();
        if (places == Integer.MAX_VALUE) {
            // nobody ever waits
            end = Math.max(end, duration);
            return;
        }
        for (long call = 0; call < calls; call++) {
            place(duration);
        }
    }

    /** When the last is back. */
    double end() {
        return alike ? waves * each : end;
    }

    /** When the last would be back after one more. */
    double endAfter(double duration) {
        return Math.max(end(), nextStart() + duration);
    }

    private double nextStart() {
        if (alike) {
            return waves == 0 ? 0 : (inWave < places ? waves - 1 : waves) * each;
        }
        return used < places ? 0 : free[0];
    }

    /** Writes down when each place will be free, for calls that are no longer alike. */
    private void tellApart() {
        if (!alike) {
            return;
        }
        alike = false;
        end = waves * each;
        used = waves > 1 ? places : inWave;
        if (places == Integer.MAX_VALUE && waves == 1) {
            return;
        }
        reserve(used);
        // ascending, which is a heap
        int late = used - inWave;
        Arrays.fill(free, 0, late, (waves - 1) * each);
        Arrays.fill(free, late, used, waves * each);
    }

    private void place(double duration) {
        if (used < places) {
            reserve(used + 1);
            free[used++] = duration;
            end = Math.max(end, duration);
            if (used == places) {
                for (int i = places / 2 - 1; i >= 0; i--) {
                    sink(i, free[i]);
                }
            }
            return;
        }
        double back = free[0] + duration;
        end = Math.max(end, back);
        sink(0, back);
    }

    /** Puts a time at a place of the heap, or below it, moving earlier ones up. */
    private void sink(int from, double time) {
        int at = from;
        while (true) {
            long left = 2L * at + 1;
            if (left >= places) {
                break;
            }
            int child = (int) left;
            if (child + 1 < places && free[child + 1] < free[child]) {
                child++;
            }
            if (free[child] >= time) {
                break;
            }
            free[at] = free[child];
            at = child;
        }
        free[at] = time;
    }

    private void reserve(int needed) {
        if (needed > free.length) {
            free = Arrays.copyOf(free, (int) Math.min(places, Math.max(16L, needed + (needed >> 1))));
        }
    }
}
