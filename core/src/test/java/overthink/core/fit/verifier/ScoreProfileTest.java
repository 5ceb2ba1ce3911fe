package overthink.core.fit.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import overthink.core.world.Recording;

/** Profiles of scores against pairs that are counted one by one. */
class ScoreProfileTest {

    private static final long SEED = 20261128;

    private record One(int problem, boolean right, double score) {}

    private static Recording recording(List<List<One>> problems) {
        Recording.Builder builder = new Recording.Builder(false, 1, false);
        for (int problem = 0; problem < problems.size(); problem++) {
            builder.problem("p" + problem, Optional.empty());
            for (One one : problems.get(problem)) {
                builder.candidate(one.right, Recording.NO_ANSWER, 0, one.score);
            }
        }
        return builder.build();
    }

    private static double area(List<One> all, boolean sameProblem) {
        double won = 0;
        double pairs = 0;
        for (One good : all) {
            for (One bad : all) {
                if (good.right && !bad.right && (!sameProblem || good.problem == bad.problem)) {
                    pairs++;
                    won += good.score > bad.score ? 1 : good.score == bad.score ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    @Test
    void areas_withTiesAndMissingScores_areThoseOfAllPairs() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        for (int round = 0; round < 20; round++) {
            List<List<One>> problems = new ArrayList<>();
            List<One> all = new ArrayList<>();
            double distinct = 0;
            for (int problem = 0; problem < 6; problem++) {
                List<One> some = new ArrayList<>();
                int n = 1 + random.nextInt(12);
                for (int i = 0; i < n; i++) {
                    double score = random.nextInt(8) == 0 ? Recording.NO_SCORE : random.nextInt(9) - 4;
                    some.add(new One(problem, random.nextInt(3) == 0, score == 0 && i % 2 == 0 ? -0.0 : score));
                }
                distinct += some.stream()
                                .filter(one -> some.stream()
                                                .filter(o -> o.score == one.score)
                                                .count()
                                        == 1)
                                .count()
                        / (double) n
                        / 6;
                problems.add(some);
                all.addAll(some);
            }
            ScoreProfile profile = ScoreProfile.of(recording(problems), 0);
            assertEquals(area(all, true), profile.withinByPairs(), 1e-14);
            assertEquals(area(all, false), profile.pooled(), 1e-14);
            assertEquals(distinct, profile.distinct(), 1e-14);
            assertEquals(
                    all.stream().filter(one -> one.score == Recording.NO_SCORE).count(), profile.missing());
            double areas = 0;
            int compared = 0;
            for (int problem = 0; problem < 6; problem++) {
                List<One> some = problems.get(problem);
                double one = area(some, true);
                assertEquals(one, profile.within(problem), 1e-14);
                if (!Double.isNaN(one)) {
                    areas += one;
                    compared++;
                }
                double best = some.stream()
                        .filter(o -> o.right)
                        .mapToDouble(o -> o.score)
                        .max()
                        .orElse(1e9);
                assertEquals(
                        some.stream().filter(o -> !o.right && o.score > best).count(),
                        profile.wrongAboveRight(problem));
            }
            assertEquals(areas / compared, profile.within(), 1e-14);
        }
    }

    @Test
    void scoresThatKnowTheProblemAlone_orderNothingWithin() {
        List<List<One>> problems = List.of(
                List.of(new One(0, true, 2), new One(0, true, 2), new One(0, false, 2)),
                List.of(new One(1, false, -2), new One(1, false, -2), new One(1, true, -2)));
        ScoreProfile profile = ScoreProfile.of(recording(problems), 0);
        assertEquals(0.5, profile.within());
        assertEquals(1, profile.tied());
        assertEquals(0, profile.distinct());
        // of 9 pairs the right ones of 2 win 4 and are equal in 2, that of −2 loses 1 and is equal in 2
        assertEquals((4 + 0.5 * 2 + 0.5 * 2) / 9, profile.pooled(), 1e-15);
        assertTrue(profile.pooled() > 0.5);
    }

    @Test
    void nothingToCompare_isNotANumber() {
        ScoreProfile profile = ScoreProfile.of(recording(List.of(List.of(new One(0, false, 1)))), 0);
        assertTrue(Double.isNaN(profile.within()));
        assertTrue(Double.isNaN(profile.pooled()));
        assertTrue(Double.isNaN(profile.tied()));
        assertTrue(Double.isNaN(profile.wrongAboveRight()));
        assertEquals(1, profile.distinct());
        Recording without = recording(List.of(List.of(new One(0, false, 1))));
        assertThrows(IllegalArgumentException.class, () -> ScoreProfile.of(without, 1));
    }
}
