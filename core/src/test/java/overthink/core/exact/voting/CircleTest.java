package overthink.core.exact.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CircleTest {

    @Test
    void points_ofAnyNumber_areEvenlySpread() {
        for (int least : new int[] {1, 8, 9, 557, 4000}) {
            Circle circle = new Circle(least);
            int points = circle.points();
            assertTrue(points >= least && points < least + 8 && points % 8 == 0);
            for (int k = 0; k < points; k++) {
                double angle = 2 * Math.PI * k / points;
                assertEquals(Math.cos(angle), circle.cos(k), 2e-15, "k = " + k);
                assertEquals(Math.sin(angle), circle.sin(k), 2e-15, "k = " + k);
                double half = Math.sin(Math.PI * Math.min(k, points - k) / points);
                assertEquals(1, k == 0 ? 1 : circle.cosMinusOne(k) / (-2 * half * half), 1e-13, "k = " + k);
            }
        }
    }
}
