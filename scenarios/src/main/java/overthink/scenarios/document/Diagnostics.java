package overthink.scenarios.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import overthink.scenarios.document.yaml.MistakeListener;
import overthink.scenarios.document.yaml.SourceLocation;

/** Collects mistakes. */
final class Diagnostics implements MistakeListener {

    private static final int MOST = 100;

    private final String file;
    private final Set<Diagnostic> all = new LinkedHashSet<>();
    private long count;

    /** Collects the mistakes of a file and of what it draws on. */
    Diagnostics(String file) {
        this.file = file;
    }

    @Override
    public void add(SourceLocation place, String path, String value, String rule, String hint) {
        count++;
        if (all.size() < MOST) {
            all.add(new Diagnostic(place.source(), place.line(), place.column(), path, value, rule, hint));
        }
    }

    /** All mistakes so far. */
    List<Diagnostic> all() {
        return List.copyOf(all);
    }

    /**
     * Goes on only when there is no mistake.
     *
     * @throws InvalidScenarioException with all mistakes: those of the scenario's file first, by line
     */
    void throwIfAny() {
        if (all.isEmpty()) {
            return;
        }
        List<Diagnostic> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing((Diagnostic mistake) -> !mistake.file().equals(file))
                .thenComparing(Diagnostic::file)
                .thenComparingInt(Diagnostic::line)
                .thenComparingInt(Diagnostic::column));
        if (count > MOST) {
            sorted.add(new Diagnostic(file, 0, 0, "", "", "there are %d mistakes more".formatted(count - MOST), ""));
        }
        throw new InvalidScenarioException(sorted);
    }
}
