package overthink.scenarios.recording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.text.NearestName;

/** Which columns of a file mean what: as the user says, and else by their names and by what the first rows hold. */
public final class Columns {

    private static final int MOST_SHOWN = 20;
    /** An answer that is counted in a vote is no longer, on average: longer texts are whole responses. */
    private static final int LONGEST_ANSWER = 120;

    private static final Set<Role> SEVERAL = EnumSet.of(Role.PROBLEM, Role.SCORE, Role.POLICY);

    private final List<String> header;
    private final List<List<String>> rows;
    private final boolean decimalCommas;
    private final Mapping mapping;
    private final Map<Role, List<Integer>> found = new EnumMap<>(Role.class);
    private final Set<Role> guessed = EnumSet.noneOf(Role.class);
    private final Set<Integer> taken = new HashSet<>();

    /**
     * The columns of a file.
     *
     * @param rows its first
     * @throws BrokenFileException when there is no column of a name that the user gave, or none that could name problems
     */
    Columns(List<String> header, List<List<String>> rows, boolean decimalCommas, Mapping mapping)
            throws BrokenFileException {
        this.header = header;
        this.rows = rows;
        this.decimalCommas = decimalCommas;
        this.mapping = mapping;
        for (Map.Entry<Role, List<String>> stated : mapping.columns().entrySet()) {
            for (String name : stated.getValue()) {
                put(stated.getKey(), index(name));
            }
        }
        if (mapping.guess()) {
            guess();
        }
        if (!has(Role.PROBLEM)) {
            throw new BrokenFileException(
                    1,
                    "no column looks like the name of a problem; columns are %s".formatted(shown(header)),
                    "--problem COLUMN");
        }
        if (!has(Role.CORRECT) && !counts()) {
            throw new BrokenFileException(
                    1,
                    "no column says whether a candidate is correct, nor how many are; columns are %s"
                            .formatted(shown(header)),
                    "--correct COLUMN, or --n COLUMN --c COLUMN");
        }
    }

    private void put(Role role, int index) {
        found.computeIfAbsent(role, none -> new ArrayList<>()).add(index);
        taken.add(index);
    }

    /** The place of a column. */
    int index(String name) throws BrokenFileException {
        int index = header.indexOf(name);
        if (index < 0) {
            String hint = header.stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .or(() -> NearestName.to(name, header))
                    .orElse(allNumbers() ? "a first line with the names of the columns" : "");
            throw new BrokenFileException(
                    1, "there is no column %s; columns are %s".formatted(name, shown(header)), hint);
        }
        if (index != header.lastIndexOf(name)) {
            throw new BrokenFileException(1, "there are two columns %s".formatted(name), "");
        }
        return index;
    }

    private boolean allNumbers() {
        return header.stream().noneMatch(name -> Double.isNaN(CellText.number(name, decimalCommas)));
    }

    private void guess() {
        guessSteps();
        guess(Role.PROBLEM, any -> true);
        for (int i = 0; i < header.size(); i++) {
            if (!taken.contains(i) && Role.POLICY.names().contains(letters(header.get(i)))) {
                put(Role.POLICY, i);
                guessed.add(Role.POLICY);
            }
        }
        guess(Role.RUN, any -> true);
        guess(Role.LEVEL, any -> true);
        if (!has(Role.CORRECT)) {
            guessCounts();
        }
        if (!counts()) {
            guess(Role.SAMPLE, any -> true);
            guess(Role.CORRECT, index -> all(index, cell -> CellText.verdict(cell) != null));
            guessLike(
                    Role.CORRECT,
                    List.of("correct", "pass", "success", "solve", "accept", "score"),
                    index -> all(index, cell -> CellText.verdict(cell) != null));
            guess(Role.CORRECT, any -> true); // by name alone: what is wrong with it is said where it is
            guess(Role.SCORE, this::numbers);
            guessLike(Role.SCORE, List.of("score", "reward", "confiden", "verifier", "prob", "passed"), this::numbers);
            guess(Role.TOKENS, index -> all(index, cell -> CellText.whole(cell) >= 0));
            guess(Role.ANSWER, this::brief);
            guess(Role.ENDING, any -> true);
        }
        if (!has(Role.CORRECT) && !counts()) {
            guess(Role.N, any -> true); // by names alone, too
            guess(Role.C, any -> true);
            if (!has(Role.N) || !has(Role.C)) {
                forget(Role.N, Role.C);
            }
        }
    }

    private void guess(Role role, Predicate<Integer> fits) {
        for (String name : role.names()) {
            for (int i = 0; i < header.size() && !has(role); i++) {
                if (!taken.contains(i) && letters(header.get(i)).equals(name) && fits.test(i)) {
                    put(role, i);
                    guessed.add(role);
                }
            }
        }
    }

    /** Looks for names that contain a word. */
    private void guessLike(Role role, List<String> words, Predicate<Integer> fits) {
        for (String word : words) {
            for (int i = 0; i < header.size() && !has(role); i++) {
                if (!taken.contains(i) && letters(header.get(i)).contains(word) && fits.test(i)) {
                    put(role, i);
                    guessed.add(role);
                }
            }
        }
    }

    private void guessSteps() {
        guess(Role.STEPS, this::lists);
        guessLike(Role.STEPS, List.of("stepscore", "stepreward", "prm"), this::lists);
    }

    /** A column of n and one of c, in rows of which none names a problem of one policy again. */
    private void guessCounts() {
        Role[] roles = {Role.N, Role.C};
        for (Role role : roles) {
            guess(role, index -> all(index, cell -> CellText.whole(cell) >= 0));
        }
        if (!has(Role.N) || !has(Role.C)) {
            forget(roles);
            return;
        }
        Set<List<String>> seen = new HashSet<>();
        boolean several = false;
        boolean once = true;
        boolean below = true;
        for (List<String> row : rows) {
            long n = CellText.whole(cell(row, at(Role.N)));
            several |= n > 1;
            below &= CellText.whole(cell(row, at(Role.C))) <= n;
            List<String> name = new ArrayList<>();
            for (Role role : List.of(Role.PROBLEM, Role.POLICY, Role.RUN)) {
                all(role).forEach(index -> name.add(cell(row, index)));
            }
            once &= seen.add(name);
        }
        boolean named = !Role.CORRECT.names().contains(letters(header.get(at(Role.C))));
        if (!several || !(named || (once && below))) {
            forget(roles);
        }
    }

    private void forget(Role... roles) {
        for (Role role : roles) {
            if (guessed.remove(role)) {
                all(role).forEach(taken::remove);
                found.remove(role);
            }
        }
    }

    private static String cell(List<String> row, int index) {
        return index < row.size() ? row.get(index) : "";
    }

    /** Whether every cell of a column that has a value fits, and one has. */
    private boolean all(int index, Predicate<String> fits) {
        boolean some = false;
        for (List<String> row : rows) {
            String cell = cell(row, index);
            if (!CellText.nothing(cell)) {
                some = true;
                if (!fits.test(cell)) {
                    return false;
                }
            }
        }
        return some;
    }

    private boolean numbers(int index) {
        return all(index, cell -> !Double.isNaN(CellText.number(cell, decimalCommas)));
    }

    /** Lists of numbers, not all of them of one. */
    private boolean lists(int index) {
        return all(index, cell -> CellText.numbers(cell, decimalCommas) != null)
                && rows.stream().anyMatch(row -> {
                    double[] list = CellText.numbers(cell(row, index), decimalCommas);
                    return list != null && list.length > 1;
                });
    }

    private boolean brief(int index) {
        return rows.stream().mapToLong(row -> cell(row, index).length()).sum() <= (long) LONGEST_ANSWER * rows.size();
    }

    static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Some names, cut where they are many or long. */
    static String shown(java.util.Collection<String> names) {
        List<String> first = names.stream()
                .limit(MOST_SHOWN)
                .map(name -> name.isEmpty() ? "(empty)" : name.length() <= 60 ? name : name.substring(0, 59) + "…")
                .toList();
        return String.join(", ", first) + (names.size() > MOST_SHOWN ? ", …" : "");
    }

    /** Whether a column has a role. */
    public boolean has(Role role) {
        return found.containsKey(role);
    }

    /** Whether a role was not stated but looked for. */
    public boolean guessed(Role role) {
        return guessed.contains(role);
    }

    /** Whether a row counts a problem's candidates, rather than being one. */
    public boolean counts() {
        return has(Role.N) && has(Role.C);
    }

    /** The names of the columns that have a role. */
    public List<String> names(Role role) {
        return all(role).stream().map(header::get).toList();
    }

    /** The names of the columns that have none; of one that is called like a score, what it holds that is no number. */
    public List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!taken.contains(i)) {
                String name = header.get(i);
                unused.add(Role.SCORE.names().contains(letters(name)) ? name + noNumber(i) : name);
            }
        }
        return unused;
    }

    private String noNumber(int index) {
        return rows.stream()
                .map(row -> cell(row, index))
                .filter(cell -> !CellText.nothing(cell) && Double.isNaN(CellText.number(cell, decimalCommas)))
                .findFirst()
                .map(cell -> " (%s is no number)".formatted(shown(List.of(cell))))
                .orElse("");
    }

    /** The names of all columns. */
    public List<String> header() {
        return header;
    }

    /** The places of the columns that have a role. */
    List<Integer> all(Role role) {
        return found.getOrDefault(role, List.of());
    }

    /** The place of the column that has a role; −1 when none has. */
    int at(Role role) {
        return has(role) ? all(role).get(0) : -1;
    }

    /** Whether a role may have several columns. */
    static boolean several(Role role) {
        return SEVERAL.contains(role);
    }

    /** What the user said of the columns. */
    Mapping mapping() {
        return mapping;
    }
}
