package overthink.core.law.answer;

/**
 * Which class of wrong answer a wrong candidate gives. The true answer is class 0; wrong answers are classes 1, 2, …
 */
public sealed interface AnswerLaw permits Distinct, UniformAnswers, Zipf, Attractor, PitmanYor {}
