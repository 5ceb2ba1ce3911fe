package overthink.scenarios.document;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.scenarios.plugins.StrategyCatalog;

/** Strategies for tests of the format, which runs none. */
final class Strategies {

    /** A catalogue of all of them. */
    static final StrategyCatalog CATALOG = StrategyCatalog.of(List.of(
            new Provider("single", List.of(), Set.of()),
            new Provider("best-of-n", List.of(), Set.of(Capability.OUTCOME_VERIFIER)),
            new Provider("first-accepted", List.of(), Set.of(Capability.BOOLEAN_VERIFIER)),
            new Provider("knockout", List.of(), Set.of(Capability.JUDGE)),
            new Provider(
                    "beam-search",
                    List.of(ParameterSpec.integer("width", 4, 1, 1024, "Children of a node")),
                    Set.of(Capability.PROCESS_VERIFIER)),
            new Provider(
                    "tuned",
                    List.of(
                            ParameterSpec.integer("whole", 2, 0, 10, "A whole number"),
                            ParameterSpec.real("real", 0.25, 0, 1, "A real number"),
                            ParameterSpec.flag("flag", true, "A switch"),
                            ParameterSpec.choice("word", List.of("on", "off", "5"), "A word")),
                    Set.of()),
            new Provider("fussy", List.of(ParameterSpec.flag("fuss", false, "Throws")), Set.of())));

    private Strategies() {}

    private record Provider(String name, List<ParameterSpec> parameters, Set<Capability> needs)
            implements StrategyProvider {

        @Override
        public String summary() {
            return "Exists.";
        }

        @Override
        public Strategy create(Parameters given) {
            if (name.equals("fussy") && given.flag("fuss")) {
                throw new IllegalArgumentException("fuss is not to be made");
            }
            return session -> {};
        }

        @Override
        public Set<Capability> needs(Parameters given) {
            return needs;
        }
    }
}
