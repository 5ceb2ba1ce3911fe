package overthink.core.solve.declared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;

/**
 * The verifier whose score candidates are ranked by, when one call makes it. The last step's process score has the law of an
 * outcome score with the same shares: a candidate's soundness after its last step is its correctness, and the path's noise is
 * stationary.
 *
 * @param source whose score it is
 * @param verifier with what law; null when there is an obstacle
 * @param obstacle why the law of the score is not known, or empty
 */
public record RankingScore(Source source, @Nullable Verifier verifier, String obstacle) {

    /** The score of a law in a world. */
    public static RankingScore of(SyntheticWorld world, Law.Score score) {
        return switch (score) {
            case OUTCOME -> of(Source.OUTCOME, world.verifiers().outcome());
            case LAST -> {
                Verifier process = world.verifiers().process();
                if (world.verifiers().panel().size() > 0) {
                    yield new RankingScore(
                            Source.PROCESS,
                            null,
                            "the outcome verifiers have names, and what is known of costs is that of their calls alone");
                }
                if (process != null && process.persistence() > 0 && !(process.noise() instanceof NoiseLaw.Gaussian)) {
                    yield new RankingScore(
                            Source.PROCESS,
                            null,
                            "the last step's noise is a sum of Student's t numbers, which has no name");
                }
                yield of(Source.PROCESS, process);
            }
            case MIN, MEAN, PRODUCT ->
                new RankingScore(
                        Source.PROCESS,
                        null,
                        "a score made of several steps' scores (%s) has no closed law"
                                .formatted(score.name().toLowerCase(Locale.ROOT)));
        };
    }

    private static RankingScore of(Source source, @Nullable Verifier verifier) {
        return new RankingScore(source, verifier, verifier == null ? "the world lacks its verifier" : "");
    }

    /** Whether one call makes such a score, so that its law is known in some world. */
    public static boolean isKnown(Law.Score score) {
        return score == Law.Score.OUTCOME || score == Law.Score.LAST;
    }
}
