package overthink.core.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Binning;
import overthink.core.experiment.Experiment;
import overthink.core.model.DrawnWorld;
import overthink.core.results.BinCells;
import overthink.core.results.CostMaker;
import overthink.core.results.LimitMaker;
import overthink.core.results.RowMaker;
import overthink.core.world.Gathering;

/**
 * Problems, and what makes numbers of what comes of them.
 *
 * @param drawn the problems
 * @param bins of them
 * @param costs makes mean costs
 * @param cells of the bins
 * @param rowMaker makes rows, of all bins
 */
record Stage(
        Experiment experiment, DrawnWorld drawn, List<Bin> bins, CostMaker costs, BinCells cells, RowMaker rowMaker) {

    /** Some problems in the bins that an experiment asks for. */
    static Stage of(Experiment experiment, DrawnWorld drawn) {
        boolean weighted = drawn.gathering() == Gathering.POPULATION;
        List<Bin> bins = Binning.of(
                experiment.bins(),
                IntStream.range(0, drawn.size()).mapToDouble(drawn::p).toArray(),
                IntStream.range(0, drawn.size()).map(drawn::level).toArray(),
                drawn.levels(),
                drawn.gathering(),
                weighted
                        ? IntStream.range(0, drawn.size())
                                .mapToDouble(drawn::weight)
                                .toArray()
                        : new double[0]);
        CostMaker costs = new CostMaker(experiment.world().costs(), drawn);
        BinCells cells = new BinCells(bins, drawn.size());
        return new Stage(experiment, drawn, bins, costs, cells, new RowMaker(experiment, drawn, bins, costs, cells));
    }

    /** The problems among {@code done}, ascending, as far as there are any. */
    Stage part(int[] done) {
        List<Bin> left = bins.stream()
                .filter(bin ->
                        Arrays.stream(bin.problems()).anyMatch(problem -> Arrays.binarySearch(done, problem) >= 0))
                .map(bin -> bin.part(done))
                .toList();
        return new Stage(experiment, drawn, left, costs, cells, new RowMaker(experiment, drawn, left, costs, null));
    }

    LimitMaker limitMaker() {
        return new LimitMaker(bins, experiment.budgets().resource(), drawn.difficulty());
    }
}
