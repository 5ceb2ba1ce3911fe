package overthink.core.model.part;

import java.util.Arrays;
import overthink.core.law.part.Combination;
import overthink.core.model.AnswerNumbers;

/**
 * The classes of the answers of one trial, by first appearance. Right candidates give one answer; of the others two give the same where
 * they answer all parts alike.
 */
final class PartAnswers {

    private static final int NOBODY = -1;

    private final PartNodes nodes;
    private final int parts;
    private final Combination combination;
    private final AnswerNumbers[] ofParts;

    /** By slot of a hash table: the first node of a class. */
    private int[] firsts = new int[64];
    /** By slot: its number. */
    private int[] numbers = new int[64];

    private int classes;

    PartAnswers(PartNodes nodes, int parts, Combination combination) {
        this.nodes = nodes;
        this.parts = parts;
        this.combination = combination;
        ofParts = new AnswerNumbers[parts];
        Arrays.setAll(ofParts, part -> new AnswerNumbers());
    }

    void begin() {
        Arrays.fill(firsts, NOBODY);
        classes = 0;
        for (AnswerNumbers one : ofParts) {
            one.reset();
        }
    }

    /** The class of an attempt's answer to its part. */
    int ofPart(int attempt) {
        int part = nodes.attempted(attempt);
        return ofParts[part].of(nodes.code(attempt, part));
    }

    private boolean right(int node) {
        return combination.worth(Long.bitCount(nodes.rights(node)), parts) == 1;
    }

    /** The class of a candidate's answer. */
    int of(int node) {
        if (2 * classes >= firsts.length) {
            grow();
        }
        int slot = slot(node);
        if (firsts[slot] == NOBODY) {
            firsts[slot] = node;
            numbers[slot] = classes++;
        }
        return numbers[slot];
    }

    private int slot(int node) {
        int mask = firsts.length - 1;
        int slot = hash(node) & mask;
        while (firsts[slot] != NOBODY && !same(firsts[slot], node)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean same(int one, int other) {
        boolean right = right(one);
        if (right || right(other)) {
            return right == right(other);
        }
        for (int part = 0; part < parts; part++) {
            if (nodes.code(one, part) != nodes.code(other, part)) {
                return false;
            }
        }
        return true;
    }

    private int hash(int node) {
        if (right(node)) {
            return 0;
        }
        int hash = 1;
        for (int part = 0; part < parts; part++) {
            hash = 31 * hash + nodes.code(node, part);
        }
        return hash ^ hash >>> 16;
    }

    private void grow() {
        int[] oldFirsts = firsts;
        int[] oldNumbers = numbers;
        firsts = new int[2 * oldFirsts.length];
        numbers = new int[firsts.length];
        Arrays.fill(firsts, NOBODY);
        for (int i = 0; i < oldFirsts.length; i++) {
            if (oldFirsts[i] != NOBODY) {
                int slot = slot(oldFirsts[i]);
                firsts[slot] = oldFirsts[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
