package overthink.core.model;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.Revision;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/** Revises candidates of one trial by a {@link ChainLaw}, and says when the policy is done. */
final class Revisions {

    private final ChainLaw law;
    private final int policy;
    private final Nodes nodes;
    private final Links links;
    private final TrialAnswers answers;
    private final Site anchors = new Site(Purpose.ANCHOR);
    private final Site avoidances = new Site(Purpose.AVOIDANCE);
    private final Site finishes = new Site(Purpose.FINISHED);
    private final Kind untold;
    private final Kind told;
    /** The classes that a fresh draw leaves out. */
    private final int[] avoided;

    private double drift;
    private long avoidsBelow;
    private long doneRightBelow;
    private long doneWrongBelow;

    /** Those of one of several policies, by its number. */
    Revisions(ChainLaw law, int policy, Nodes nodes, Links links, TrialAnswers answers) {
        this.law = law;
        this.policy = policy;
        this.nodes = nodes;
        this.links = links;
        this.answers = answers;
        avoided = new int[law.context()];
        untold = new Kind(law.revision());
        told = new Kind(law.told());
    }

    /** Turns to another problem; the answers have turned to it before. */
    void turnTo(ProblemTables tables) {
        anchors.turnTo(tables.origin, tables.index);
        avoidances.turnTo(tables.origin, tables.index);
        finishes.turnTo(tables.origin, tables.index);
        retune(tables);
    }

    /** Turns to the problem as it is after reading. */
    void retune(ProblemTables tables) {
        drift = law.drift().at(tables.p);
        avoidsBelow = Address.threshold(law.avoidance().at(tables.p));
        doneRightBelow = Address.threshold(law.stop().right().at(tables.p));
        doneWrongBelow = Address.threshold(law.stop().wrong().at(tables.p));
        untold.turnTo(tables);
        told.turnTo(tables);
    }

    /** Begins a trial. */
    void begin(long trial) {
        anchors.begin(trial);
        avoidances.begin(trial);
        finishes.begin(trial);
        links.begin();
    }

    /** The candidate before one in its chain, or {@link Session#NONE}. */
    int before(int node) {
        return links.before(node);
    }

    /** How many candidates the revision of a node reads: those of its chain, as far as the context goes. */
    int inContext(int node) {
        return Math.min(law.context(), links.revisions(node) + 1);
    }

    /**
     * How many candidates before a node its revision reads that the revision which made it read, too, and in the same place: all
     * of them as long as the chain is within the context, and none where its beginning is left out.
     */
    int inContextBefore(int node) {
        int before = links.revisions(node);
        return before < law.context() ? before : 0;
    }

    /** Whether the policy considers a candidate done. */
    boolean finished(int node) {
        return finishes.word(nodes.number(node)) >>> 1 < (nodes.isSound(node) ? doneRightBelow : doneWrongBelow);
    }

    /** Revises a candidate; room was made. Returns whether what comes of it is right. */
    boolean revise(int node, boolean toldWrong) {
        Kind kind = toldWrong ? told : untold;
        int count = links.revisions(node);
        int made = nodes.size;
        long number = nodes.takeChild(node);
        if (anchors.word(number) >>> 1 < kind.anchoredBelow) {
            boolean right = nodes.isSound(node);
            nodes.addMade(number, right);
            links.add(made, node, count + 1, links.source(node), Links.OWN);
            return right;
        }
        boolean avoids = avoidsBelow > 0 && avoidances.word(number) >>> 1 < avoidsBelow;
        int known = avoids ? gather(node) : 0;
        boolean right;
        int code = Links.OWN;
        if (known == 0) {
            right = nodes.falls(number, kind.freshBelow(count));
        } else {
            double f = kind.fresh(count);
            double wrongLeft = (1 - f) * answers.shareOutside(policy, avoided, known);
            if (f + wrongLeft == 0) {
                // nothing is left to draw: it repeats itself
                right = false;
            } else {
                right = nodes.falls(number, Address.threshold(f / (f + wrongLeft)));
                code = right ? Links.OWN : answers.drawOutside(policy, number, made, avoided, known);
            }
        }
        nodes.addMade(number, right);
        links.add(made, node, count + 1, made, code);
        return right;
    }

    /** Gathers the classes of wrong answers in the context of the revision of a node that several candidates may give. */
    private int gather(int node) {
        int known = 0;
        int at = node;
        for (int read = 0; read < law.context() && at != Session.NONE; read++, at = links.before(at)) {
            if (!nodes.isSound(at)) {
                int code = answers.wrong(at);
                if (code <= answers.known() && !contains(known, code)) {
                    avoided[known++] = code;
                }
            }
        }
        return known;
    }

    private boolean contains(int known, int code) {
        for (int i = 0; i < known; i++) {
            if (avoided[i] == code) {
                return true;
            }
        }
        return false;
    }

    /** Revisions of what was told to be wrong, or of what was not. */
    private final class Kind {

        private final Revision revision;
        private long anchoredBelow;
        private double p;
        private double logOdds;
        private double ownLogOdds;
        /** By revisions before: a fresh draw is right iff its word, halved, is below; as far as they are worked out. */
        private long[] freshBelow = new long[16];

        private int workedOut;

        Kind(Revision revision) {
            this.revision = revision;
        }

        void turnTo(ProblemTables tables) {
            p = tables.p;
            anchoredBelow = Address.threshold(revision.anchoring(p));
            logOdds = revision.freshLogOdds(p);
            ownLogOdds = Revision.Tendency.FRESH.freshLogOdds(p);
            workedOut = 0;
        }

        long freshBelow(int revisions) {
            int at = drift == 0 ? 0 : revisions;
            if (at >= workedOut) {
                if (at >= freshBelow.length) {
                    freshBelow = Arrays.copyOf(freshBelow, Nodes.room(at + 1));
                }
                for (; workedOut <= at; workedOut++) {
                    freshBelow[workedOut] = Address.threshold(fresh(workedOut));
                }
            }
            return freshBelow[at];
        }

        /** f after so many revisions; p itself where nothing is gained or lost. */
        double fresh(int revisions) {
            double odds = drift == 0 ? logOdds : logOdds - drift * revisions;
            return odds == ownLogOdds ? p : 1 / (1 + StrictMath.exp(-odds));
        }
    }
}
