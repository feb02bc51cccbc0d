// Generated from spec/ by `make generate`; edit that, not this.

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Runs the kit on your readers: java -cp JACKSON Kit.java FOLDER, with the folder of a version. */
class Kit {
    /** The interface of a reader of a record. */
    interface Reader {
        /** The values of a line, as the kit has them in JSON. */
        Object values(String line);

        /** The line of such values. */
        String line(JsonNode values);

        /** The faults of a line: rule, blank, field. */
        Set<String> faults(String line);
    }

    /** Your readers, by record. */
    static final Map<String, Reader> READERS = Map.of("S5", new SyllabusReader());

    public static void main(String[] arguments) throws Exception {
        for (var reader : READERS.entrySet()) {
            run(new File(arguments[0]), reader.getKey(), reader.getValue());
        }
    }

    static void run(File folder, String key, Reader reader) throws Exception {
        var mapper = new ObjectMapper();
        var kit = mapper.readTree(new File(folder, key + ".json"));
        for (var one : kit.get("valid")) {
            var line = one.get("line").asText();
            same(line, one.get("values"), mapper.valueToTree(reader.values(line)));
            same(line, one.get("values"), mapper.valueToTree(reader.values(reader.line(one.get("values")))));
            same(line, Set.of(), reader.faults(line));
        }
        for (var one : kit.get("wrong")) {
            var broken = new TreeSet<String>();
            for (var said : one.get("broken")) {
                broken.add(said.get("rule").asText() + " " + said.get("field").asText());
            }
            same(one.get("line").asText(), broken, reader.faults(one.get("line").asText()));
        }
        int inFiles = 0;
        for (var dataTypes = kit.get("lengths").fieldNames(); dataTypes.hasNext(); ) {
            var dataType = dataTypes.next();
            var padded = "%-" + kit.get("lengths").get(dataType) + "s";
            var files = mapper.readTree(new File(folder, "files-" + dataType + ".json"));
            for (var file : files.get("valid")) {
                for (var line : file.get("text").asText().split("\r\n|\r|\n")) {
                    if (line.startsWith(key, 2 - key.length())) {
                        same(line, Set.of(), reader.faults(String.format(padded, line)));
                        inFiles++;
                    }
                }
            }
        }
        System.out.printf("%s: %d valid lines, %d wrong ones, %d within files%n",
                key, kit.get("valid").size(), kit.get("wrong").size(), inFiles);
    }

    static void same(String line, Object wanted, Object got) {
        if (!wanted.equals(got)) {
            throw new AssertionError("\"" + line + "\": wanted " + wanted + ", got " + got);
        }
    }
}

/** An example of a reader: syllabus definition. */
class SyllabusReader implements Kit.Reader {
    @Override
    public Object values(String line) {
        return Map.of(
                "syllabus_code", columns(line, 3, 8),
                "syllabus_title", columns(line, 10, 45));
    }

    @Override
    public String line(JsonNode values) {
        return String.join("",
                "S",
                "5",
                String.format("%-6s", values.get("syllabus_code").asText()),
                " ".repeat(1),
                String.format("%-36s", values.get("syllabus_title").asText()));
    }

    @Override
    public Set<String> faults(String line) {
        var found = new TreeSet<String>();
        if (line.length() != 45) {
            found.add(line.length() < 45 ? "record.short " : "record.long ");
        }
        if (!columns(line, 1, 1).equals("S")) {
            found.add("field.literal data_type");
        }
        if (!columns(line, 2, 2).equals("5")) {
            found.add("field.literal record_type");
        }
        text(found, "syllabus_code", columns(line, 3, 8));
        text(found, "syllabus_title", columns(line, 10, 45));
        if (!columns(line, 9, 9).isEmpty()) {
            found.add("field.filler filler");
        }
        return found;
    }

    private static final String CHARACTERS = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`";

    private static void text(Set<String> found, String name, String text) {
        if (text.isEmpty()) {
            found.add("field.required " + name);
        }
        if (text.startsWith(" ")) {
            found.add("field.justified " + name);
        }
        if (!text.chars().allMatch(character -> CHARACTERS.indexOf(character) >= 0)) {
            found.add("field.characters " + name);
        }
    }

    /** Columns count from 1; a line that ends before is blank there. */
    private static String columns(String line, int first, int last) {
        var text = String.format("%-" + last + "s", line).substring(first - 1, last);
        return text.replaceAll(" +\\z", "");
    }
}
