package overthink.core.law.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityLawTest {

    private static CorrelationMatrix matrix(double ab, double ac, double bc) {
        return new CorrelationMatrix(new double[][] {{1, ab, ac}, {ab, 1, bc}, {ac, bc, 1}});
    }

    private static QualityLaw.Attribute attribute(String name, double mean, double deviation, double weight) {
        return new QualityLaw.Attribute(name, new QualityScale.Normal(mean, deviation), weight);
    }

    @Test
    void correlations_thatNoNumbersHave_areRefused() {
        // 1 + 2·abc − a² − b² − c²: the determinant of the three is −0.63 here, and 0.063 of the next
        assertTrue(assertThrows(IllegalArgumentException.class, () -> matrix(0.9, 0.9, 0.2))
                .getMessage()
                .contains("not positive definite"));
        matrix(0.9, 0.9, 0.75);
        assertThrows(IllegalArgumentException.class, () -> matrix(1, 0, 0), "two numbers that are one");
        assertThrows(IllegalArgumentException.class, () -> matrix(1.1, 0, 0));
    }

    @Test
    void directions_correlateAsDeclared() {
        CorrelationMatrix correlations = matrix(0.3, -0.2, 0.5);
        assertEquals(0.3, QualityLaw.correlation(correlations.row(0), correlations.row(1)), 1e-15);
        assertEquals(-0.2, QualityLaw.correlation(correlations.row(0), correlations.row(2)), 1e-15);
        assertEquals(0.5, QualityLaw.correlation(correlations.row(1), correlations.row(2)), 1e-15);
    }

    @Test
    void whole_ofAttributes_isTheirWeightedMean() {
        QualityLaw law = QualityLaw.of(
                List.of(attribute("a", 1, 2, 3), attribute("b", -1, 0.5, 1)),
                new CorrelationMatrix(new double[][] {{1, 0.4}, {0.4, 1}}));
        assertEquals(List.of("quality", "a", "b"), law.names());
        // (3·a + b)/4: mean (3 − 1)/4, variance (36 + 0.25 + 2·0.4·6·0.5)/16
        assertEquals(0.5, law.scale().at(0), 1e-15);
        assertEquals(Math.sqrt(38.65 / 16), law.scale().at(1) - law.scale().at(0), 1e-14);
        // corr(3a + b, b) = (3·2·0.4·0.5 + 0.25)/(√38.65·0.5)
        assertEquals(1.45 / Math.sqrt(38.65) / 0.5, QualityLaw.correlation(law.direction(0), law.direction(2)), 1e-14);
        assertArrayEquals(law.direction(1), law.direction(Map.of("a", 2.0)), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> law.direction(Map.of("c", 1.0)));
    }

    @Test
    void mixture_isTheQuantileFunctionOfItsParts() {
        QualityScale mixture = new QualityScale.Mixture(List.of(
                new QualityScale.Part(3, new QualityScale.Normal(0, 1)),
                new QualityScale.Part(1, new QualityScale.Normal(4, 0.5))));
        assertEquals(1, mixture.mean(), 1e-15);
        double before = Double.NEGATIVE_INFINITY;
        for (double z = -6; z <= 6; z += 0.25) {
            double quality = mixture.at(z);
            assertTrue(quality > before);
            before = quality;
            double below =
                    0.75 * QualityScale.cumulative(quality) + 0.25 * QualityScale.cumulative((quality - 4) / 0.5);
            assertEquals(QualityScale.cumulative(z), below, 1e-13);
            assertEquals(z, mixture.reaches(quality), 1e-9);
        }
    }

    @Test
    void walk_thatFalls_orEndsShort_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new QualityWalk(List.of(0.5, 0.4, 1.0)));
        assertThrows(IllegalArgumentException.class, () -> new QualityWalk(List.of(0.5, 0.9)));
        assertThrows(IllegalArgumentException.class, () -> new QualityWalk(List.of(0.5, 1.0)).over(3));
        assertArrayEquals(new double[] {0, 0.5, 1}, new QualityWalk(List.of(0.5, 1.0)).over(2));
        assertArrayEquals(new double[] {0, 0.5, Math.sqrt(0.5), Math.sqrt(0.75), 1}, QualityWalk.EVEN.over(4), 1e-15);
    }
}
