package overthink.core.model.part;

import overthink.core.law.part.PartChances;
import overthink.core.model.DrawnWorld;
import overthink.core.model.Model;
import overthink.core.random.Address;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/** The problems of a {@link PartWorld} as drawn under a seed. */
public final class PartDraw implements DrawnWorld {

    private final PartWorld world;
    private final Origin origin;
    /** By problem and part. */
    private final double[][] chances;

    private final double[] p;

    PartDraw(PartWorld world, long seed) {
        this.world = world;
        origin = Origin.of(seed);
        int parts = world.graph().count();
        chances = new double[world.count()][parts];
        p = new double[world.count()];
        Site site = new Site(Purpose.PART_CHANCE);
        for (int problem = 0; problem < p.length; problem++) {
            site.turnTo(origin, problem);
            for (int part = 0; part < parts; part++) {
                chances[problem][part] = world.chances().quantile(Address.uniform(site.slot(part)));
            }
            double[] right = PartChances.right(world.graph(), chances[problem], flawed(chances[problem]));
            for (int k = 0; k <= parts; k++) {
                p[problem] += world.combination().worth(k, parts) == 1 ? right[k] : 0;
            }
            p[problem] = Math.min(1, p[problem]);
        }
    }

    /** The world whose problems these are. */
    public PartWorld world() {
        return world;
    }

    Origin origin() {
        return origin;
    }

    /** The chance that a part is right where those that it waits for are. */
    public double chance(int problem, int part) {
        return chances[problem][part];
    }

    /** By part: the chances where one of those that it waits for is not right. */
    public double[] flawed(double[] sound) {
        double[] flawed = sound.clone();
        for (int part = 0; part < flawed.length; part++) {
            flawed[part] *= world.policy().recovery();
        }
        return flawed;
    }

    @Override
    public int size() {
        return p.length;
    }

    @Override
    public double p(int problem) {
        return p[problem];
    }

    @Override
    public int steps(int problem) {
        return world.graph().count();
    }

    @Override
    public Model model() {
        return new PartModel(this);
    }
}
