package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.remark.RealismRemarks;

/** When a world is said to be far from every recorded one. */
class RealismRemarksTest {

    private static final DifficultyLaw USUAL = new Beta(0.3, 0.9);

    private static List<String> remarks(DifficultyLaw law, AnswerLaw answers, double d, double persistence) {
        Policy policy = Policy.FLAT.withSteps(8).with(answers);
        Verifiers verifiers = Verifiers.process(Verifier.of(d).withPersistence(persistence));
        return new RealismRemarks(new SyntheticWorld(new Problems(law, 10), policy, verifiers)).cautions();
    }

    @Test
    void world_likeRecordedOnes_isNotRemarkedOn() {
        assertEquals(List.of(), remarks(USUAL, new Zipf(12, 1.2), 1.2, 0.7));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 'persistence is 0.0'", "0.7, 8, 'AUC of process is 1.0'"})
    void verifier_beyondTheRecorded_isNamed(double persistence, double d, String named) {
        List<String> said = remarks(USUAL, new Zipf(12, 1.2), d == 0 ? 1.2 : d, persistence);
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("the world is far from every recorded one: "), said.get(0));
        assertTrue(said.get(0).contains(named), said.get(0));
    }

    @Test
    void difficultyAndAnswers_beyondTheRecorded_areNamed() {
        assertTrue(remarks(new Point(0.3), new Zipf(12, 1.2), 1.2, 0.7).get(0).contains("to the power of minus"));
        assertTrue(
                remarks(new Beta(0.3, 0.01), new Zipf(12, 1.2), 1.2, 0.7).get(0).contains("pass@1 is 0.97"));
        assertTrue(remarks(USUAL, new UniformAnswers(2), 1.2, 0.7).get(0).contains("agree with probability 0.50"));
    }
}
