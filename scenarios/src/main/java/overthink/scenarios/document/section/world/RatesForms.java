package overthink.scenarios.document.section.world;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.scenarios.document.csv.CellValue;
import overthink.scenarios.document.csv.CsvFile;
import overthink.scenarios.document.csv.CsvRow;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.MapForm;
import overthink.scenarios.document.form.OneOrMoreForm;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.files.Digests;

/** How problems recorded in a file are named: {@code counts}, {@code attempts}, and {@code empirical} with a file. */
final class RatesForms {

    private static final TextForm COLUMN = TextForm.line("the name of a column");
    private static final Form<List<String>> COLUMNS = new OneOrMoreForm<>(COLUMN, "names of columns", 10);
    /** The file. */
    static final Key<String> FILE = Key.required(
            "file",
            TextForm.line("a file's path"),
            "A file of rows: CSV, TSV, JSON, Parquet or a harness's log, gzipped or not; relative to the scenario's folder");

    private static final Key<String> N = Key.optional("n", COLUMN, "n", "The column of the number of candidates");
    private static final Key<String> C = Key.optional("c", COLUMN, "c", "The column of the number of correct ones");
    private static final Key<String> P = Key.optional("p", COLUMN, "p", "The column of p");
    /** What says whether an attempt is correct. */
    static final Key<String> VERDICT = Key.optional(
            "correct", COLUMN, "correct", "The column that says whether the attempt is: 1 or 0, true or false");

    private static final Key<List<String>> SUMMED = Key.derived(
            "problem",
            COLUMNS,
            "every row is a problem",
            "The columns that name a row's problem; the counts of rows with the same are added up");
    private static final Key<List<String>> NAMED = Key.derived(
            "problem",
            COLUMNS,
            "every row is a problem",
            "The columns that name a row's problem, each of which has one row");
    /** What names a problem that has several rows. */
    static final Key<List<String>> ATTEMPTED =
            Key.optional("problem", COLUMNS, "problem", "The columns that name a row's problem");
    /** Which of its rows. */
    static final Key<Map<String, CellValue>> WHERE = Key.optional(
            "where",
            new MapForm<>(CellValue.FORM, "columns with a value", COLUMN, 0, 100),
            "{}",
            "Only the rows with these values: numbers compare as numbers (0.2 is 0.20), those in quotes as text");

    private static final WholeForm CANDIDATES = new WholeForm(1, Empirical.MOST_CANDIDATES);
    private static final WholeForm CORRECT = new WholeForm(0, Empirical.MOST_CANDIDATES);
    private static final RealForm PROBABILITY = RealForm.PROBABILITY;

    /** p of each problem as c/n. */
    static final Form<DifficultyLaw> COUNTS = Block.of(
            fields -> law(fields, SUMMED, fields.has(SUMMED), List.of(N, C), RatesForms::count),
            FILE,
            N,
            C,
            SUMMED,
            WHERE);

    /** p of each problem as the share of its attempts, one a row, that are correct. */
    static final Form<DifficultyLaw> ATTEMPTS = Block.of(
            fields -> law(fields, ATTEMPTED, true, List.of(VERDICT), RatesForms::attempt),
            FILE,
            ATTEMPTED,
            VERDICT,
            WHERE);

    /** p of each problem as it stands. */
    static final Block<DifficultyLaw> RATES =
            Block.of(fields -> law(fields, NAMED, false, List.of(P), RatesForms::rate), FILE, P, NAMED, WHERE);

    private RatesForms() {}

    /** What a row says of its problem; null when there is a mistake in it. */
    @FunctionalInterface
    private interface Share {
        @Nullable
        Outcomes of(CsvRow row);
    }

    private static @Nullable Outcomes count(CsvRow row) {
        Long n = value(row.read(0, CANDIDATES));
        Long c = value(row.read(1, CORRECT));
        if (n == null || c == null) {
            return null;
        }
        if (c > n) {
            row.refuse(1, "must be at most n, which is " + n);
            return null;
        }
        return new Outcomes(n, c);
    }

    private static @Nullable Outcomes attempt(CsvRow row) {
        Boolean correct = row.verdict(0);
        return correct == null ? null : new Outcomes(1, correct ? 1 : 0);
    }

    private static @Nullable Outcomes rate(CsvRow row) {
        Double p = value(row.read(0, PROBABILITY));
        return p == null ? null : new Outcomes(1, p);
    }

    private static <T> @Nullable T value(@Nullable ReadValue<T> reading) {
        return reading == null ? null : reading.value();
    }

    private static @Nullable DifficultyLaw law(
            Fields fields, Key<List<String>> problem, boolean sums, List<Key<String>> columns, Share share) {
        String file = fields.get(FILE);
        RowsOfProblems rows = new RowsOfProblems(file, sums);
        boolean sound = new CsvFile(fields, FILE, WHERE, problem, columns).forEach(row -> {
            Outcomes outcomes = share.of(row);
            return outcomes != null && rows.add(row, outcomes);
        });
        if (!rows.sound() || !sound) {
            fields.spoil();
            return null;
        }
        double[] list = rows.rates();
        fields.spot().scene().note("%s: %d problems, digest %s".formatted(file, list.length, digest(list)));
        return columns.contains(P) ? new Empirical(list) : rows.counts();
    }

    private static String digest(double[] rates) {
        MessageDigest digest = Digests.sha256();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES);
        for (double rate : rates) {
            digest.update(bytes.putDouble(0, rate).array());
        }
        return Digests.first16(digest.digest());
    }

    /**
     * What is recorded of a problem.
     *
     * @param n candidates, 1 where a share is recorded
     * @param c correct ones, or the share
     */
    record Outcomes(long n, double c) {

        /** p. */
        double rate() {
            return c / n;
        }
    }
}
