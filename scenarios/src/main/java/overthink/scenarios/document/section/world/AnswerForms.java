package overthink.scenarios.document.section.world;

import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.Beta;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.WholeForm;

/** How a law of wrong answers is written. */
final class AnswerForms {

    private static final Key<Integer> ANSWERS =
            Key.required("answers", WholeForm.ints(AnswerLaw.ANSWERS), "How many wrong answers there are");
    private static final Key<Double> EXPONENT =
            Key.required("exponent", new RealForm(Zipf.EXPONENT), "The k-th answer has weight 1/k^exponent");
    private static final Key<Double> SHARE =
            Key.required("share", RealForm.PROBABILITY, "The attractor's share of the wrong mass");
    private static final Key<Double> DISCOUNT = Key.required(
            "discount", new RealForm(PitmanYor.DISCOUNT), "0 is a Dirichlet process; more means a heavier tail");
    private static final Key<Double> CONCENTRATION = Key.required(
            "concentration", new RealForm(PitmanYor.CONCENTRATION), "Above -discount; more means more answers");

    /** The law of wrong answers. */
    static final Form<AnswerLaw> LAW = ChoiceForm.<AnswerLaw>of("law of wrong answers")
            .word("distinct", new Distinct(), "Wrong answers never agree, so that every vote wins in the end")
            .option("uniform", Block.of(fields -> new UniformAnswers(fields.get(ANSWERS)), ANSWERS), "All alike")
            .option(
                    "zipf",
                    Block.of(fields -> new Zipf(fields.get(ANSWERS), fields.get(EXPONENT)), ANSWERS, EXPONENT),
                    "Few common ones and many rare ones")
            .option(
                    "attractor",
                    Block.of(fields -> new Attractor(fields.get(SHARE), fields.get(ANSWERS)), SHARE, ANSWERS),
                    "One takes a share, the others divide the rest equally")
            .option(
                    "pitman-yor",
                    Block.of(
                            fields -> new PitmanYor(fields.get(DISCOUNT), fields.get(CONCENTRATION)),
                            DISCOUNT,
                            CONCENTRATION),
                    "Weights drawn anew for each problem");

    private static final Key<Double> ALPHA = Key.required("alpha", new RealForm(Beta.SHAPE), "Beta's first shape");
    private static final Key<Double> BETA = Key.required("beta", new RealForm(Beta.SHAPE), "Beta's second shape");

    /** The share of wrong solutions without an answer. */
    static final Form<Silence> SILENCE = EitherForm.number(
            RealForm.PROBABILITY.map(Silence.Share::new),
            ChoiceForm.<Silence>of("share without an answer")
                    .option(
                            "beta",
                            Block.of(
                                    fields -> new Silence.OverProblems(new Beta(fields.get(ALPHA), fields.get(BETA))),
                                    ALPHA,
                                    BETA),
                            "A share of its own for each problem"));

    private AnswerForms() {}
}
