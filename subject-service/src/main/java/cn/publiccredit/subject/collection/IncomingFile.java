package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.collection.file.FileFormat;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A file as a request carries it: as the body, or as the part {@code file} of a form.
 *
 * @param declaredLength -1 where the request does not say
 * @param declared the format that its content type names; null where that says nothing
 */
record IncomingFile(String name, long declaredLength, @Nullable FileFormat declared, InputStream bytes) {

    private static final Map<String, FileFormat> TYPES = Map.of(
            "text/csv", FileFormat.CSV,
            "application/csv", FileFormat.CSV,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileFormat.XLSX,
            "application/x-ndjson", FileFormat.NDJSON,
            "application/ndjson", FileFormat.NDJSON,
            "application/jsonl", FileFormat.NDJSON);

    /** Types that browsers and tools give to files of any of these formats. */
    private static final Set<String> OF_ANYTHING = Set.of("text/plain", "application/octet-stream",
            "application/vnd.ms-excel", "application/gzip", "application/x-gzip");

    private static final Set<String> CODINGS = Set.of("gzip", "x-gzip", "identity");
    private static final int LONGEST_NAME = 200;

    /** @throws cn.publiccredit.support.problem.Problem 415 for another format or coding, 400 when there is no file */
    static IncomingFile of(HttpServletRequest request) {
        MediaType type = mediaType(request.getContentType());
        requireKnownCoding(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        try {
            if (type.getType().equals("multipart")) {
                return of(request.getPart("file"));
            }
            FileFormat declared = declared(type);
            String name = nameIn(request.getHeader(HttpHeaders.CONTENT_DISPOSITION));
            return new IncomingFile(plain(name), request.getContentLengthLong(), declared, request.getInputStream());
        } catch (ServletException | IOException e) {
            throw SubjectProblem.UPLOAD_INCOMPLETE.with().because(e);
        }
    }

    private static IncomingFile of(@Nullable Part part) throws IOException {
        if (part == null) {
            throw SubjectProblem.FILE_MISSING.with();
        }
        FileFormat declared = declared(mediaType(part.getContentType()));
        return new IncomingFile(plain(part.getSubmittedFileName()), part.getSize(), declared, part.getInputStream());
    }

    private static @Nullable FileFormat declared(MediaType type) {
        String name = type.getType() + "/" + type.getSubtype();
        FileFormat declared = TYPES.get(name);
        if (declared == null && !OF_ANYTHING.contains(name)) {
            throw SubjectProblem.FORMAT_NOT_SUPPORTED.with(name);
        }
        return declared;
    }

    // A file is unpacked by its content, not by its header: it is kept as it was sent.
    private static void requireKnownCoding(@Nullable String coding) {
        if (coding != null && !CODINGS.contains(coding.strip().toLowerCase(Locale.ROOT))) {
            throw SubjectProblem.CODING_NOT_SUPPORTED.with(coding);
        }
    }

    private static MediaType mediaType(@Nullable String text) {
        try {
            return text == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(text);
        } catch (InvalidMediaTypeException e) {
            throw SubjectProblem.FORMAT_NOT_SUPPORTED.with(text == null ? "" : text).because(e);
        }
    }

    private static @Nullable String nameIn(@Nullable String disposition) {
        try {
            return disposition == null ? null : ContentDisposition.parse(disposition).getFilename();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The bare name, for people to read: no folders, no control characters. */
    private static String plain(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "upload";
        }
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder plain = new StringBuilder();
        bare.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .filter(c -> "\"<>|:*?".indexOf(c) < 0)
                .limit(LONGEST_NAME)
                .forEach(plain::appendCodePoint);
        return plain.isEmpty() ? "upload" : plain.toString();
    }
}
