package overthink.core.fit.difficulty;

/** Probabilities of counts under Kumaraswamy's laws or logit-normal ones: sums over {@link LogitCells}. */
final class CellMarginals implements Marginals {

    private final LogitCells.Table cells;

    CellMarginals(LogitCells.Table cells) {
        this.cells = cells;
    }

    @Override
    public void logOf(Lattice laws, int point, double[] into) {
        double[] weights = laws.cellWeights(point);
        for (int g = 0; g < into.length; g++) {
            into[g] = StrictMath.log(LogitCells.dot(weights, cells.likelihoods(g)));
        }
    }
}
