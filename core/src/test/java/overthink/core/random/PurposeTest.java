package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.random.Purpose.Scope;

/**
 * Addresses never meet. Of n unrelated 64-bit numbers two are equal with probability below n²/2⁶⁵: fewer than 2 million in
 * each of four tests give 1.1e-7 each, below 1e-6 in all. Seeds fixed.
 */
class PurposeTest {

    private static final long[] TRIALS = {
        0, 1, 2, 3, 4, 5, 6, 7, 100, 0xFFFF_FFFFL, 0x1_0000_0000L, 0x1_0000_0001L, Long.MAX_VALUE - 1, Long.MAX_VALUE
    };

    /** How many draw for the same purpose. */
    private static final int MEMBERS = 3;

    private static final int WHOLES = 200;

    @Test
    void codes_ofAllPurposes_differ() {
        Set<Integer> codes = new HashSet<>();
        for (Purpose purpose : Purpose.values()) {
            assertTrue(codes.add(purpose.code()), purpose + " has the code of another purpose");
        }
    }

    @Test
    void voices_together_haveEachOfTheirPurposesOnce() {
        Set<Purpose> used = EnumSet.noneOf(Purpose.class);
        for (Voice voice : Voice.values()) {
            for (Purpose purpose : List.of(
                    voice.problem(),
                    voice.answer(),
                    voice.loved(),
                    voice.own(),
                    voice.call(),
                    voice.unique(),
                    voice.uniqueLoved(),
                    voice.spread())) {
                assertTrue(used.add(purpose), purpose + " is used twice");
                assertTrue(purpose.name().startsWith(voice.name() + "_"), purpose + " of " + voice);
            }
        }
    }

    @Test
    void numbers_askedForByAnotherScope_areRefused() {
        Origin origin = Origin.of(1);
        for (Purpose purpose : Purpose.values()) {
            if (purpose.scope() != Scope.ONCE) {
                assertThrows(IllegalArgumentException.class, () -> origin.word(purpose, 0));
            }
            if (purpose.scope() == Scope.ONCE || purpose.scope() == Scope.GUEST) {
                assertThrows(IllegalArgumentException.class, () -> new Site(purpose));
            }
        }
    }

    /** Nobody else mixes salts of his own into numbers: no long constant of more than 10 hexadecimal digits stands elsewhere. */
    @Test
    void salts_outsideThisPackage_areNone() throws IOException {
        Path sources = Path.of("src", "main", "java", "overthink", "core");
        Pattern salt = Pattern.compile("0x[0-9A-Fa-f_]{11,}");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> salted = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(sources.resolve("random")))
                    .filter(file -> salt.matcher(read(file)).find())
                    .toList();
            assertEquals(List.of(), salted);
        }
        assertTrue(salt.matcher(read(sources.resolve("random").resolve("Address.java")))
                .find());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void keys_ofAllPurposesProblemsAndTrials_differ() {
        Numbers keys = new Numbers();
        for (long seed : new long[] {0, 1, 2, 42, -1, Long.MIN_VALUE}) {
            Origin origin = Origin.of(seed);
            for (int problem : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 500, 1_000_000, Integer.MAX_VALUE}) {
                for (Purpose purpose : Purpose.values()) {
                    addKeys(origin, problem, purpose, keys);
                }
            }
        }
        keys.assertAllDiffer();
    }

    private static void addKeys(Origin origin, int problem, Purpose purpose, Numbers keys) {
        switch (purpose.scope()) {
            case ONCE -> {
                for (int member = 0; member < MEMBERS; member++) {
                    keys.add(origin.word(purpose, problem, member));
                }
            }
            case GUEST -> {
                for (long trial : TRIALS) {
                    keys.add(origin.strategy(problem, trial));
                }
            }
            case PROBLEM, TRIAL -> {
                for (int member = 0; member < MEMBERS; member++) {
                    Site site = new Site(purpose, member);
                    site.turnTo(origin, problem);
                    keys.add(site.key());
                    keys.add(origin.mask(purpose, problem, member));
                    if (purpose.scope() == Scope.TRIAL) {
                        for (long trial : TRIALS) {
                            site.begin(trial);
                            keys.add(site.key());
                        }
                    }
                }
            }
        }
    }

    @Test
    void keys_ofTwoPurposes_areNoFixedStepApart() {
        // a step that returns would make a sum of a key and a number that some other key and number have, too
        Numbers steps = new Numbers();
        Origin origin = Origin.of(7);
        List<Site> sites = sites(origin);
        for (int problem = 0; problem < 20; problem++) {
            for (long trial = 0; trial < 20; trial++) {
                for (Site site : sites) {
                    site.turnTo(origin, problem);
                    site.begin(trial);
                }
                for (int i = 0; i < sites.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        steps.add(sites.get(i).key() - sites.get(j).key());
                    }
                }
            }
        }
        steps.assertAllDiffer();
    }

    @Tag("slow")
    @Test
    void addresses_ofAllThatIsDrawnInATrial_differ() {
        Numbers addresses = new Numbers();
        Origin origin = Origin.of(11);
        Lineage lineage = new Lineage();
        for (int problem : new int[] {0, 1}) {
            lineage.turnTo(origin, problem);
            for (long trial : new long[] {0, 1, 0x1_0000_0000L}) {
                lineage.begin(trial);
                lineage.grow();
                long[] nodes = nodes(lineage);
                for (Site site : sites(origin)) {
                    site.turnTo(origin, problem);
                    site.begin(trial);
                    for (long node : nodes) {
                        for (long slot = 0; slot < 20; slot++) {
                            addresses.add(site.key() + node + slot * Address.GOLDEN);
                        }
                    }
                    // what a number's further words and a stream's start come from
                    for (long slot = 0; slot < 20; slot++) {
                        long word = site.slot(1_000_000 + slot);
                        addresses.add(word + Address.GOLDEN);
                        addresses.add(word + 2 * Address.GOLDEN);
                        addresses.add(word + Address.stride(word));
                    }
                }
                // whole candidates have no children
                for (int i = WHOLES; i < nodes.length; i++) {
                    addresses.add(Lineage.cursor(nodes[i]));
                    addresses.add(Lineage.advanced(Lineage.cursor(nodes[i])));
                }
            }
        }
        addresses.assertAllDiffer();
    }

    /** Whole candidates, first steps, and three generations of two children below some of them. */
    private static long[] nodes(Lineage lineage) {
        List<Long> nodes = new ArrayList<>();
        for (int i = 0; i < WHOLES; i++) {
            nodes.add(lineage.whole(i));
        }
        List<Long> generation = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            generation.add(lineage.root(i));
        }
        for (int depth = 0; depth < 3; depth++) {
            nodes.addAll(generation);
            List<Long> children = new ArrayList<>();
            for (long node : generation.subList(0, 10)) {
                long cursor = Lineage.cursor(node);
                children.add(Lineage.child(cursor));
                children.add(Lineage.child(Lineage.advanced(cursor)));
            }
            generation = children;
        }
        return nodes.stream().mapToLong(Long::longValue).toArray();
    }

    @Test
    void lineage_manyAtOnce_isThatOfOneAfterTheOther() {
        Lineage lineage = new Lineage();
        lineage.turnTo(Origin.of(3), 5);
        lineage.begin(9);
        lineage.grow();
        long[] roots = new long[40];
        lineage.roots(7, roots, 3, 40);
        for (int i = 3; i < 40; i++) {
            assertEquals(lineage.root(7 + i - 3), roots[i]);
        }
        long[] children = new long[40];
        for (int i = 0; i < 40; i++) {
            children[i] = Lineage.cursor(i);
        }
        Lineage.children(children, 0, 40);
        for (int i = 0; i < 40; i++) {
            assertEquals(Lineage.child(Lineage.cursor(i)), children[i]);
        }
        assertEquals(Lineage.cursor(3), Lineage.withdrawn(Lineage.advanced(Lineage.cursor(3))));
        assertEquals(lineage.whole(8), lineage.whole(7) + lineage.stride());
    }

    @Test
    void words_manyAtOnce_areThoseOfOneAfterTheOther() {
        Site site = new Site(Purpose.SOUND);
        site.turnTo(Origin.of(3), 5);
        site.begin(9);
        long[] line = new long[40];
        site.inLine(77, 12345, line, 2, 40);
        long[] nodes = new long[40];
        long[] below = new long[40];
        for (int i = 0; i < 40; i++) {
            nodes[i] = 77 + i * 12345L;
            below[i] = Address.threshold(0.5);
        }
        site.below(nodes, below, 0, 40);
        for (int i = 0; i < 40; i++) {
            assertEquals(site.word(nodes[i]) >>> 1 < Address.threshold(0.5) ? 1 : 0, below[i]);
            if (i >= 2) {
                assertEquals(site.word(nodes[i - 2]), line[i]);
            }
        }
        site.at(nodes, 0, 40);
        for (int i = 0; i < 38; i++) {
            assertEquals(line[i + 2], nodes[i]);
        }
        assertEquals(site.word(77), site.word(77, 0));
        assertEquals(site.slot(4), site.word(0, 4));
    }

    @Test
    void addresses_plantedPartsByTheFunctionOfTrials_meet() {
        // what a problem's fourth part and its fourth trial would be if one function made both
        Numbers keys = new Numbers();
        Site site = new Site(Purpose.SOUND);
        site.turnTo(Origin.of(7), 0);
        long problem = site.key();
        for (long index = 0; index < 10; index++) {
            site.begin(index);
            keys.add(site.key());
        }
        keys.add(Address.further(problem, 4));
        assertFalse(keys.allDiffer());
    }

    /** Purposes of laws that came later: a digest of their own, so that the first one shows that nothing else moved. */
    private static final Set<Purpose> LATER = EnumSet.of(
            Purpose.NO_ANSWER_SHARE,
            Purpose.NO_ANSWER,
            Purpose.OUTCOME_SPREAD,
            Purpose.PROCESS_SPREAD,
            Purpose.JUDGE_SPREAD);

    /** Purposes of chains and merging, likewise. */
    private static final Set<Purpose> CHAINS =
            EnumSet.of(Purpose.ANCHOR, Purpose.AVOIDANCE, Purpose.FINISHED, Purpose.FRESH, Purpose.ADOPTION);

    @Test
    void words_ofChains_areTheSameOnEveryMachineAndAfterEveryChange() {
        long digest = 0;
        for (Purpose purpose : CHAINS) {
            digest = digest(Origin.of(42), digest, purpose);
        }
        assertEquals("a1c5c8851cf6f722", Long.toHexString(digest));
    }

    /** Purposes of ideas and reading, likewise. */
    private static final Set<Purpose> IDEAS = EnumSet.of(
            Purpose.IDEA_WEIGHT,
            Purpose.IDEA_CHANCE,
            Purpose.READER,
            Purpose.IDEA,
            Purpose.OWN_IDEA,
            Purpose.IDEA_CANDIDATES);

    @Test
    void words_ofIdeasAndReading_areTheSameOnEveryMachineAndAfterEveryChange() {
        long digest = 0;
        for (Purpose purpose : IDEAS) {
            digest = digest(Origin.of(42), digest, purpose);
        }
        assertEquals("5700cd4a13d036b1", Long.toHexString(digest));
    }

    private static long digest(Origin origin, long start, Purpose purpose) {
        if (purpose.scope() == Scope.ONCE) {
            return Address.mix(start ^ origin.word(purpose, 3));
        }
        Site site = new Site(purpose);
        site.turnTo(origin, 3);
        site.begin(5);
        return Address.mix(start ^ site.word(7, 11));
    }

    @Test
    void words_ofLaterPurposes_areTheSameOnEveryMachineAndAfterEveryChange() {
        long digest = 0;
        for (Purpose purpose : LATER) {
            digest = digest(Origin.of(42), digest, purpose);
        }
        assertEquals("656002b70a607d3e", Long.toHexString(digest));
    }

    @Test
    void words_ofEveryTrial_areTheSameOnEveryMachineAndAfterEveryChange() {
        // A digest, frozen when it was first computed: when it moves, so do the results of every scenario.
        long digest = 0;
        Origin origin = Origin.of(42);
        for (Purpose purpose : Purpose.values()) {
            if (purpose.code() > Purpose.STRATEGY.code() || LATER.contains(purpose) || CHAINS.contains(purpose)) {
                continue; // what is drawn to fit a recording: no scenario's results hang on it
            }
            if (purpose.scope() != Scope.GUEST) {
                digest = digest(origin, digest, purpose);
            }
        }
        StrategyStream stream = new StrategyStream();
        stream.begin(origin, 3, 5);
        digest = Address.mix(digest ^ stream.nextLong());
        Lineage lineage = new Lineage();
        lineage.turnTo(origin, 3);
        lineage.begin(5);
        lineage.grow();
        digest = Address.mix(digest ^ lineage.whole(2));
        digest = Address.mix(digest ^ Lineage.child(Lineage.cursor(lineage.root(2))));
        assertEquals("8f9ce6c0eeefe38e", Long.toHexString(digest));
    }

    private static List<Site> sites(Origin origin) {
        List<Site> sites = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            if (purpose.scope() == Scope.TRIAL) {
                Site site = new Site(purpose);
                site.turnTo(origin, 0);
                sites.add(site);
            }
        }
        return sites;
    }

    /** Many numbers, of which no two may be equal. */
    private static final class Numbers {

        private long[] numbers = new long[1024];
        private int size;

        void add(long number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        boolean allDiffer() {
            assertTrue(size < 2_000_000, "the chance of a false alarm is for fewer");
            Arrays.sort(numbers, 0, size);
            for (int i = 1; i < size; i++) {
                if (numbers[i] == numbers[i - 1]) {
                    return false;
                }
            }
            return true;
        }

        void assertAllDiffer() {
            assertTrue(allDiffer(), "two of " + size + " numbers are equal");
        }
    }
}
