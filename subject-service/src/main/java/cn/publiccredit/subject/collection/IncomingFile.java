package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
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
 */
record IncomingFile(String name, long declaredLength, InputStream bytes) {

    private static final Set<String> CSV_TYPES = Set.of("text/csv", "application/csv", "text/plain",
            "application/octet-stream", "application/vnd.ms-excel");
    private static final int LONGEST_NAME = 200;

    /** @throws cn.publiccredit.support.problem.Problem 415 for another format, 400 when there is no file */
    static IncomingFile of(HttpServletRequest request) {
        MediaType type = mediaType(request.getContentType());
        try {
            if (type.getType().equals("multipart")) {
                return of(request.getPart("file"));
            }
            requireCsv(type);
            String name = nameIn(request.getHeader(HttpHeaders.CONTENT_DISPOSITION));
            return new IncomingFile(plain(name), request.getContentLengthLong(), request.getInputStream());
        } catch (ServletException | IOException e) {
            throw SubjectProblem.UPLOAD_INCOMPLETE.with().because(e);
        }
    }

    private static IncomingFile of(@Nullable Part part) throws IOException {
        if (part == null) {
            throw SubjectProblem.FILE_MISSING.with();
        }
        requireCsv(mediaType(part.getContentType()));
        return new IncomingFile(plain(part.getSubmittedFileName()), part.getSize(), part.getInputStream());
    }

    private static void requireCsv(MediaType type) {
        String name = type.getType() + "/" + type.getSubtype();
        if (!CSV_TYPES.contains(name)) {
            throw SubjectProblem.FORMAT_NOT_SUPPORTED.with(switch (name) {
                case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> "XLSX";
                case "application/x-ndjson" -> "NDJSON";
                default -> name;
            });
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
            return "upload.csv";
        }
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder plain = new StringBuilder();
        bare.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .filter(c -> "\"<>|:*?".indexOf(c) < 0)
                .limit(LONGEST_NAME)
                .forEach(plain::appendCodePoint);
        return plain.isEmpty() ? "upload.csv" : plain.toString();
    }
}
