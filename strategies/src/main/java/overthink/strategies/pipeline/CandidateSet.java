package overthink.strategies.pipeline;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.strategies.selection.AscendingOrder;

/** The candidates that a pipeline works on, in order. Kept from trial to trial, so that nothing is allocated. */
final class CandidateSet {

    private int[] members = new int[64];
    private int[] others = new int[64];
    private double[] scores = new double[64];
    private double[] sorted = new double[64];
    private int size;

    /** Begins a trial. */
    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int member(int index) {
        return members[index];
    }

    /** The members, as far as {@link #size()}; to be read only. */
    int[] members() {
        return members;
    }

    /** Adds the candidates made last. */
    void add(int first, int count) {
        room(size + count);
        for (int i = 0; i < count; i++) {
            members[size++] = first + i;
        }
    }

    /** Puts a candidate in the place of a member. */
    void replace(int index, int candidate) {
        members[index] = candidate;
    }

    /** Leaves one member alone. */
    void reduceTo(int index) {
        members[0] = members[index];
        size = 1;
    }

    /** Leaves the first ones alone. */
    void truncate(int count) {
        size = count;
    }

    /** Room for as many candidates as are asked for, which become the members by {@link #swap}. */
    int[] next(int count) {
        if (others.length < count) {
            others = Arrays.copyOf(others, Math.max(count, 2 * others.length));
        }
        return others;
    }

    /** Makes the first of what was put into {@link #next} the members. */
    void swap(int count) {
        int[] before = members;
        members = others;
        others = before;
        size = count;
        room(size);
    }

    /** Asks a verifier about all members; what cannot be paid for is {@code NaN}. */
    double[] score(Session verifier) {
        if (scores.length < size) {
            scores = Arrays.copyOf(scores, Math.max(size, 2 * scores.length));
        }
        if (size > 0 && members[size - 1] - members[0] == size - 1) {
            verifier.verify(members[0], members[size - 1] + 1, scores);
            return scores;
        }
        verifier.together(size);
        int asked = 0;
        while (asked < size) {
            double score = verifier.verify(members[asked]);
            if (Double.isNaN(score)) {
                break;
            }
            scores[asked++] = score;
        }
        Arrays.fill(scores, asked, size, Double.NaN);
        return scores;
    }

    /** Leaves the {@code n} of the highest scores, the first of equals, in their order; {@code NaN} is the lowest. */
    void keepBest(double[] of, int n) {
        if (n >= size) {
            return;
        }
        if (sorted.length < size) {
            sorted = Arrays.copyOf(sorted, Math.max(size, 2 * sorted.length));
        }
        for (int i = 0; i < size; i++) {
            of[i] = Double.isNaN(of[i]) ? Double.NEGATIVE_INFINITY : of[i];
            sorted[i] = of[i];
        }
        AscendingOrder.sort(sorted, size);
        double least = sorted[size - n];
        int equals = n;
        for (int i = 0; i < size; i++) {
            equals -= of[i] > least ? 1 : 0;
        }
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (of[i] > least || (of[i] == least && equals-- > 0)) {
                members[left++] = members[i];
            }
        }
        size = left;
    }

    private void room(int count) {
        if (members.length < count) {
            members = Arrays.copyOf(members, Math.max(count, 2 * members.length));
        }
    }
}
