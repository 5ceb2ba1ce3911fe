package overthink.scenarios.document.section.world;

import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.reading.Demonstrations;
import overthink.core.law.reading.Documents;
import overthink.core.law.reading.ReadingLaw;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.WholeForm;

/** How it is written what a policy thinks of, and what it reads, before it writes. */
final class IdeaForms {

    private static final Key<Double> CONCENTRATION = Key.derived(
            "concentration",
            new RealForm(IdeaLaw.CONCENTRATION),
            "so large that no two candidates share an idea",
            "c: two candidates draw different ideas with probability c/(1 + c)");
    private static final Key<Double> POLARISATION = Key.optional(
            "polarisation",
            RealForm.PROBABILITY,
            "1",
            "An idea's own chance has variance polarisation*p(1 - p): at 1 an idea is right always or never, at 0 all are alike");
    private static final Key<CountLaw> IDEA_TOKENS =
            Key.optional("tokens", CostForms.count(0, CountLaw.MOST), "0", "Tokens of an idea");

    /** Ideas. */
    static final Form<IdeaLaw> IDEAS = Block.of(
            fields -> new IdeaLaw(
                    fields.has(CONCENTRATION) ? fields.get(CONCENTRATION) : Double.POSITIVE_INFINITY,
                    fields.get(POLARISATION),
                    fields.get(IDEA_TOKENS)),
            CONCENTRATION,
            POLARISATION,
            IDEA_TOKENS);

    private static final Key<Double> RECALL = Key.optional(
            "recall", RealForm.PROBABILITY, "1", "What any number of documents recalls of what the store holds");
    private static final Key<Double> HALF = Key.optional(
            "half",
            new RealForm(Documents.HALF),
            "1",
            "k documents recall 1 - (1 + k/half)^-exponent of it: half at k = half where the exponent is 1");
    private static final Key<Double> EXPONENT =
            Key.optional("exponent", new RealForm(Documents.EXPONENT), "1", "How fast recall saturates");
    private static final Key<Double> DISTRACTION = Key.optional(
            "distraction",
            RealForm.PROBABILITY,
            "0",
            "The share of its chance that the reader loses with each document more");
    private static final Key<Integer> DOCUMENT_TOKENS = Key.optional(
            "tokens",
            WholeForm.ints(Documents.TOKENS),
            "0",
            "Tokens of a document, which are input of every later call");
    private static final Key<DifficultyLaw> READER = Key.derived(
            "reader",
            EitherForm.number(RealForm.PROBABILITY.map(p -> (DifficultyLaw) new Point(p)), AccuracyForms.LAW),
            "1",
            "Chance that one document with what is needed makes a right candidate: a number, or its law over problems");
    private static final Key<Long> SIZE =
            Key.required("size", new WholeForm(Documents.Store.SIZE), "Documents in the store, those asked for most");
    private static final Key<Long> FACTS =
            Key.required("facts", new WholeForm(Documents.Store.SIZE), "Facts that are asked for, one a document");
    private static final Key<Double> ZIPF = Key.optional(
            "exponent", new RealForm(Documents.Store.ZIPF), "1", "The k-th fact is asked for with weight 1/k^exponent");
    private static final Key<Documents.Store> STORE = Key.derived(
            "store",
            Block.of(
                    fields -> new Documents.Store(fields.get(SIZE), fields.get(FACTS), fields.get(ZIPF)),
                    SIZE,
                    FACTS,
                    ZIPF),
            "a store that holds everything",
            "What the documents are retrieved from; recall is times the share of what is asked that it holds");

    private static final Key<Documents> DOCUMENTS = Key.derived(
            "documents",
            Block.of(IdeaForms::documents, RECALL, HALF, EXPONENT, DISTRACTION, DOCUMENT_TOKENS, READER, STORE),
            "there are none",
            "Documents that the policy may read before it writes");

    private static final Key<Double> GAIN = Key.required(
            "gain", new RealForm(Demonstrations.GAIN), "What any number of them adds at most to the log-odds of p");
    private static final Key<Double> HALF_SHOWN = Key.optional(
            "half", new RealForm(Demonstrations.HALF), "1", "How many add half of it: m add gain*m/(m + half)");
    private static final Key<Integer> SHOWN_TOKENS = Key.optional(
            "tokens",
            WholeForm.ints(Documents.TOKENS),
            "0",
            "Tokens of a demonstration, which are input of every later call");

    private static final Key<Demonstrations> DEMONSTRATIONS = Key.derived(
            "demonstrations",
            Block.of(
                    fields -> new Demonstrations(fields.get(GAIN), fields.get(HALF_SHOWN), fields.get(SHOWN_TOKENS)),
                    GAIN,
                    HALF_SHOWN,
                    SHOWN_TOKENS),
            "there are none",
            "Demonstrations that the policy may be shown before it writes");

    /** Reading. */
    static final Form<ReadingLaw> READING = Block.of(
            fields -> new ReadingLaw(
                    fields.has(DOCUMENTS) ? fields.get(DOCUMENTS) : null,
                    fields.has(DEMONSTRATIONS) ? fields.get(DEMONSTRATIONS) : null),
            DOCUMENTS,
            DEMONSTRATIONS);

    private IdeaForms() {}

    private static Documents documents(Fields fields) {
        return new Documents(
                fields.get(RECALL),
                fields.get(HALF),
                fields.get(EXPONENT),
                fields.get(DISTRACTION),
                fields.get(DOCUMENT_TOKENS),
                fields.has(READER) ? fields.get(READER) : new Point(1),
                fields.has(STORE) ? fields.get(STORE) : Documents.Store.WHOLE);
    }
}
