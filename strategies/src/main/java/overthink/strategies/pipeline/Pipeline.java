package overthink.strategies.pipeline;

import java.util.List;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Stages that turn a set of candidates into another, one after the other, as in Archon (Saad-Falcon et al. 2024) and CodeMonkeys
 * (Ehrlich et al. 2025); the one that is left answers.
 *
 * <p>Scaled, it is as large as the budget pays for: the {@code n} of all stages that generate are multiplied alike. Otherwise it runs
 * as stated, and what the budget has beyond that is left unused. The first candidate in hand is the answer until the stage that it
 * is in is over.
 */
final class Pipeline implements Strategy {

    private static final long MOST = 1_000_000_000;

    private final List<PipelineStage> stages;
    private final boolean scales;
    private final CandidateSet set = new CandidateSet();
    private final Extent extent = new Extent();
    private final StageScale scale;

    Pipeline(List<PipelineStage> stages, boolean scales) {
        this.stages = List.copyOf(stages);
        this.scales = scales;
        scale = new StageScale(
                stages.stream().mapToInt(PipelineStage::scaled).max().orElse(1));
    }

    /** How large it is as stated, at most. */
    Extent stated() {
        measure();
        return extent;
    }

    @Override
    public void run(Session session) {
        set.clear();
        if (scales) {
            scaleTo(session);
        }
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).apply(set, session, scale);
            if (set.size() > 0) {
                session.commit(set.member(0));
            } else if (session.size() > 0) {
                session.abstain();
            }
        }
    }

    /** Scales to the largest that the budget pays for, or to the smallest where it pays for none. */
    private void scaleTo(Session session) {
        long low = 1;
        long high = Math.max(1, Math.min(MOST, session.limit(Resource.GENERATIONS)));
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            scale.largest(middle);
            measure();
            if (session.pays(extent.generations(), extent.calls())) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        scale.largest(low);
    }

    private void measure() {
        extent.clear();
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).extend(extent, scale);
        }
    }
}
