package overthink.core.fit.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.core.random.CounterStream;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * What a recording tells of its problems' answers: how often there is none, how wrong ones agree, and, where a problem may have
 * several right answers, how those agree. Immutable.
 */
public final class AnswerPosterior {

    private final AnswerCounts counts;
    private final MissingAnswers missing;
    private final PitmanYorPosterior wrong;
    private final Optional<PitmanYorPosterior> right;

    private AnswerPosterior(AnswerCounts counts) {
        this.counts = counts;
        missing = MissingAnswers.of(counts);
        wrong = PitmanYorPosterior.ofWrong(counts);
        right = counts.hasSeveralRight() ? Optional.of(PitmanYorPosterior.ofRight(counts)) : Optional.empty();
    }

    /** The posterior given counts. */
    public static AnswerPosterior of(AnswerCounts counts) {
        return new AnswerPosterior(counts);
    }

    /** The counts it was made of. */
    public AnswerCounts counts() {
        return counts;
    }

    /** How often there is no answer. */
    public MissingAnswers missing() {
        return missing;
    }

    /** How wrong answers agree. */
    public PitmanYorPosterior wrong() {
        return wrong;
    }

    /** How right answers agree; empty where no problem of the recording has several. */
    public Optional<PitmanYorPosterior> right() {
        return right;
    }

    /** What a reader must know: sentences; mostly none. */
    public List<String> statements() {
        List<String> all = new ArrayList<>(missing.statements());
        all.addAll(wrong.statements());
        right.ifPresent(one -> all.addAll(one.statements()));
        return all;
    }

    /** A draw: the same for the same number and seed, whoever asks. */
    public AnswerDraw draw(int number, long seed) {
        Site site = new Site(Purpose.FORECAST_ANSWERS);
        CounterStream stream = new CounterStream();
        site.turnTo(Origin.of(seed), 0);
        site.begin(number);
        site.move(stream, 0);
        MissingAnswers.Law none = missing.draw(stream);
        return new AnswerDraw(none.a(), none.b(), wrong.draw(stream), right.map(one -> one.draw(stream)));
    }
}
