package overthink.core.model;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * What the candidates of a trial that were made of others have of them. All other nodes, and all beyond the last that was, are
 * made of nothing and have answers of their own.
 */
final class Links {

    /** In place of a class of answers: what comes of the candidate's own word. */
    static final int OWN = -1;

    /** In place of a class of answers: none was given. */
    static final int SILENT = -2;

    private int known;
    /** By node, two numbers each, next to each other in memory: the candidate before it, and how many revisions made it. */
    private int[] chains = new int[0];
    /** Likewise: whose answer it gives, and the class of its own. */
    private int[] answers = new int[0];

    /** Begins a trial. */
    void begin() {
        known = 0;
    }

    /**
     * Says of what a node was made.
     *
     * @param predecessor the candidate that it revises, or {@link Session#NONE}
     * @param count how many revisions its chain has, this one included
     * @param from whose answer it gives: itself or another
     * @param drawn the class of its own wrong answer where one was drawn for it, {@link #OWN}, or {@link #SILENT}
     */
    void add(int node, int predecessor, int count, int from, int drawn) {
        if (chains.length < 2 * (node + 1)) {
            int room = Nodes.room(2 * (node + 1));
            chains = Arrays.copyOf(chains, room);
            answers = Arrays.copyOf(answers, room);
        }
        for (; known < node; known++) {
            set(known, Session.NONE, 0, known, OWN);
        }
        set(node, predecessor, count, from, drawn);
        known = node + 1;
    }

    private void set(int node, int predecessor, int count, int from, int drawn) {
        int at = 2 * node;
        chains[at] = predecessor;
        chains[at + 1] = count;
        answers[at] = from;
        answers[at + 1] = drawn;
    }

    /** The candidate that a node revises, or {@link Session#NONE}. */
    int before(int node) {
        return node < known ? chains[2 * node] : Session.NONE;
    }

    /** How many revisions made a node, those of its chain before it included. */
    int revisions(int node) {
        return node < known ? chains[2 * node + 1] : 0;
    }

    /** The node whose answer a node gives: the one that drew it. */
    int source(int node) {
        return node < known ? answers[2 * node] : node;
    }

    /** The class of the wrong answer that was drawn for a node, {@link #OWN} or {@link #SILENT}. */
    int code(int node) {
        return node < known ? answers[2 * node + 1] : OWN;
    }
}
