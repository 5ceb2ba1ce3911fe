package overthink.core.model;

import overthink.core.api.Session;
import overthink.core.law.chain.MergeLaw;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/** Makes one candidate of several in one trial by a {@link MergeLaw}. */
final class Merges {

    private final MergeLaw law;
    private final Nodes nodes;
    private final Links links;
    private final Site freshness = new Site(Purpose.FRESH);
    private final Site adoptions = new Site(Purpose.ADOPTION);
    private long correct;
    private long freshBelow;
    private double discernment;
    /** Of a wrong member, and of a right one. */
    private final double[] weights = {1, 1};

    Merges(MergeLaw law, Nodes nodes, Links links) {
        this.law = law;
        this.nodes = nodes;
        this.links = links;
    }

    /** Turns to another problem. */
    void turnTo(ProblemTables tables) {
        freshness.turnTo(tables.origin, tables.index);
        adoptions.turnTo(tables.origin, tables.index);
        retune(tables);
    }

    /** Turns to the problem as it is after reading. */
    void retune(ProblemTables tables) {
        correct = tables.correct;
        freshBelow = Address.threshold(law.fresh().at(tables.p));
        discernment = law.discernment().at(tables.p);
        weights[1] = discernment;
    }

    /** Begins a trial. */
    void begin(long trial) {
        freshness.begin(trial);
        adoptions.begin(trial);
        links.begin();
    }

    /** Makes one candidate of some; room was made. Returns whether it is right. */
    boolean merge(int[] members, int count) {
        int made = nodes.size;
        long number = nodes.takeMerged(members, count);
        if (freshness.word(number) >>> 1 < freshBelow) {
            boolean right = nodes.falls(number, correct);
            nodes.addMade(number, right);
            links.add(made, Session.NONE, 0, made, Links.OWN);
            return right;
        }
        int adopted = adopted(members, count, Address.uniform(adoptions.word(number)));
        boolean right = nodes.isSound(adopted);
        nodes.addMade(number, right);
        links.add(made, Session.NONE, 0, links.source(adopted), Links.OWN);
        return right;
    }

    /** The member at {@code u} of all weights, which are ω for right ones and 1 for wrong ones. */
    private int adopted(int[] members, int count, double u) {
        long right = 0;
        for (int i = 0; i < count; i++) {
            right += nodes.sound[members[i]];
        }
        double total = discernment * right + (count - right);
        if (total == 0) {
            // all are right and none is wanted: one is as good as another
            return members[(int) (u * count)];
        }
        // what is left falls to below 0 at the member and stays there; no branch tells where, as it would be
        // mispredicted
        double left = u * total;
        int at = 0;
        for (int i = 0; i < count; i++) {
            left -= weights[(int) nodes.sound[members[i]]];
            at += 1 - (int) (Double.doubleToRawLongBits(left) >>> 63);
        }
        return at < count ? members[at] : lastWanted(members, count);
    }

    /** The last member of weight, where rounding leaves something of all weights. */
    private int lastWanted(int[] members, int count) {
        int last = count - 1;
        while (weights[(int) nodes.sound[members[last]]] == 0) {
            last--;
        }
        return members[last];
    }
}
