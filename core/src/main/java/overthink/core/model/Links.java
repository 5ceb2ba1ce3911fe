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
    private int[] before = new int[0];
    private int[] revisions = new int[0];
    private int[] source = new int[0];
    private int[] code = new int[0];

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
        if (before.length <= node) {
            int room = Nodes.room(node + 1);
            before = Arrays.copyOf(before, room);
            revisions = Arrays.copyOf(revisions, room);
            source = Arrays.copyOf(source, room);
            code = Arrays.copyOf(code, room);
        }
        for (; known < node; known++) {
            set(known, Session.NONE, 0, known, OWN);
        }
        set(node, predecessor, count, from, drawn);
        known = node + 1;
    }

    private void set(int node, int predecessor, int count, int from, int drawn) {
        before[node] = predecessor;
        revisions[node] = count;
        source[node] = from;
        code[node] = drawn;
    }

    /** The candidate that a node revises, or {@link Session#NONE}. */
    int before(int node) {
        return node < known ? before[node] : Session.NONE;
    }

    /** How many revisions made a node, those of its chain before it included. */
    int revisions(int node) {
        return node < known ? revisions[node] : 0;
    }

    /** The node whose answer a node gives: the one that drew it. */
    int source(int node) {
        return node < known ? source[node] : node;
    }

    /** The class of the wrong answer that was drawn for a node, {@link #OWN} or {@link #SILENT}. */
    int code(int node) {
        return node < known ? code[node] : OWN;
    }
}
