package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which requirements bind: without which more could be had, among all that was looked at. */
final class Bindings {

    private final Chooser chooser;
    private final View view;
    private final List<Entrant> field;

    Bindings(Chooser chooser, View view, List<Entrant> field) {
        this.chooser = chooser;
        this.view = view;
        this.field = field;
    }

    List<Binding> of(PlannedChoice choice) {
        if (choice.chosen().isEmpty()) {
            return List.of();
        }
        Entrant best = choice.chosen().get();
        List<Binding> bindings = new ArrayList<>();
        for (Requirement requirement : view.requirements()) {
            List<Requirement> others = new ArrayList<>(view.requirements());
            others.remove(requirement);
            View without = new View(view.bin(), view.objective(), others);
            Optional<Entrant> other = chooser.of(without, field)
                    .chosen()
                    .filter(entrant -> !entrant.configuration().equals(best.configuration()))
                    .filter(entrant -> Choosing.better(without, entrant, best));
            bindings.add(new Binding(requirement, requirement.value(best.row(view.bin())), other.isPresent(), other));
        }
        return bindings;
    }
}
