package overthink.scenarios.document.remark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;

/** What follows of a world's chains and merging and is not written in the scenario: the rates of what is lost and mended. */
public final class ChainRemarks {

    private static final double[] DIFFICULTIES = {0.2, 0.8};

    private final List<String> remarks = new ArrayList<>();

    /** Of a world; there are none where the policy neither revises nor merges. */
    public ChainRemarks(World any) {
        if (any instanceof SyntheticWorld world) {
            add(world.policy().chain());
            add(world.policy().merge());
        }
    }

    private void add(@Nullable ChainLaw law) {
        if (law != null) {
            remarks.add("world.policy.chain: a revision " + rates(law.revision()));
            if (!law.told().equals(law.revision())) {
                remarks.add("world.policy.chain.told: a revision " + rates(law.told()));
            }
        }
    }

    private void add(@Nullable MergeLaw law) {
        if (law != null) {
            List<String> each = new ArrayList<>();
            for (double p : DIFFICULTIES) {
                double odds = law.discernment().at(p);
                double adopted = odds + 1 == 1 ? 0 : odds / (odds + 1);
                double merged = law.fresh().at(p) * p + (1 - law.fresh().at(p)) * adopted;
                each.add("%s at p = %s".formatted(share(merged), p));
            }
            remarks.add("world.policy.merge: a right and a wrong candidate make a right one with probability "
                    + String.join(", ", each));
        }
    }

    /** a and b of a chain's first revision. */
    private static String rates(Revision revision) {
        List<String> each = new ArrayList<>();
        for (double p : DIFFICULTIES) {
            double fresh = 1 / (1 + StrictMath.exp(-revision.freshLogOdds(p)));
            double drawn = 1 - revision.anchoring(p);
            each.add("%s of the right and mends %s of the wrong answers at p = %s"
                    .formatted(share(drawn * (1 - fresh)), share(drawn * fresh), p));
        }
        return "loses " + String.join(", ", each);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    /** Everything, a line each. */
    public List<String> all() {
        return List.copyOf(remarks);
    }
}
