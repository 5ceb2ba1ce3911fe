package overthink.scenarios.fitting;

import java.util.ArrayList;
import java.util.List;
import overthink.core.fit.world.PosteriorRow;
import overthink.core.fit.world.WorldFit;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.scenarios.text.Numbers;

/** Draws of a fitted world's parameters from their posterior, a row each; what a world has not is left blank. */
public final class PosteriorTable {

    /** Rows: quantiles of 5 % are then good to a percent. */
    public static final int ROWS = 400;

    private PosteriorTable() {}

    /** The text of the CSV file. */
    public static String text(WorldFit fit) {
        Verifier verifier = fit.world().verifier();
        boolean verdict = verifier != null && verifier.scoring() instanceof Scoring.Verdict;
        StringBuilder text = new StringBuilder("draw,family,first,second,atom,no_answer_alpha,no_answer_beta,discount,"
                + "concentration," + (verdict ? "tpr,fpr" : "d,spread") + "\n");
        for (int number = 0; number < ROWS; number++) {
            PosteriorRow row = fit.draw(number);
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(row.number()));
            cells.add(row.difficulty().family().label());
            for (double value : new double[] {
                row.difficulty().first(),
                row.difficulty().second(),
                row.difficulty().atom(),
                row.missingA(),
                row.missingB(),
                row.discount(),
                row.concentration(),
                row.first(),
                row.second()
            }) {
                cells.add(Double.isNaN(value) ? "" : Numbers.shortest(value));
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }
}
