import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Whether Maven Central would take a module: what its POM must say, its jars with sources and Javadoc, a bill of materials
 * in which each component has a licence and a hash and none is a snapshot, and a descriptor that requires no module by the
 * name of a file. Ends with status 1 after it has said all that is missing. Signatures are the matter of who publishes.
 *
 * <p>{@code java Publishable.java TARGET NAME PUBLISH CLASSPATH key=value…}: the folder that was built into, the name of the
 * jars without their endings, {@code true} when placeholders are no longer good enough, the jars it needs, and what the POM
 * says. {@code java Publishable.java --prove} leaves out or damages one thing at a time, and ends with status 1 when that is
 * not noticed.
 */
public final class Publishable {

    /** Commons Math 3.6.1, the last of its line, has no name of its own. See core's POM. */
    private static final Set<String> KNOWN = Set.of("commons.math3");

    private final Map<String, String> facts;
    private final List<String> missing = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> known = new ArrayList<>();

    private Publishable(Map<String, String> facts) {
        this.facts = facts;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1 && arguments[0].equals("--prove")) {
            Proof.run();
            return;
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (String fact : List.of(arguments).subList(4, arguments.length)) {
            int equals = fact.indexOf('=');
            facts.put(fact.substring(0, equals), fact.substring(equals + 1));
        }
        Publishable check = new Publishable(facts);
        check.all(Path.of(arguments[0]), arguments[1], arguments[2].equals("true"), arguments[3]);
        check.known.forEach(said -> System.out.println("known: " + said));
        check.open.forEach(said -> System.out.println("to be settled before it is published (-Dpublish): " + said));
        check.missing.forEach(said -> System.err.println("not publishable: " + said));
        if (!check.missing.isEmpty()) {
            System.exit(1);
        }
    }

    private void all(Path target, String name, boolean publish, String classPath) throws Exception {
        boolean parent = "pom".equals(facts.get("packaging"));
        pom(parent, publish);
        if (!parent) {
            Path jar = target.resolve(name + ".jar");
            jar(jar, "META-INF/maven/" + facts.get("groupId") + "/" + facts.get("artifactId") + "/pom.xml");
            jar(target.resolve(name + "-sources.jar"), ".java");
            jar(target.resolve(name + "-javadoc.jar"), "index.html");
            sources(jar, target.resolve(name + "-sources.jar"));
            modules(jar, classPath);
            bill(target.resolve("bom.xml"));
        }
    }

    private void pom(boolean parent, boolean publish) {
        facts.forEach((key, value) -> {
            if (value.isBlank() || value.equals("null") || value.startsWith("${")) {
                missing.add("the POM says nothing of " + key);
            } else if (value.contains(".invalid") && publish) {
                missing.add(key + " is a placeholder, " + value);
            } else if (value.contains(".invalid") && parent) { // the modules inherit it
                open.add(key + " is a placeholder, " + value);
            }
        });
        if (facts.getOrDefault("version", "").endsWith("-SNAPSHOT")) {
            missing.add("version " + facts.get("version") + " is a snapshot");
        }
        if (!facts.getOrDefault("groupId", "").matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9-]*)+")) {
            missing.add("groupId " + facts.get("groupId") + " is no name of a domain turned round");
        }
        if (!facts.getOrDefault("artifactId", "").matches("overthink(-[a-z]+)?")) {
            missing.add("artifactId " + facts.get("artifactId") + " does not start with overthink");
        }
    }

    private void jar(Path file, String ending) throws IOException {
        if (!Files.isRegularFile(file)) {
            missing.add(file.getFileName() + " is not there");
        } else if (names(file).stream().noneMatch(entry -> entry.endsWith(ending))) {
            missing.add(file.getFileName() + " has nothing that ends in " + ending);
        }
    }

    private void sources(Path jar, Path sources) throws IOException {
        if (Files.isRegularFile(jar) && Files.isRegularFile(sources)) {
            Set<String> there = names(sources);
            for (String entry : names(jar)) {
                String source = entry.replaceFirst("(\\$.*)?\\.class$", ".java");
                if (entry.endsWith(".class") && !there.contains(source)) {
                    missing.add(sources.getFileName() + " has no " + source);
                }
            }
        }
    }

    private static Set<String> names(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = new TreeSet<>();
            zip.stream().forEach(entry -> names.add(entry.getName()));
            return names;
        }
    }

    /** Who requires this module, requires those that it requires: by names that the modules themselves say. */
    private void modules(Path jar, String classPath) throws IOException {
        if (!Files.isRegularFile(jar)) {
            return;
        }
        ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
        if (module.isAutomatic()) {
            missing.add(jar.getFileName() + " has no descriptor of a module");
            return;
        }
        Path[] jars = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar")).map(Path::of).toArray(Path[]::new);
        for (ModuleDescriptor.Requires required : module.requires()) {
            ModuleReference found = ModuleFinder.of(jars).find(required.name()).orElse(null);
            if (found == null || !found.descriptor().isAutomatic()) {
                continue; // Java's own, one of this very build, or one that says its name
            }
            Path file = Path.of(found.location().orElseThrow());
            try (JarFile opened = new JarFile(file.toFile())) {
                if (opened.getManifest().getMainAttributes().getValue("Automatic-Module-Name") == null) {
                    List<String> list = KNOWN.contains(required.name()) ? known : missing;
                    list.add(module.name() + " requires " + required.name() + ", a name that only the file "
                            + file.getFileName() + " has");
                }
            }
        }
    }

    private void bill(Path file) throws Exception {
        if (!Files.isRegularFile(file)) {
            missing.add(file.getFileName() + " is not there");
            return;
        }
        Document bill = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        NodeList components = bill.getElementsByTagName("component");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            if (component.getParentNode().getParentNode().getNodeName().equals("tools")) {
                continue; // what wrote the bill
            }
            boolean itself = component.getParentNode().getNodeName().equals("metadata");
            String name = text(component, "group") + ":" + text(component, "name") + ":" + text(component, "version");
            String expected = facts.get("groupId") + ":" + facts.get("artifactId") + ":" + facts.get("version");
            if (itself && !name.equals(expected)) {
                missing.add("the bill is of " + name + ", not of " + expected);
            }
            if (component.getElementsByTagName("license").getLength() == 0
                    && component.getElementsByTagName("expression").getLength() == 0) {
                missing.add("the bill has no licence of " + name);
            }
            boolean own = name.startsWith(facts.get("groupId") + ":"); // built in this very run
            if (!own && component.getElementsByTagName("hash").getLength() == 0) {
                missing.add("the bill has no hash of " + name);
            }
            if (!itself && name.endsWith("-SNAPSHOT")) {
                missing.add(name + ", which it needs, is a snapshot");
            }
        }
    }

    private static String text(Element component, String tag) {
        NodeList found = component.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    /** A module that is publishable, and what is said once something of it is left out or damaged. */
    private static final class Proof {

        private interface Damage {
            void to(Map<String, String> facts, Path target) throws Exception;
        }

        private static final String MANIFEST = "META-INF/MANIFEST.MF";
        private static final String POM = "META-INF/maven/org.example/overthink-a/pom.xml";
        private static final String BILL = """
                <bom><metadata><tools><components><component><name>writer</name></component></components></tools>
                  <component><group>org.example</group><name>overthink-a</name><version>1</version>
                    <licenses><license/></licenses></component>
                </metadata><components>
                  <component><group>g</group><name>n</name><version>2</version>
                    <hashes><hash/></hashes><licenses><license/></licenses></component>
                </components></bom>""";

        static void run() throws Exception {
            says("", (facts, target) -> {});
            for (String key : List.of(
                    "name", "description", "url", "licence", "licence.url", "developer", "scm", "scm.connection")) {
                says("the POM says nothing of " + key, (facts, target) -> facts.put(key, "${project." + key + "}"));
            }
            says("the POM says nothing of description", (facts, target) -> facts.put("description", " "));
            says("url is a placeholder", (facts, target) -> facts.put("url", "https://a.invalid"));
            says("version 1-SNAPSHOT is a snapshot", (facts, target) -> facts.put("version", "1-SNAPSHOT"));
            says("groupId Overthink is no name", (facts, target) -> facts.put("groupId", "Overthink"));
            says("artifactId core does not start", (facts, target) -> facts.put("artifactId", "core"));
            says("the bill is of org.example:overthink-a:1", (facts, target) -> facts.put("version", "3"));
            says(
                    "a.jar has nothing that ends in META-INF/maven/org.example/overthink-b",
                    (facts, target) -> facts.put("artifactId", "overthink-b"));
            for (String file : List.of("a.jar", "a-sources.jar", "a-javadoc.jar", "bom.xml")) {
                says(file + " is not there", (facts, target) -> Files.delete(target.resolve(file)));
            }
            says("a-javadoc.jar has nothing", (facts, target) -> zip(target.resolve("a-javadoc.jar"), Map.of("x", "")));
            says(
                    "a-sources.jar has no module-info.java",
                    (facts, target) -> zip(target.resolve("a-sources.jar"), Map.of("B.java", "")));
            says("a.jar has no descriptor", (facts, target) -> zip(target.resolve("a.jar"), Map.of(POM, "")));
            says(
                    "no licence of g:n:2",
                    (facts, target) -> edit(target, "</hashes><licenses><license/></licenses>", "</hashes>"));
            says("no hash of g:n:2", (facts, target) -> edit(target, "<hashes><hash/></hashes>", ""));
            says(
                    "g:n:2-SNAPSHOT, which it needs, is a snapshot",
                    (facts, target) -> edit(target, "<version>2", "<version>2-SNAPSHOT"));
            says(
                    "a requires needed, a name that only the file needed-1.0.jar has",
                    (facts, target) -> zip(target.resolve("needed-1.0.jar"), Map.of(MANIFEST, "Manifest-Version: 1\n")));
            System.out.println("each of the checks of what is published was seen to fail");
        }

        /** Damages a module that is publishable, and compares what is said; no words: nothing may be said. */
        private static void says(String words, Damage damage) throws Exception {
            Path target = Files.createTempDirectory("publishable");
            try {
                Map<String, String> facts = new LinkedHashMap<>(Map.of(
                        "packaging", "jar", "groupId", "org.example", "artifactId", "overthink-a", "version", "1"));
                facts.putAll(Map.of("name", "A", "description", "An A", "url", "https://example.org"));
                facts.putAll(Map.of("licence", "L", "licence.url", "U", "developer", "D", "scm", "S", "scm.connection", "C"));
                Path needed = target.resolve("needed-1.0.jar");
                zip(needed, Map.of(MANIFEST, "Manifest-Version: 1.0\nAutomatic-Module-Name: needed\n"));
                Path module = Files.writeString(target.resolve("module-info.java"), "module a { requires needed; }");
                String place = target.toString();
                ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
                javac.run(System.out, System.err, "-p", place, "-d", place, module.toString());
                byte[] descriptor = Files.readAllBytes(target.resolve("module-info.class"));
                zip(
                        target.resolve("a.jar"),
                        Map.of(POM, "", "module-info.class", new String(descriptor, StandardCharsets.ISO_8859_1)));
                zip(target.resolve("a-sources.jar"), Map.of("module-info.java", ""));
                zip(target.resolve("a-javadoc.jar"), Map.of("index.html", ""));
                Files.writeString(target.resolve("bom.xml"), BILL);
                damage.to(facts, target);
                Publishable check = new Publishable(facts);
                check.all(target, "a", true, needed.toString());
                String said = String.join("; ", check.missing);
                if (words.isEmpty() ? !said.isEmpty() : !said.contains(words)) {
                    throw new AssertionError("expected: " + (words.isEmpty() ? "nothing" : words) + ", said: " + said);
                }
            } finally {
                try (var files = Files.list(target)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(target);
            }
        }

        private static void zip(Path file, Map<String, String> entries) throws IOException {
            try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }

        private static void edit(Path target, String from, String to) throws IOException {
            Path bill = target.resolve("bom.xml");
            Files.writeString(bill, Files.readString(bill).replace(from, to));
        }
    }
}
