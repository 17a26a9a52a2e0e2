package cn.publiccredit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What services may answer, read from where it says so: a state that it gets is one that pages have to know. */
public final class Enumerated {

    private static final Path SUBJECT_SERVICE = Path.of("..", "subject-service", "src", "main", "java", "cn", "publiccredit", "subject");

    private static final Path LISTING_SERVICE = Path.of("..", "listing-service", "src", "main", "java", "cn", "publiccredit", "listing");

    private Enumerated() {}

    /** As {@link #of}, of listing-service. */
    public static List<String> ofListing(String file, String name) {
        return constants(name, file, source(LISTING_SERVICE, file));
    }

    /** The constants of an enum. @param file such as {@code commitment/Commitment} */
    public static List<String> of(String file, String name) {
        return constants(name, file, source(SUBJECT_SERVICE, file));
    }

    private static List<String> constants(String name, String file, String source) {
        Matcher body = Pattern.compile("enum " + name + " \\{([^;}]*)").matcher(source
                .replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\\n]*", "").replaceAll("\"[^\"]*\"", ""));
        assertThat(body.find()).as("%s in %s", name, file).isTrue();
        List<String> constants = Stream.of(body.group(1).split(",")).map(constant -> constant.replaceFirst("(?s)\\(.*", "").strip())
                .filter(constant -> !constant.isEmpty()).toList();
        assertThat(constants).isNotEmpty().allMatch(constant -> constant.matches("[A-Z_]+"));
        return constants;
    }

    /** What a pattern finds in a source, by its first group. */
    public static List<String> found(String file, String pattern) {
        List<String> found = Pattern.compile(pattern).matcher(source(SUBJECT_SERVICE, file)).results().map(result -> result.group(1)).distinct().toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    private static String source(Path service, String file) {
        try {
            return Files.readString(service.resolve(file + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
