import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Whether Maven Central would take a module: what its POM must say, its jars with sources and Javadoc, and a bill of materials in
 * which each component has a licence and a hash. Ends with status 1 after it has said all that is missing.
 *
 * <p>{@code java Publishable.java TARGET NAME key=value…}: the folder that was built into, the name of the jars without their
 * endings, and what the POM says.
 */
public final class Publishable {

    private final List<String> missing = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        Publishable check = new Publishable();
        Map<String, String> facts = new TreeMap<>();
        for (String argument : List.of(arguments).subList(2, arguments.length)) {
            int equals = argument.indexOf('=');
            facts.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        check.facts(facts);
        if (!"pom".equals(facts.get("packaging"))) {
            Path target = Path.of(arguments[0]);
            check.jar(target.resolve(arguments[1] + ".jar"), ".class");
            check.jar(target.resolve(arguments[1] + "-sources.jar"), ".java");
            check.jar(target.resolve(arguments[1] + "-javadoc.jar"), "index.html");
            check.bill(target.resolve("bom.xml"));
        }
        check.missing.forEach(said -> System.err.println("not publishable: " + said));
        if (!check.missing.isEmpty()) {
            System.exit(1);
        }
    }

    private void facts(Map<String, String> facts) {
        facts.forEach((key, value) -> {
            if (value.isBlank() || value.equals("null") || value.startsWith("${")) {
                missing.add("the POM says nothing of " + key);
            } else if (key.equals("version") && value.endsWith("-SNAPSHOT")) {
                missing.add("version " + value + " is a snapshot");
            }
        });
    }

    private void jar(Path file, String ending) throws IOException {
        if (!Files.isRegularFile(file)) {
            missing.add(file + " is not there");
            return;
        }
        try (ZipFile jar = new ZipFile(file.toFile())) {
            if (jar.stream().noneMatch(entry -> entry.getName().endsWith(ending))) {
                missing.add(file + " has nothing that ends in " + ending);
            }
        }
    }

    private void bill(Path file) throws Exception {
        if (!Files.isRegularFile(file)) {
            missing.add(file + " is not there");
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
            if (component.getElementsByTagName("license").getLength() == 0
                    && component.getElementsByTagName("expression").getLength() == 0) {
                missing.add(file + ": no licence of " + name);
            }
            boolean own = name.startsWith("io.github.overthink-sim:"); // built in this very run, and signed when it is published
            if (!itself && !own && component.getElementsByTagName("hash").getLength() == 0) {
                missing.add(file + ": no hash of " + name);
            }
        }
    }

    private static String text(Element component, String tag) {
        NodeList found = component.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
