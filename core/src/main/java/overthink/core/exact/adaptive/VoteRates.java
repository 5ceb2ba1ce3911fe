package overthink.core.exact.adaptive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The probabilities that go with edges: so many answers of one group, each with the group's own probability. */
final class VoteRates {

    private record Rate(int group, int answers) {}

    private final Map<Rate, Integer> numbers = new HashMap<>();
    private final List<Rate> rates = new ArrayList<>();

    /** The number of a rate, new or known. */
    int number(int group, int answers) {
        return numbers.computeIfAbsent(new Rate(group, answers), rate -> {
            rates.add(rate);
            return rates.size() - 1;
        });
    }

    /** The rates' values. */
    double[] values(double[] probabilityOfEach) {
        double[] values = new double[rates.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rates.get(i).answers() * probabilityOfEach[rates.get(i).group()];
        }
        return values;
    }
}
