package overthink.strategies.search;

import java.util.ArrayList;
import java.util.List;
import overthink.core.api.Strategy;

/** What a search did beyond its calls of the session. */
public final class SearchTraces {

    private final List<Integer> widths = new ArrayList<>();
    private final List<Integer> result = new ArrayList<>();
    private int selected = -1;

    private SearchTraces() {}

    /**
     * Traces what a strategy does from now on.
     *
     * @throws IllegalArgumentException when it is no search that can be traced
     */
    public static SearchTraces of(Strategy strategy) {
        if (!(strategy instanceof AbstractSearch search)) {
            throw new IllegalArgumentException("%s has no trace".formatted(strategy.getClass()));
        }
        SearchTraces traces = new SearchTraces();
        search.show(traces.new Listener());
        return traces;
    }

    private final class Listener implements SearchTrace {

        @Override
        public void width(int remaining) {
            widths.add(remaining);
        }

        @Override
        public void result(int[] nodes, int count, int chosen) {
            result.clear();
            for (int i = 0; i < count; i++) {
                result.add(nodes[i]);
            }
            selected = chosen;
        }
    }

    /** The width at each depth that got children. */
    public List<Integer> widths() {
        return widths;
    }

    /** The nodes that the search ended with, in its order. */
    public List<Integer> result() {
        return result;
    }

    /** The index of the one chosen among them. */
    public int selected() {
        return selected;
    }

    /**
     * How rebase divides a width in 32-bit arithmetic.
     *
     * @param scores as probabilities, in descending order
     */
    public static List<Integer> rebaseChildren(double[] scores, int width, double temperature) {
        return allot(new Rebase(temperature, 1, 0, Rebase.Arithmetic.FLOAT32), scores, width);
    }

    static List<Integer> allot(Rebase rebase, double[] scores, int width) {
        int[] children = new int[scores.length];
        rebase.allot(scores.clone(), scores.length, width, children);
        List<Integer> list = new ArrayList<>();
        for (int count : children) {
            list.add(count);
        }
        return list;
    }
}
