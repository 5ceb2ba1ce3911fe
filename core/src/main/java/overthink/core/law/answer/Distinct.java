package overthink.core.law.answer;

/** Wrong answers never agree, save those that inherit one flaw. */
public record Distinct() implements AnswerLaw {}
