package overthink.scenarios.analysis.plan;

import java.util.Optional;
import java.util.stream.Stream;
import overthink.core.api.Resource;
import overthink.core.estimate.Row;

/** What a choice is paid with where no cap says so: the resource that is to be least, else dollars, else generations. */
final class Payment {

    private Payment() {}

    static Optional<Requirement.Cap> of(PlanQuestion question, Row row) {
        Stream<Resource> candidates = question.objective().most()
                ? Stream.of(Resource.USD, Resource.GENERATIONS)
                : Stream.of(Resource.valueOf(question.objective().quantity().name()));
        return candidates
                .filter(resource -> row.cost().of(resource) > 0)
                .findFirst()
                .map(resource ->
                        new Requirement.Cap(resource, Rank.MEAN, row.cost().of(resource)));
    }
}
