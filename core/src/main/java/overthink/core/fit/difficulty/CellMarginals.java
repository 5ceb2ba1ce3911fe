package overthink.core.fit.difficulty;

/** Probabilities of counts under Kumaraswamy's laws or logit-normal ones: sums over {@link LogitCells}. */
final class CellMarginals implements Marginals {

    private final LogitCells.Table cells;
    private double[] weights = {};

    CellMarginals(LogitCells.Table cells) {
        this.cells = cells;
    }

    @Override
    public void turnTo(Lattice laws, int point) {
        weights = laws.cellWeights(point);
    }

    @Override
    public double logOf(int group) {
        return StrictMath.log(LogitCells.dot(weights, cells.likelihoods(group)));
    }
}
