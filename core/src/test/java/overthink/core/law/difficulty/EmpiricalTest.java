package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EmpiricalTest {

    @Test
    void quantile_ofList_isTheElementAsItStands() {
        Empirical law = new Empirical(0.9, 0.1, 0.5);
        assertEquals(0.9, law.quantile(Double.MIN_VALUE), 0.0);
        assertEquals(0.1, law.quantile(0.34), 0.0);
        assertEquals(0.5, law.quantile(Math.nextDown(1.0)), 0.0);
        assertEquals(3, law.size());
        assertEquals(0.1, law.p(1), 0.0);
    }

    @Test
    void quantile_largeList_staysInside() {
        Empirical law = new Empirical(new double[1_000_003]);
        assertEquals(0, law.quantile(Math.nextDown(1.0)), 0.0);
    }

    @Test
    void expectation_ofList_isTheMean() {
        Empirical law = new Empirical(0, 0.5, 1);
        assertEquals(0.5, law.mean(), 0.0);
        assertEquals((1 + 0.25) / 3, law.failure(2), 1e-16);
        assertEquals(1 / 3.0, law.failure(1L << 40), 1e-16);
    }

    @Test
    void list_changedLater_stays() {
        double[] list = {0.5};
        Empirical law = new Empirical(list);
        list[0] = 0.7;
        assertEquals(0.5, law.p(0), 0.0);
    }

    @Test
    void equality_isOfTheList() {
        assertEquals(new Empirical(0.1, 0.2), new Empirical(0.1, 0.2));
        assertEquals(new Empirical(0.1, 0.2).hashCode(), new Empirical(0.1, 0.2).hashCode());
        assertNotEquals(new Empirical(0.1, 0.2), new Empirical(0.2, 0.1));
    }

    @Test
    void ofCounts_areShares() {
        Empirical law = Empirical.ofCounts(new long[] {10, 4, 1L << 40}, new long[] {0, 4, 1L << 39});
        assertEquals(0, law.p(0));
        assertEquals(1, law.p(1));
        assertEquals(0.5, law.p(2));
        assertEquals(1L << 40, law.n(2));
        assertEquals(Empirical.UNCOUNTED, new Empirical(0.5).n(0));
    }

    @Test
    void constructor_outOfRange_saysTheRule() {
        assertEquals(
                "empirical: p of number 2 must be a number between 0 and 1, not 1.5",
                assertThrows(IllegalArgumentException.class, () -> new Empirical(0.5, 1.5))
                        .getMessage());
        assertEquals(
                "empirical: at least one p is needed",
                assertThrows(IllegalArgumentException.class, Empirical::new).getMessage());
        assertEquals(
                "empirical: n >= 1 and 0 <= c <= n are needed, not n 3 and c 4 (number 1)",
                assertThrows(IllegalArgumentException.class, () -> Empirical.ofCounts(new long[] {3}, new long[] {4}))
                        .getMessage());
        assertEquals(
                "empirical: n and c must be of one length, not 1 and 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Empirical.ofCounts(new long[] {3}, new long[] {1, 2}))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Empirical.ofCounts(new long[] {0}, new long[] {0}));
    }
}
