package overthink.scenarios.analysis.solve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import overthink.core.api.RealRange;
import overthink.core.experiment.Experiment;
import overthink.scenarios.analysis.question.QuestionException;
import overthink.scenarios.document.Draft;
import overthink.scenarios.document.NumberKey;

/** Prepares the search for a key of a scenario: nothing is run. */
public final class KeySearch {

    /** Whole numbers beyond are not told apart. */
    private static final double EXACT_WHOLE = 0x1p53;

    private static final int HALVINGS = 60;
    private static final int ANCHORS = 16;

    private KeySearch() {}

    /**
     * What is sought.
     *
     * @param draft the scenario
     * @param path of the key
     * @param between where it is sought; empty for all values that the key may have
     * @param asking the comparison
     * @param steps through the range; 0 for what is usual
     * @throws overthink.scenarios.document.InvalidScenarioException when there is no such key, or its value is no number
     * @throws RefusedSearchException when some value cannot be run
     * @throws QuestionException when the question names what there is not
     */
    public static Sought prepare(Draft draft, String path, Optional<Interval> between, Asking asking, int steps) {
        NumberKey key = draft.number("--for", path);
        KeyCurve curve = new KeyCurve(draft, path, asking);
        SearchRange range = between.isPresent() ? stated(key, between.get()) : own(key);
        String remark = "";
        if (between.isEmpty()) {
            SearchRange possible = possible(range, key.current(), curve);
            remark = possible.equals(range) ? "" : remark(range, possible, curve);
            range = possible;
        }
        for (double at : CrossingSearch.places(range, steps > 0 ? steps : CrossingSearch.EXACT_STEPS)) {
            Optional<String> obstacle = curve.obstacle(at);
            if (obstacle.isPresent()) {
                throw new RefusedSearchException(obstacle.get());
            }
        }
        Experiment first = curve.experiment(range.least());
        return new Sought(path, range, curve, asking.question(), asking.in(first), key.current(), remark);
    }

    private static SearchRange own(NumberKey key) {
        double least = key.whole() ? Math.max(-EXACT_WHOLE, key.least()) : key.least();
        double most = key.whole() ? Math.min(EXACT_WHOLE, key.most()) : key.most();
        if (!(least < most)) {
            throw new RefusedSearchException("--for %s: there is one value alone that it may have, %s"
                    .formatted(key.path(), RealRange.text(least)));
        }
        return new SearchRange(least, most, key.whole());
    }

    private static SearchRange stated(NumberKey key, Interval between) {
        for (double end : new double[] {between.low(), between.high()}) {
            boolean whole = !key.whole() || end == Math.rint(end);
            if (!(end >= key.least() && end <= key.most() && whole)) {
                throw new RefusedSearchException("--between: %s must be %s between %s and %s, not %s"
                        .formatted(
                                key.path(),
                                key.whole() ? "a whole number" : "a number",
                                RealRange.text(key.least()),
                                RealRange.text(key.most()),
                                RealRange.text(end)));
            }
        }
        return new SearchRange(between.low(), between.high(), key.whole());
    }

    /** The greatest part of a key's range around a value that can be run whose ends can be run. */
    private static SearchRange possible(SearchRange range, OptionalDouble current, KeyCurve curve) {
        boolean low = curve.obstacle(range.least()).isEmpty();
        boolean high = curve.obstacle(range.most()).isEmpty();
        if (low && high) {
            return range;
        }
        double anchor = anchor(range, current, curve);
        double least = low ? range.least() : end(range, anchor, range.least(), curve);
        double most = high ? range.most() : end(range, anchor, range.most(), curve);
        if (!(least < most)) {
            throw new RefusedSearchException(
                    curve.obstacle(low ? range.most() : range.least()).orElseThrow());
        }
        return new SearchRange(least, most, range.whole());
    }

    private static double anchor(SearchRange range, OptionalDouble current, KeyCurve curve) {
        if (current.isPresent() && curve.obstacle(current.getAsDouble()).isEmpty()) {
            return current.getAsDouble();
        }
        List<Double> places = CrossingSearch.places(range, ANCHORS);
        return places.stream()
                .filter(at -> curve.obstacle(at).isEmpty())
                .findFirst()
                .orElseThrow(() -> new RefusedSearchException(
                        curve.obstacle(places.get(places.size() / 2)).orElseThrow()));
    }

    /** The value nearest to an end that can be run, on the way from one that can. */
    private static double end(SearchRange range, double runs, double end, KeyCurve curve) {
        double good = range.share(runs);
        double bad = range.share(end);
        for (int i = 0; i < HALVINGS && Math.abs(good - bad) > 1e-12; i++) {
            double middle = (good + bad) / 2;
            if (curve.obstacle(range.place(middle)).isEmpty()) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return range.place(good);
    }

    private static String remark(SearchRange own, SearchRange possible, KeyCurve curve) {
        double end = possible.most() < own.most() ? own.most() : own.least();
        return "Beyond, it cannot be: " + curve.obstacle(end).orElse("").replaceFirst("^--set [^:]*: ", "");
    }
}
