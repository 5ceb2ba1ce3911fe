package overthink.core.law.answer;

import overthink.core.api.WholeRange;

/**
 * Which class of wrong answer a wrong candidate gives. The true answer is class 0; wrong answers are classes 1, 2, …
 */
public sealed interface AnswerLaw permits Distinct, UniformAnswers, Zipf, Attractor, PitmanYor {

    /**
     * How many wrong answers of a problem may be told apart. Every thread keeps a table of their weights, of some 40 bytes
     * an answer; more answers than a million are as good as {@link Distinct}.
     */
    WholeRange ANSWERS = new WholeRange(1, 1_000_000);
}
