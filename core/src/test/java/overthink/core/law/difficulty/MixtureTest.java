package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixtureTest {

    private static final Mixture ATOMS = new Mixture(List.of(
            new Mixture.Part(0.25, new Point(0)),
            new Mixture.Part(0.5, new UniformDifficulty(0.2, 0.6)),
            new Mixture.Part(0.25, new Point(1))));

    @Test
    void quantile_withAtoms_fallsIntoParts() {
        assertEquals(0, ATOMS.quantile(0.1), 0.0);
        assertEquals(0.2, ATOMS.quantile(0.25), 1e-15);
        assertEquals(0.4, ATOMS.quantile(0.5), 1e-15);
        assertEquals(1, ATOMS.quantile(0.75), 0.0);
        assertEquals(1, ATOMS.quantile(Math.nextDown(1.0)), 0.0);
    }

    @Test
    void failure_withAtoms_isWeighted() {
        double middle = new UniformDifficulty(0.2, 0.6).failure(7);
        assertEquals(0.25 + 0.5 * middle, ATOMS.failure(7), 1e-15);
        assertEquals(0.25, ATOMS.failure(1L << 40), 1e-15);
        assertEquals(0.5 * 0.4 + 0.25, ATOMS.mean(), 1e-15);
    }

    @Test
    void quantile_emptyPart_isNeverChosen() {
        Mixture law = new Mixture(List.of(
                new Mixture.Part(0, new Point(0.1)),
                new Mixture.Part(1, new Point(0.2)),
                new Mixture.Part(0, new Point(0.3))));
        for (double u : new double[] {Double.MIN_VALUE, 0.5, Math.nextDown(1.0)}) {
            assertEquals(0.2, law.quantile(u), 0.0);
        }
    }

    @Test
    void parts_weightsRoundedToNineDigits_areOneMixture() {
        Mixture thirds = new Mixture(List.of(
                new Mixture.Part(0.333333333, new Point(0.1)),
                new Mixture.Part(0.333333333, new Point(0.2)),
                new Mixture.Part(0.333333333, new Point(0.3))));
        assertEquals(1, thirds.failure(0), 1e-15);
        assertEquals(0.2, thirds.mean(), 1e-15);
        assertEquals(0.3, thirds.quantile(Math.nextDown(1.0)), 0.0);
    }

    @Test
    void parts_listChangedLater_stay() {
        List<Mixture.Part> parts = new ArrayList<>(List.of(new Mixture.Part(1, new Point(0.5))));
        Mixture law = new Mixture(parts);
        parts.clear();
        assertEquals(1, law.parts().size());
    }

    @Test
    void constructor_outOfRange_saysTheRule() {
        assertEquals(
                "mixture: at least one part is needed",
                assertThrows(IllegalArgumentException.class, () -> new Mixture(List.of()))
                        .getMessage());
        assertEquals(
                "mixture: the weights must sum to 1, not 0.5",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Mixture(List.of(new Mixture.Part(0.5, new Point(0)))))
                        .getMessage());
        assertEquals(
                "mixture: weight must be a number between 0 and 1, not -0.5",
                assertThrows(IllegalArgumentException.class, () -> new Mixture.Part(-0.5, new Point(0)))
                        .getMessage());
        Levels levels = new Levels(List.of(new Levels.Level("all", 1, new Point(0.5))));
        assertEquals(
                "mixture: a part cannot have levels. Maybe put the mixtures in levels.",
                assertThrows(IllegalArgumentException.class, () -> new Mixture.Part(1, levels))
                        .getMessage());
    }
}
