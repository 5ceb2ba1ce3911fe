package overthink.scenarios.results.inspection;

import java.util.List;
import java.util.Map;

/**
 * What strategies a recording can be asked.
 *
 * @param possible the names of those that need nothing unrecorded
 * @param impossible by what the recording lacks, the names of those that need it
 */
public record StrategyUses(List<String> possible, Map<String, List<String>> impossible) {}
