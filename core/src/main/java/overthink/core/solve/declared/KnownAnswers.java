package overthink.core.solve.declared;

import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;

/** How many wrong answers of a problem several candidates can give. */
public final class KnownAnswers {

    /** The simulation tells no more answers of a Pitman–Yor process apart; the others it takes for unique. */
    private static final int STICKS = 4096;

    private KnownAnswers() {}

    /** The most of them under a law. */
    public static int most(AnswerLaw law) {
        if (law instanceof UniformAnswers uniform) {
            return uniform.answers();
        }
        if (law instanceof Zipf zipf) {
            return zipf.answers();
        }
        if (law instanceof Attractor attractor) {
            return attractor.answers();
        }
        return law instanceof PitmanYor ? STICKS : 0;
    }
}
