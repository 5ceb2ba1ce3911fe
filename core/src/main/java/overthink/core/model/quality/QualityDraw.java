package overthink.core.model.quality;

import overthink.core.law.quality.QualityScale;
import overthink.core.model.DrawnWorld;
import overthink.core.model.Model;
import overthink.core.random.Gaussian;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;

/** The problems of a {@link QualityWorld} as drawn under a seed. */
public final class QualityDraw implements DrawnWorld {

    private final QualityWorld world;
    private final Origin origin;
    private final double[] shifts;

    QualityDraw(QualityWorld world, long seed) {
        this.world = world;
        origin = Origin.of(seed);
        shifts = new double[world.count()];
        for (int problem = 0; world.between() > 0 && problem < shifts.length; problem++) {
            shifts[problem] = world.between() * Gaussian.of(origin.word(Purpose.QUALITY_SHIFT, problem));
        }
    }

    /** The world whose problems these are. */
    public QualityWorld world() {
        return world;
    }

    Origin origin() {
        return origin;
    }

    /** By how much the quality of a problem's candidates is raised. */
    public double shift(int problem) {
        return shifts[problem];
    }

    /** The latent of the whole from which on a candidate of a problem is right; infinity where none is. */
    public double rightFrom(int problem) {
        return world.rightFrom().isPresent()
                ? world.law().scale().reaches(world.rightFrom().getAsDouble() - shifts[problem])
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public int size() {
        return shifts.length;
    }

    @Override
    public double p(int problem) {
        return world.rightOrWrong() ? QualityScale.cumulative(-rightFrom(problem)) : Double.NaN;
    }

    @Override
    public int steps(int problem) {
        return world.policy().steps();
    }

    @Override
    public Model model() {
        return new QualityModel(this);
    }
}
