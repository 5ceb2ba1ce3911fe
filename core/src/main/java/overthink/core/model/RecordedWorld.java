package overthink.core.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.law.cost.Costs;
import overthink.core.random.Origin;
import overthink.core.world.Recording;

/**
 * A world of recorded candidates: a trial draws from those of its problem, and every look is a look into the recording.
 *
 * @param recording the candidates
 * @param replacement whether a candidate may be drawn twice in a trial; else a trial has at most those recorded
 * @param tokens of a candidate where none were recorded, at least 0: declared, not measured
 * @param promptTokens of every problem, at least 0: declared, not measured
 * @param costs what calls and tokens cost
 */
public record RecordedWorld(Recording recording, boolean replacement, int tokens, int promptTokens, Costs costs)
        implements World {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when tokens are negative
     */
    public RecordedWorld {
        if (tokens < 0 || promptTokens < 0) {
            throw new IllegalArgumentException(
                    "tokens must be at least 0, not %d and %d".formatted(tokens, promptTokens));
        }
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> found = EnumSet.noneOf(Capability.class);
        if (recording.hasAnswers()) {
            found.add(Capability.ANSWERS);
        }
        if (recording.calls() > 0) {
            found.add(Capability.OUTCOME_VERIFIER);
            if (recording.hasVerdicts()) {
                found.add(Capability.BOOLEAN_VERIFIER);
            }
        }
        return found;
    }

    @Override
    public int size() {
        return recording.size();
    }

    @Override
    public List<String> levels() {
        return recording.levels();
    }

    @Override
    public int mostTokensPerStep() {
        return recording.hasTokens() ? recording.tokenQuantile(1) : tokens;
    }

    @Override
    public int mostPromptTokens() {
        return promptTokens;
    }

    @Override
    public String lack(Capability capability) {
        return capability == Capability.BOOLEAN_VERIFIER && recording.calls() > 0
                ? "and the scores recorded are not verdicts of two values"
                : "which the recording lacks";
    }

    @Override
    public long mostCandidates() {
        return replacement ? Long.MAX_VALUE : recording.fewest();
    }

    @Override
    public DrawnWorld draw(long seed) {
        return new Drawn(this, Origin.of(seed));
    }

    private record Drawn(RecordedWorld world, Origin origin) implements DrawnWorld {

        @Override
        public int size() {
            return world.recording.size();
        }

        @Override
        public double p(int problem) {
            return (double) world.recording.correct(problem) / world.recording.candidates(problem);
        }

        @Override
        public int level(int problem) {
            return world.recording.level(problem);
        }

        @Override
        public List<String> levels() {
            return world.recording.levels();
        }

        @Override
        public Model model() {
            return new RecordedModel(world, origin);
        }
    }
}
