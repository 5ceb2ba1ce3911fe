package overthink.scenarios.explore;

import java.math.BigDecimal;
import java.math.MathContext;
import overthink.core.api.RealRange;
import overthink.scenarios.analysis.solve.SearchRange;
import overthink.scenarios.document.NumberKey;

/**
 * A number of a scenario that one moves.
 *
 * @param path of its key
 * @param value what it is
 * @param range where it moves
 */
record Slider(String path, double value, SearchRange range) {

    /** A positive number over decades moves to this share and this multiple of what it is. */
    private static final double REACH = 100;

    /** Up to here a number that is 0 and has no near end moves. */
    private static final double FROM_ZERO = 10;

    private static final int DIGITS = 4;

    /** The slider of a key, within reach of what it was at first. */
    static Slider of(NumberKey key, double first) {
        double value = key.current().orElse(key.least());
        SearchRange own = new SearchRange(key.least(), key.most(), key.whole());
        SearchRange near = own;
        if (own.logarithmic()) {
            double low = first > 0 ? Math.max(key.least(), first / REACH) : Math.max(key.least(), -FROM_ZERO);
            double high = first > 0 ? Math.min(key.most(), first * REACH) : Math.min(key.most(), FROM_ZERO);
            near = new SearchRange(
                    Math.min(key.whole() ? Math.floor(low) : low, value),
                    Math.max(key.whole() ? Math.ceil(high) : high, value),
                    key.whole());
        }
        return new Slider(key.path(), value, near);
    }

    /** How far along it is, from 0 to 1. */
    double share() {
        return range.share(value);
    }

    /** The number so far along, with few digits. */
    String at(double share) {
        double place = range.place(Math.max(0, Math.min(1, share)));
        BigDecimal few = new BigDecimal(place).round(new MathContext(DIGITS));
        double inside = Math.max(range.least(), Math.min(range.most(), few.doubleValue()));
        return RealRange.text(inside);
    }
}
