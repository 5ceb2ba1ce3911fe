package overthink.scenarios.expectation;

import java.util.List;
import java.util.Optional;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Method;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;

/**
 * The mean of one attribute of the quality of what was committed, over the trials that gave an answer.
 *
 * @param name the attribute's
 */
public record AttributeQuality(String name) implements RowFigure {

    @Override
    public String label() {
        return "attributes." + name;
    }

    @Override
    public Quantity quantity() {
        return Quantity.QUALITY;
    }

    @Override
    public boolean mean() {
        return true;
    }

    @Override
    public double of(Row row) {
        return number(row).value();
    }

    @Override
    public double error(Row row) {
        return row.method() == Method.EXACT ? 0 : number(row).stdError();
    }

    @Override
    public Optional<Sample> sample(Row row, Sample of) {
        int which = List.copyOf(row.perTrial().quality().keySet()).indexOf(name);
        return which < 0 ? Optional.empty() : of.ofQuality(which);
    }

    private Mean number(Row row) {
        return row.perTrial().quality().getOrDefault(name, Mean.UNKNOWN);
    }
}
