package overthink.scenarios.format;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.scenarios.format.form.Block;
import overthink.scenarios.format.form.Fields;
import overthink.scenarios.format.form.Form;
import overthink.scenarios.format.form.Key;
import overthink.scenarios.format.form.MapForm;
import overthink.scenarios.format.form.Reading;
import overthink.scenarios.format.form.RealForm;
import overthink.scenarios.format.form.TextForm;
import overthink.scenarios.format.form.WholeForm;

/** How problems recorded in a CSV file are named: {@code counts} and {@code empirical} with a file. */
final class RatesForms {

    private static final TextForm COLUMN = TextForm.line("the name of a column");
    private static final Key<String> FILE = Key.required(
            "file", TextForm.line("a file's path"), "A CSV file, plain or gzipped; relative to the scenario's folder");
    private static final Key<String> N = Key.optional("n", COLUMN, "n", "The column of the number of candidates");
    private static final Key<String> C = Key.optional("c", COLUMN, "c", "The column of the number of correct ones");
    private static final Key<String> P = Key.optional("p", COLUMN, "p", "The column of p");
    private static final Key<Map<String, String>> WHERE = Key.optional(
            "where",
            new MapForm<>(TextForm.line("a text"), "columns with a value", COLUMN, 0, 100),
            "{}",
            "Only the rows with these values");

    private static final WholeForm CANDIDATES = new WholeForm(1, Empirical.MOST_CANDIDATES);
    private static final WholeForm CORRECT = new WholeForm(0, Empirical.MOST_CANDIDATES);
    private static final RealForm PROBABILITY = RealForm.PROBABILITY;

    /** p of each problem as c/n. */
    static final Form<DifficultyLaw> COUNTS =
            Block.of(fields -> law(fields, List.of(N, C), RatesForms::count), FILE, N, C, WHERE);

    /** p of each problem as it stands. */
    static final Block<DifficultyLaw> RATES =
            Block.of(fields -> law(fields, List.of(P), row -> value(row.read(0, PROBABILITY))), FILE, P, WHERE);

    private RatesForms() {}

    /** p of a row; null when there is a mistake in it. */
    @FunctionalInterface
    private interface Rate {
        @Nullable
        Double of(CsvRow row);
    }

    private static @Nullable Double count(CsvRow row) {
        Long n = value(row.read(0, CANDIDATES));
        Long c = value(row.read(1, CORRECT));
        if (n == null || c == null) {
            return null;
        }
        if (c > n) {
            row.refuse(1, "must be at most n, which is " + n);
            return null;
        }
        return (double) c / n;
    }

    private static <T> @Nullable T value(@Nullable Reading<T> reading) {
        return reading == null ? null : reading.value();
    }

    private static @Nullable DifficultyLaw law(Fields fields, List<Key<String>> columns, Rate rate) {
        List<Double> rates = new ArrayList<>();
        CsvFile file = new CsvFile(fields, FILE, WHERE, columns);
        boolean sound = file.forEach(row -> {
            Double p = rate.of(row);
            if (p != null) {
                rates.add(p);
            }
            return p != null;
        });
        if (!sound) {
            return null;
        }
        double[] list = rates.stream().mapToDouble(Double::doubleValue).toArray();
        fields.spot().scene().note("%s: %d problems, digest %s".formatted(fields.get(FILE), list.length, digest(list)));
        return new Empirical(list);
    }

    private static String digest(double[] rates) {
        MessageDigest digest = Digests.sha256();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES);
        for (double rate : rates) {
            digest.update(bytes.putDouble(0, rate).array());
        }
        return Digests.first16(digest.digest());
    }
}
