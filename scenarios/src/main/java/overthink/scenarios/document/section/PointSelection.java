package overthink.scenarios.document.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.form.Spelling;
import overthink.scenarios.document.section.SweepPlan.Axis;
import overthink.scenarios.document.section.WrittenExpectation.Points;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.expectation.PointKey;

/** Looks up which points of a scenario are meant by cases and values. What is not there is reported. */
final class PointSelection {

    /** More values are not listed. */
    private static final int MOST_LISTED = 20;

    private final SweepPlan plan;
    private boolean sound = true;

    PointSelection(SweepPlan plan) {
        this.plan = plan;
    }

    /** Whether all that was looked up so far was found. */
    boolean sound() {
        return sound;
    }

    /** How results name a point. */
    PointKey key(int point) {
        return plan.isEmpty() ? PointKey.ONLY : plan.key(point);
    }

    /** The points that are meant: all that nothing said keeps out. */
    List<Integer> points(Points meant) {
        List<Integer> cases = cases(meant.cases());
        List<List<Integer>> rows = new ArrayList<>();
        for (int axis = 0; axis < plan.axes().size(); axis++) {
            rows.add(IntStream.range(0, plan.axes().get(axis).rows().size())
                    .boxed()
                    .toList());
        }
        meant.at().forEach((path, values) -> narrow(path, values, rows));
        List<Set<Integer>> allowed = new ArrayList<>();
        rows.forEach(row -> allowed.add(new HashSet<>(row)));
        List<Integer> points = new ArrayList<>();
        for (int point = 0; point < plan.size(); point++) {
            int[] position = plan.position(point);
            boolean in = cases.contains(position[0]);
            for (int axis = 0; axis < rows.size(); axis++) {
                in &= allowed.get(axis).contains(position[1 + axis]);
            }
            if (in) {
                points.add(point);
            }
        }
        return points;
    }

    /** The point that is like another but for what is said; that other where there is a mistake. */
    int from(int point, Points said) {
        int[] position = plan.position(point);
        if (!said.cases().isEmpty()) {
            position[0] = cases(said.cases()).get(0);
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (Axis axis : plan.axes()) {
            rows.add(IntStream.range(0, axis.rows().size()).boxed().toList());
        }
        List<List<Integer>> all = List.copyOf(rows);
        said.at().forEach((path, values) -> narrow(path, values, rows));
        for (int axis = 0; axis < rows.size(); axis++) {
            boolean named = rows.get(axis).size() < all.get(axis).size()
                    || said.at().keySet().stream()
                            .anyMatch(plan.axes().get(axis).paths()::contains);
            if (named && rows.get(axis).size() == 1) {
                position[1 + axis] = rows.get(axis).get(0);
            } else if (named) {
                LocatedValue<Node> first = said.at().values().iterator().next().get(0);
                refuse(first, "must name one point; of a zip, name as many paths as tell it", "");
            }
        }
        return plan.point(position);
    }

    private List<Integer> cases(List<LocatedValue<String>> names) {
        List<String> known = plan.cases().stream().map(SweepPlan.Case::name).toList();
        if (names.isEmpty()) {
            return IntStream.range(0, Math.max(1, known.size())).boxed().toList();
        }
        List<Integer> cases = new ArrayList<>();
        for (LocatedValue<String> name : names) {
            int at = known.indexOf(name.value());
            if (at < 0) {
                refuse(
                        name,
                        known.isEmpty()
                                ? "this scenario has no cases"
                                : "must be one of the cases, which are %s, not %s"
                                        .formatted(
                                                String.join(", ", known),
                                                name.node().excerpt()),
                        Spelling.nearest(name.value(), known));
            }
            cases.add(Math.max(0, at));
        }
        return cases;
    }

    private void narrow(String path, List<LocatedValue<Node>> values, List<List<Integer>> rows) {
        for (int i = 0; i < plan.axes().size(); i++) {
            Axis axis = plan.axes().get(i);
            int column = axis.paths().indexOf(path);
            if (column >= 0) {
                List<Object> wanted = values.stream()
                        .map(value -> SweepPlan.plain(value.value()))
                        .toList();
                List<Object> there = axis.rows().stream()
                        .map(row -> SweepPlan.plain(row.get(column)))
                        .toList();
                for (int k = 0; k < wanted.size(); k++) {
                    if (!there.contains(wanted.get(k))) {
                        refuse(
                                values.get(k),
                                "must be one of the values of %s, which are %s, not %s"
                                        .formatted(path, list(there), PointKey.text(wanted.get(k))),
                                Spelling.nearest(
                                        PointKey.text(wanted.get(k)),
                                        there.stream().map(PointKey::text).toList()));
                        return;
                    }
                }
                rows.set(
                        i,
                        rows.get(i).stream()
                                .filter(row -> wanted.contains(there.get(row)))
                                .toList());
                return;
            }
        }
        List<String> swept =
                plan.axes().stream().flatMap(axis -> axis.paths().stream()).toList();
        refuse(
                values.get(0),
                swept.isEmpty()
                        ? "this scenario sweeps nothing"
                        : "%s is not swept; swept are %s".formatted(path, String.join(", ", swept)),
                Spelling.nearest(path, swept));
    }

    private static String list(Collection<Object> values) {
        String first = values.stream()
                .distinct()
                .limit(MOST_LISTED)
                .map(PointKey::text)
                .collect(Collectors.joining(", "));
        return values.stream().distinct().count() > MOST_LISTED ? first + ", \u2026" : first;
    }

    private void refuse(LocatedValue<?> placed, String rule, String hint) {
        sound = false;
        placed.spot().report(placed.node().place(), rule, hint);
    }
}
