package overthink.core.exact.adaptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the graph of a vote layer by layer, from the states that can be reached.
 *
 * <p>Two states are one when no future tells them apart. Answers of equal weight only count by how many of them have so many
 * votes. With R votes to come, and a rule that looks at the d most frequent answers of which the last has w votes, an answer
 * with v &lt; w − R votes will never be among them and never lead, and neither will one with fewer: its votes are forgotten.
 * Once the leader has two votes, of those that are given once d at most matter, and none once w is 2. A row of equal votes that
 * cannot become a window before the last vote is forgotten as well.
 */
final class VoteGraphBuilder {

    /** Votes fit into so many bits. */
    private static final int BITS = 12;

    private final AnswerGroups groups;
    private final VoteStop stop;
    private final boolean[] asks;
    private final int most;
    private final int depth;
    private final VoteRates rates = new VoteRates();
    private final Map<Long, Boolean> decisions = new HashMap<>();
    private final VoteState state = new VoteState();
    private final VoteState after = new VoteState();
    private VoteStates nextStates = new VoteStates();
    private VoteLayer.LayerBuilder nextLayer = new VoteLayer.LayerBuilder();

    /**
     * A builder.
     *
     * @param asks whether the rule is asked after so many votes
     * @param most votes
     */
    VoteGraphBuilder(AnswerGroups groups, VoteStop stop, boolean[] asks, int most) {
        this.groups = groups;
        this.stop = stop;
        this.asks = asks;
        this.most = most;
        depth = stop instanceof VoteStop.ByVotes rule ? rule.depth() : 1;
    }

    VoteGraph build() {
        List<VoteLayer> layers = new ArrayList<>();
        VoteStates states = new VoteStates();
        VoteLayer.LayerBuilder layer = new VoteLayer.LayerBuilder();
        states.number(state.words(), state.length());
        layer.addState(0, false, false);
        for (int n = 0; n < most; n++) {
            nextStates = new VoteStates();
            nextLayer = new VoteLayer.LayerBuilder();
            for (int number = 0; number < states.size(); number++) {
                if (!layer.ends(number)) {
                    state.read(states.words(), states.start(number), states.start(number + 1));
                    leave(n, layer);
                }
                layer.closeState();
            }
            layers.add(layer.build());
            layer = nextLayer;
            states = nextStates;
        }
        layers.add(layer.build());
        return new VoteGraph(layers, rates);
    }

    /** Adds the edges of the state in hand. */
    private void leave(int n, VoteLayer.LayerBuilder layer) {
        for (int group = 0; group < groups.size(); group++) {
            int unseen = groups.answers(group);
            for (int run = state.firstRun(); run < state.length(); run += VoteState.RUN) {
                if (state.group(run) == group && group != groups.single()) {
                    unseen -= state.answers(run);
                    vote(n, layer, group, state.votes(run), state.answers(run));
                }
            }
            if (unseen > 0) {
                vote(n, layer, group, 0, unseen);
            }
        }
    }

    /** The next vote is for one of some answers of a group that have so many votes. */
    private void vote(int n, VoteLayer.LayerBuilder layer, int group, int votes, int among) {
        int others = among;
        if (state.rowGroup() == group && state.rowVotes() == votes) {
            layer.addEdge(target(n, group, votes, true), rates.number(group, 1));
            others--;
        }
        if (others > 0) {
            layer.addEdge(target(n, group, votes, false), rates.number(group, others));
        }
    }

    /** The state after a vote. */
    private int target(int n, int group, int votes, boolean inRow) {
        int total = n + 1;
        after.become(state, group, votes);
        int[] greatest = after.greatest();
        boolean stops = stop instanceof VoteStop.Agreement agreement
                ? agrees(agreement, total, group, votes + 1, inRow)
                : asks[total] && total < most && stops((VoteStop.ByVotes) stop, greatest, total);
        boolean ends = stops || total == most;
        if (ends) {
            after.end();
        } else {
            forget(greatest, most - total);
        }
        int leaders = ends ? after.endLeaders() : after.leadersWithTruth();
        boolean covered = ends ? after.endCovered() : after.truthVotes() > 0;
        int number = nextStates.number(after.words(), after.length());
        if (number == nextLayer.size()) {
            nextLayer.addState(leaders == 0 ? 0 : 1.0 / leaders, covered, ends);
        }
        return number;
    }

    private void forget(int[] greatest, int left) {
        int last = greatest[depth - 1];
        int singles = last > 1 ? 0 : greatest[0] > 1 ? depth : Integer.MAX_VALUE;
        after.forget(last - left, groups.single(), singles);
    }

    private boolean stops(VoteStop.ByVotes rule, int[] greatest, int total) {
        if (depth <= 2) {
            return rule.stops(greatest, total);
        }
        long key = 0;
        for (int votes : greatest) {
            key = key << BITS | votes;
        }
        return decisions.computeIfAbsent(key, unknown -> rule.stops(Arrays.copyOf(greatest, depth), total));
    }

    /** Whether a window agrees by the latest vote; if not, the row is noted that may become one. */
    private boolean agrees(VoteStop.Agreement rule, int total, int group, int votes, boolean inRow) {
        int window = rule.window();
        int row;
        if (rule.sliding()) {
            row = inRow ? state.row() + 1 : 1;
            if (row >= window) {
                return true;
            }
        } else {
            int place = (total - 1) % window + 1;
            if (place > 1 && !inRow) {
                return false;
            }
            if (place == window) {
                return true;
            }
            row = place;
        }
        if (group != groups.single() && row + (most - total) > window) {
            after.setRow(group, votes, row);
        }
        return false;
    }
}
