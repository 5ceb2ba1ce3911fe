package overthink.core.model;

/** What a {@link Model} can do besides whose problems are made of parts: sub-questions that wait for one another. */
public interface PartwiseModel {

    /** How many parts the problem has. */
    int parts();

    /** For which parts a part waits, ascending, written to {@code into}; returns how many. */
    int waitsFor(int part, int[] into);

    /** The part that a node is an attempt at, or −1. */
    int partOf(int node);

    /** Attempts a part that reads an attempt at each of those that it waits for, checked before. */
    void addAttempt(int part, int[] chosen);

    /** The class of an attempt's answer, numbered from 0 by first appearance among what this trial looked up of its part. */
    int partAnswer(int attempt);

    /** Puts a candidate together of an attempt at each part; returns whether it is right. */
    boolean addAssembled(int[] chosen);

    /** Makes a node of one below which the next part is no more; returns whether that is a whole solution and right. */
    boolean addContraction(int node);

    /** The tokens of the next attempt at a part. */
    long attemptTokens(int part);
}
