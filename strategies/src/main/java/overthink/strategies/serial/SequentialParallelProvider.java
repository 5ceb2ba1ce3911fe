package overthink.strategies.serial;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.serial.SequentialParallel.Across;

/** Introduces {@link SequentialParallel} as {@code sequential-parallel}. */
public final class SequentialParallelProvider implements StrategyProvider {

    @Override
    public String name() {
        return "sequential-parallel";
    }

    @Override
    public String summary() {
        return "Chains of revisions side by side; a choice within each, and one across them.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("chains", 0, 0, Integer.MAX_VALUE, "how many; 0 for as many as make the ratio"),
                ParameterSpec.real("ratio", 1, 1e-6, 1e6, "candidates of a chain for each chain, where chains is 0"),
                ChainChoice.By.parameter(
                        "within", "which of a chain stands for it: the last, the most frequent, the highest score"),
                Across.parameter());
    }

    /** Makes it; refuses a ratio beside a number of chains. */
    @Override
    public Strategy create(Parameters parameters) {
        if (parameters.intValue("chains") > 0 && parameters.real("ratio") != 1) {
            throw new IllegalArgumentException(
                    "sequential-parallel: chains (%d) and ratio (%s) say the same; give one of them"
                            .formatted(parameters.intValue("chains"), parameters.real("ratio")));
        }
        return new SequentialParallel(
                parameters.intValue("chains"),
                parameters.real("ratio"),
                ChainChoice.By.of(parameters, "within"),
                Across.of(parameters));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        Set<Capability> needs = EnumSet.of(Capability.CHAIN);
        ChainChoice.By within = ChainChoice.By.of(parameters, "within");
        Across across = Across.of(parameters);
        if (within == ChainChoice.By.BEST || across != Across.VOTE) {
            needs.add(Capability.OUTCOME_VERIFIER);
        }
        if (within == ChainChoice.By.VOTE || across != Across.BEST) {
            needs.add(Capability.ANSWERS);
        }
        return needs;
    }
}
