package overthink.scenarios.results.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.api.Resource;
import overthink.core.estimate.Leader;
import overthink.core.estimate.Limit;
import overthink.core.estimate.PairedTest;
import overthink.core.estimate.Row;
import overthink.core.estimate.Turn;
import overthink.core.estimate.TurningPoint;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.text.Numbers;

/**
 * The columns of a row that are of its whole curve, the same in all rows of that, and of how far it is behind the leader, which
 * rows under the largest budget have. A budget without end is {@code inf}.
 */
final class TurnColumns {

    private static final String NUMBER = "DOUBLE";
    private static final String FLAG = "BOOLEAN";

    private final Map<Curve, TurningPoint> points = new LinkedHashMap<>();
    private final Map<Curve, Limit> limits = new LinkedHashMap<>();
    private final Map<Curve, Leader> leaders = new LinkedHashMap<>();

    /** Which curve; of a leader, of whoever it is. */
    private record Curve(Line line, String resource, String bin) {}

    /** A strategy with its parameters as text. */
    private record Line(String strategy, String parameters) {

        static Line of(String strategy, Map<String, Object> parameters) {
            return new Line(strategy, parameters.toString());
        }

        static Line of(Row row) {
            return of(row.strategy(), row.parameters());
        }

        static Line of(Limit limit) {
            return of(limit.strategy(), limit.parameters());
        }
    }

    private static final Line ANY = new Line("", "");

    TurnColumns(ResultDocument document) {
        document.turningPoints()
                .forEach(point -> points.put(
                        curve(Line.of(point.strategy(), point.parameters()), point.resource(), point.bin()), point));
        document.limits().forEach(limit -> limits.put(new Curve(Line.of(limit), "", limit.bin()), limit));
        document.leaders().forEach(leader -> leaders.put(curve(ANY, leader.resource(), leader.bin()), leader));
    }

    private static Curve curve(Line line, Resource resource, String bin) {
        return new Curve(line, resource.label(), bin);
    }

    /** The columns in order with their types, as SQL names them. */
    static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("limit.accuracy", NUMBER);
        types.put("limit.coverage", NUMBER);
        types.put("turn.of", "VARCHAR");
        for (String budget : List.of("best", "bestAccuracy", "level", "until", "end", "endAccuracy", "arrival")) {
            types.put("turn." + budget, NUMBER);
        }
        types.put("turn.edge", FLAG);
        test(types, "turn.gain");
        types.put("turn.gains", FLAG);
        test(types, "turn.drop");
        types.put("turn.falls", FLAG);
        types.put("turn.fallsOverPopulation", FLAG);
        test(types, "leader.lead");
        types.put("leader.ahead", FLAG);
        types.put("leader.aheadOverPopulation", FLAG);
        return Collections.unmodifiableMap(types);
    }

    private static void test(Map<String, String> types, String name) {
        types.put(name, NUMBER);
        types.put(name + "StdError", NUMBER);
        types.put(name + "PopulationStdError", NUMBER);
    }

    /** The fields of a row. */
    List<String> fields(Row row) {
        List<String> fields = new ArrayList<>();
        Optional<Limit> limit = Optional.ofNullable(limits.get(new Curve(Line.of(row), "", row.bin())));
        fields.add(limit.map(one -> real(one.accuracy())).orElse(""));
        fields.add(limit.map(one -> real(one.coverage())).orElse(""));
        Optional<TurningPoint> point = Optional.ofNullable(points.get(curve(Line.of(row), row.resource(), row.bin())));
        fields.add(
                point.map(one -> one.overall().isPresent() ? "all" : "listed").orElse(""));
        Optional<Turn> turn = point.map(TurningPoint::turn);
        fields.add(turn.map(one -> budget(one.budget())).orElse(""));
        fields.add(turn.map(one -> real(one.accuracy())).orElse(""));
        fields.add(turn.map(one -> budget(one.level())).orElse(""));
        fields.add(turn.filter(one -> one.until().isPresent())
                .map(one -> budget(one.until().getAsDouble()))
                .orElse(""));
        fields.add(turn.map(one -> budget(one.end())).orElse(""));
        fields.add(turn.map(one -> real(one.endAccuracy())).orElse(""));
        fields.add(point.filter(one -> one.arrival().isPresent())
                .map(one -> budget(one.arrival().getAsDouble()))
                .orElse(""));
        fields.add(point.map(one -> Boolean.toString(one.edge())).orElse(""));
        test(fields, turn.map(Turn::gain));
        fields.add(turn.map(one -> Boolean.toString(one.gain().seen())).orElse(""));
        test(fields, turn.map(Turn::drop));
        flags(fields, turn.map(Turn::drop));
        Optional<PairedTest> lead = Optional.ofNullable(leaders.get(curve(ANY, row.resource(), row.bin())))
                .filter(leader -> leader.budget() == row.budget())
                .flatMap(leader -> leader.rivals().stream()
                        .filter(rival ->
                                Line.of(rival.strategy(), rival.parameters()).equals(Line.of(row)))
                        .map(Leader.Rival::lead)
                        .findFirst());
        test(fields, lead);
        flags(fields, lead);
        return fields;
    }

    private static void test(List<String> fields, Optional<PairedTest> test) {
        fields.add(test.map(one -> real(one.paired().difference())).orElse(""));
        fields.add(test.map(one -> real(one.paired().stdError())).orElse(""));
        fields.add(test.map(one -> real(one.paired().populationStdError())).orElse(""));
    }

    private static void flags(List<String> fields, Optional<PairedTest> test) {
        fields.add(test.map(one -> Boolean.toString(one.seen())).orElse(""));
        fields.add(test.map(one -> Boolean.toString(one.seenOverPopulation())).orElse(""));
    }

    private static String real(double value) {
        return Double.isFinite(value) ? Numbers.shortest(value) : "";
    }

    private static String budget(double budget) {
        return Double.isFinite(budget) ? Numbers.budget(budget) : "inf";
    }
}
