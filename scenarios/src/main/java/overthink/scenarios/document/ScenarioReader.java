package overthink.scenarios.document;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import overthink.core.model.World;
import overthink.scenarios.document.form.AskedNumber;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.ReadingContext;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.section.ScenarioForm;
import overthink.scenarios.document.section.ScenarioForm.Content;
import overthink.scenarios.document.section.VerifierRemarks;
import overthink.scenarios.document.yaml.Assignment;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.YamlReader;
import overthink.scenarios.document.yaml.YamlWriter;
import overthink.scenarios.files.Digests;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.plugins.StrategyCatalog;

/** Reads scenario files. */
public final class ScenarioReader {

    /** The key of every file that a scenario names. */
    private static final String FILE = "file";

    private final ScenarioForm form;

    /**
     * A reader.
     *
     * @param catalog the strategies that scenarios may name
     */
    public ScenarioReader(StrategyCatalog catalog) {
        this(catalog, List.of());
    }

    /**
     * A reader that knows more kinds of world.
     *
     * @param catalog the strategies that scenarios may name
     * @param worlds how the others are written, each told by keys of its own
     */
    public ScenarioReader(StrategyCatalog catalog, List<Variant<World>> worlds) {
        this.form = new ScenarioForm(catalog, worlds);
    }

    /**
     * Reads a scenario.
     *
     * @param file a YAML file; {@code -} for standard input
     * @param overrides values set from outside, each {@code path=value}, as {@code world.policy.steps=4}
     * @throws InvalidScenarioException with every mistake there is
     */
    public Scenario read(Path file, List<String> overrides) {
        return draft(file, overrides).scenario();
    }

    /**
     * Reads a file whose keys are going to be set to several values. What it says is not looked at yet.
     *
     * @param file a YAML file; {@code -} for standard input
     * @param overrides values set from outside, each {@code path=value}
     * @throws InvalidScenarioException when it is no YAML, or an override cannot be made
     */
    public Draft draft(Path file, List<String> overrides) {
        Diagnostics diagnostics = new Diagnostics(TextFile.source(file));
        Node document = document(file, overrides, diagnostics);
        if (document == null) {
            diagnostics.throwIfAny();
            throw new IllegalStateException("%s was refused without a reason".formatted(file));
        }
        return new Draft(this, file, document, diagnostics);
    }

    /** What a document says; its mistakes are added to others. */
    Scenario scenario(Path file, Node document, Diagnostics diagnostics) {
        Understood understood = understand(file, document, diagnostics);
        Content content = understood.content();
        return new Scenario(
                content.name(),
                content.seed(),
                content.experiment(),
                content.expectations(),
                content.allocation(),
                Digests.of(understood.scenario() + understood.sources()),
                file,
                YamlWriter.write(anywhere(understood.explained(), folder(file))) + understood.sources());
    }

    /** A scenario whose files are named by their full paths. */
    private static Node anywhere(Node node, Path folder) {
        if (node instanceof Node.Items list) {
            return new Node.Items(
                    list.items().stream().map(item -> anywhere(item, folder)).toList(), list.place());
        }
        if (node instanceof Node.Entries mapping) {
            return new Node.Entries(
                    mapping.entries().stream()
                            .map(entry -> new Node.Entry(
                                    entry.key(),
                                    entry.name().equals(FILE) && entry.value() instanceof Node.Scalar name
                                            ? absolute(name, folder)
                                            : anywhere(entry.value(), folder)))
                            .toList(),
                    mapping.place());
        }
        return node;
    }

    private static Node absolute(Node.Scalar name, Path folder) {
        return FileTrouble.below(folder.toAbsolutePath(), name.text())
                .map(path -> (Node) Node.Scalar.text(path.normalize().toString(), name.place()))
                .orElse(name);
    }

    /**
     * The scenario with every default filled in; reading it gives the same scenario. Comments at the end say what follows
     * of the verifiers ({@link VerifierRemarks}), and name what is read from other files, with a fingerprint of the rates.
     *
     * @param file a YAML file
     * @param overrides values set from outside, each {@code path=value}
     * @throws InvalidScenarioException with every mistake there is
     */
    public String explain(Path file, List<String> overrides) {
        Understood understood = understand(file, overrides);
        World world = understood.content().experiment().world();
        return understood.scenario() + comments(new VerifierRemarks(world).all()) + understood.sources();
    }

    /** The JSON Schema (draft 2020-12) of scenario files. */
    public static String schema(StrategyCatalog catalog) {
        return JsonSchema.of(new ScenarioForm(catalog, List.of()).named(""));
    }

    /**
     * A scenario that was read.
     *
     * @param explained with every default filled in
     * @param sources comments that name what was read from other files
     */
    private record Understood(Content content, Node explained, String sources) {

        /** With every default filled in, as text. */
        String scenario() {
            return YamlWriter.write(explained);
        }
    }

    private Understood understand(Path file, List<String> overrides) {
        Draft draft = draft(file, overrides);
        return understand(file, draft.document(), draft.mistakes());
    }

    private Understood understand(Path file, Node document, Diagnostics diagnostics) {
        ReadingContext scene = new ReadingContext(folder(file), diagnostics);
        ReadValue<Content> reading = form.named(name(file)).read(document, new KeyPath("", scene));
        diagnostics.throwIfAny();
        if (reading == null) {
            throw new IllegalStateException("%s was refused without a reason".formatted(file));
        }
        return new Understood(reading.value(), reading.explained(), comments(scene.notes()));
    }

    /** What a document says, every default filled in; its mistakes are added to others. */
    Node explained(Path file, Node document, Diagnostics diagnostics) {
        return understand(file, document, diagnostics).explained();
    }

    /** The numbers that values set from outside a document are to be, as far as it can be read. */
    List<AskedNumber> numbers(Path file, Node document, Diagnostics diagnostics) {
        ReadingContext scene = new ReadingContext(folder(file), diagnostics);
        form.named(name(file)).read(document, new KeyPath("", scene));
        return scene.numbers();
    }

    private static String comments(List<String> lines) {
        return lines.stream().map("# %s\n"::formatted).collect(Collectors.joining());
    }

    private static @Nullable Node document(Path file, List<String> overrides, Diagnostics diagnostics) {
        String text = TextFile.read(file, diagnostics);
        Node document = text == null ? null : YamlReader.read(text, TextFile.source(file), diagnostics);
        if (document != null) {
            for (String override : overrides) {
                document = Assignment.apply(document, override, diagnostics);
            }
        }
        return document;
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The file's name without its ending. */
    private static String name(Path file) {
        if (TextFile.isStandardInput(file)) {
            return "stdin";
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
