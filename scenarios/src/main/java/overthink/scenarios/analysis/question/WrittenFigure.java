package overthink.scenarios.analysis.question;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import overthink.scenarios.expectation.Measure;

/**
 * A figure as it is written, before its names are looked up.
 *
 * @param start where it starts
 * @param measure which figure; accuracy unless said
 * @param strategy its name; empty where a measure stands alone
 * @param parameters of the strategy that are named, as YAML reads them
 * @param budget what a trial may spend, infinity for no bound; empty where it is not said
 * @param bin of difficulty; empty for all problems
 */
public record WrittenFigure(
        Word start,
        Measure measure,
        Optional<Word> strategy,
        Map<String, Object> parameters,
        OptionalDouble budget,
        Optional<Word> bin) {

    /** Copies the map. */
    public WrittenFigure {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
