package overthink.core.fit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import overthink.core.fit.answer.AnswerCounts;
import overthink.core.fit.answer.AnswerDraw;
import overthink.core.fit.answer.AnswerPosterior;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.fit.difficulty.FamilyPosterior;
import overthink.core.fit.difficulty.FittedDifficulty;
import overthink.core.fit.difficulty.SuccessCounts;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.fit.verifier.GradedFit;
import overthink.core.fit.verifier.VerifierFit;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.verifier.Scoring;
import overthink.core.random.CounterStream;
import overthink.core.random.Gaussian;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Recording;

/**
 * A world fitted to a recording: difficulty by the leading family's posterior, answers by a Pitman–Yor law and a Beta law of
 * missing ones, the verifier by its replayed curve, tokens by their median and mean; and the verdict on what it may be used for.
 * Scores that no family fits, by that verdict, are tabulated where that comes nearer. Immutable.
 */
public final class WorldFit {

    private final Recording recording;
    private final DifficultyPosterior difficulty;
    private final @Nullable AnswerPosterior answers;
    private final @Nullable VerifierFit verifierFit;
    private final @Nullable FittedVerifier verifier;
    private final FittedWorld world;
    private final TrustVerdict verdict;
    private final List<FittedParameter> parameters = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final long seed;

    /** With more candidates without a score there is no telling what a verifier would say of them. */
    private static final double MOST_UNSCORED = 0.5;

    private WorldFit(Recording whole, TailExponent exponent, long seed) {
        double unscored = unscored(whole);
        recording = unscored > MOST_UNSCORED ? Thinned.withoutScores(whole) : whole;
        if (unscored > MOST_UNSCORED) {
            statements.add(String.format(
                    Locale.ROOT,
                    "%.0f %% of the candidates have no score: scores are left out, and the fitted world has no verifier",
                    100 * unscored));
        }
        this.seed = seed;
        SuccessCounts counts = SuccessCounts.of(recording);
        CompletableFuture<DifficultyPosterior> difficulties =
                CompletableFuture.supplyAsync(() -> DifficultyPosterior.of(counts, exponent));
        answers = recording.hasAnswers() ? AnswerPosterior.of(AnswerCounts.of(recording)) : null;
        verifierFit = recording.calls() > 0 ? VerifierFit.of(recording, seed) : null;
        Optional<FittedProcess> process = FittedProcess.of(whole, seed);
        difficulty = difficulties.join();
        FittedWorld base = new FittedWorld(
                DifficultyCentre.of(difficulty, seed),
                answerLaw(answers),
                silence(answers),
                null,
                process.map(FittedProcess::verifier),
                process.map(FittedProcess::steps).orElse(new CountLaw.Constant(1)),
                process.map(FittedProcess::tokens).orElse(FittedTokens.of(recording)));
        PredictiveCheck check = new PredictiveCheck(recording, difficulty, exponent, seed);
        Optional<FittedVerifier> family =
                verifierFit == null ? Optional.empty() : FittedVerifier.of(recording, verifierFit);
        FittedVerifier chosen = family.orElse(null);
        TrustVerdict found = check.of(base.with(chosen == null ? null : chosen.verifier()));
        if (verifierFit instanceof GradedFit graded && misses(found) > 0) {
            Optional<FittedVerifier> tables = FittedVerifier.tabulated(recording, graded, seed);
            if (tables.isPresent()) {
                TrustVerdict other = check.of(base.with(tables.get().verifier()));
                if (misses(other) < misses(found)) {
                    chosen = tables.get();
                    found = other;
                }
            }
        }
        verifier = chosen;
        verdict = found;
        world = base.with(chosen == null ? null : chosen.verifier());
        parameters.addAll(parametersOfDifficulty());
        parameters.addAll(parametersOfAnswers());
        if (chosen != null) {
            parameters.addAll(chosen.parameters());
        }
        process.ifPresent(one -> {
            parameters.addAll(one.parameters());
            statements.add(
                    "only whole candidates were graded: how well the process verifier sees unfinished solutions is"
                            + " taken from their ends, and step search in the fitted world was never compared with a recorded one");
        });
        state();
    }

    /**
     * Fits a world.
     *
     * @param recording candidates; its first verifier call is the verifier's
     * @param exponent what is held likely of the tail of difficulty beforehand
     * @param seed of all that is drawn
     */
    public static WorldFit of(Recording recording, TailExponent exponent, long seed) {
        return new WorldFit(recording, exponent, seed);
    }

    /** The share of candidates without a score; 0 where there are no scores at all. */
    private static double unscored(Recording recording) {
        long missing = 0;
        long all = 0;
        for (int problem = 0; problem < recording.size() && recording.calls() > 0; problem++) {
            for (int i = 0; i < recording.candidates(problem); i++) {
                all++;
                missing += recording.score(0, problem, i) == Recording.NO_SCORE ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) missing / all;
    }

    /** How badly selection is missed: grades first, errors among equals. */
    private static double misses(TrustVerdict verdict) {
        double sum = 0;
        for (CheckedCurve curve : verdict.curves()) {
            if (curve.rule() == Rule.BEST_OF_N || curve.rule() == Rule.WEIGHTED_VOTE) {
                int grade = curve.grade().ordinal();
                sum += grade == 0 ? 0 : 1000 * grade + Math.abs(curve.worst().errors());
            }
        }
        return sum;
    }

    private static AnswerLaw answerLaw(@Nullable AnswerPosterior posterior) {
        if (posterior == null || !posterior.wrong().informed()) {
            return new Distinct();
        }
        double discount = Rounded.within(posterior.wrong().discount().mean(), 0, PitmanYor.DISCOUNT.most());
        return new PitmanYor(
                discount, Rounded.of(posterior.wrong().concentration().mean()));
    }

    private static Silence silence(@Nullable AnswerPosterior posterior) {
        if (posterior == null || !posterior.missing().someMissing()) {
            return Silence.NONE;
        }
        return new Silence.OverProblems(new Beta(
                Rounded.of(posterior.missing().a().mean()),
                Rounded.of(posterior.missing().b().mean())));
    }

    private List<FittedParameter> parametersOfDifficulty() {
        FamilyPosterior leading = difficulty.leading();
        FittedDifficulty centre = world.difficulty();
        String from = "right candidates of each problem";
        List<FittedParameter> found = new ArrayList<>(List.of(
                new FittedParameter(
                        leading.family().first(),
                        centre.first(),
                        leading.first().sd(),
                        from),
                new FittedParameter(
                        leading.family().second(),
                        centre.second(),
                        leading.second().sd(),
                        from)));
        found.add(new FittedParameter(
                "never solved", centre.atom(), leading.atom().sd(), from));
        return found;
    }

    private List<FittedParameter> parametersOfAnswers() {
        List<FittedParameter> found = new ArrayList<>();
        AnswerPosterior posterior = answers;
        if (posterior != null && world.answers() instanceof PitmanYor law) {
            String from = "who agrees with whom among wrong candidates";
            found.add(new FittedParameter(
                    "discount", law.discount(), posterior.wrong().discount().sd(), from));
            found.add(new FittedParameter(
                    "concentration",
                    law.concentration(),
                    posterior.wrong().concentration().sd(),
                    from));
        }
        if (posterior != null && world.silence() instanceof Silence.OverProblems missing) {
            String from = "wrong candidates without an answer";
            found.add(new FittedParameter(
                    "no-answer alpha",
                    missing.law().alpha(),
                    posterior.missing().a().sd(),
                    from));
            found.add(new FittedParameter(
                    "no-answer beta",
                    missing.law().beta(),
                    posterior.missing().b().sd(),
                    from));
        }
        return found;
    }

    private void state() {
        statements.addAll(difficulty.statements());
        if (answers != null) {
            statements.addAll(answers.statements());
        } else {
            statements.add(
                    "answers were not recorded: in the fitted world wrong answers never agree, and votes in it say nothing");
        }
        if (verifierFit != null) {
            statements.addAll(verifierFit.statements());
            if (verifier == null) {
                statements.add("the scores do not tell a verifier: the fitted world has none");
            } else if (verifier.verifier().scoring() instanceof Scoring.Tabulated) {
                statements.add("no family fits the scores: they are tabulated as they were seen");
            }
        }
    }

    /** What it was fitted to. */
    public Recording recording() {
        return recording;
    }

    /** The world. */
    public FittedWorld world() {
        return world;
    }

    /** For what it may be used. */
    public TrustVerdict verdict() {
        return verdict;
    }

    /** The numbers stated and their errors. */
    public List<FittedParameter> parameters() {
        return List.copyOf(parameters);
    }

    /** The posterior of the difficulty. */
    public DifficultyPosterior difficulty() {
        return difficulty;
    }

    /** What was fitted to the scores; empty without any. */
    public Optional<VerifierFit> verifier() {
        return Optional.ofNullable(verifierFit);
    }

    /** What a reader must know. Sentences; mostly few. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** A draw of the parameters' posterior; the verifier's are normal with their errors. */
    public PosteriorRow draw(int number) {
        FittedDifficulty drawn = difficulty.draw(number, seed).fitted();
        double first = Double.NaN;
        double second = Double.NaN;
        FittedVerifier some = verifier;
        if (some != null && !(some.verifier().scoring() instanceof Scoring.Tabulated)) {
            Site site = new Site(Purpose.FIT_VERIFIER);
            CounterStream stream = new CounterStream();
            site.turnTo(Origin.of(seed), 0);
            site.begin(number);
            site.move(stream, 0);
            boolean graded = some.verifier().scoring() instanceof Scoring.Graded;
            first = draw(some.parameters().get(0), stream);
            FittedParameter other = some.parameters().stream()
                    .filter(one -> one.name().equals(graded ? "spread" : "fpr"))
                    .findFirst()
                    .orElseThrow();
            second = Math.max(0, draw(other, stream));
            if (!graded) {
                first = Math.max(0, Math.min(1, first));
                second = Math.min(1, second);
            }
        }
        AnswerPosterior posterior = answers;
        if (posterior == null) {
            return new PosteriorRow(number, drawn, Double.NaN, Double.NaN, Double.NaN, Double.NaN, first, second);
        }
        AnswerDraw agreed = posterior.draw(number, seed);
        return PosteriorRow.of(number, drawn, agreed, first, second);
    }

    private static double draw(FittedParameter parameter, CounterStream stream) {
        double error = Double.isNaN(parameter.error()) ? 0 : parameter.error();
        return parameter.value() + error * Gaussian.of(stream.nextLong());
    }
}
