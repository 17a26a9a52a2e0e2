package cn.publiccredit.portal.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;

/** A form with a file, as a browser sends it (RFC 7578); held in memory, for its fields are not meant for a disk. */
public final class FormWithFile {

    private static final String LINE = "\r\n";

    private final String boundary = "form-" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a field; left out when it says nothing. */
    public FormWithFile with(String name, String value) {
        if (!value.isEmpty()) {
            part("name=\"" + quoted(name) + "\"" + LINE, value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    public FormWithFile with(String name, String fileName, byte[] file) {
        part("name=\"" + quoted(name) + "\"; filename=\"" + quoted(fileName) + "\"" + LINE
                + "Content-Type: application/octet-stream" + LINE, file);
        return this;
    }

    private void part(String head, byte[] content) {
        write("--" + boundary + LINE + "Content-Disposition: form-data; " + head + LINE);
        body.writeBytes(content);
        write(LINE);
    }

    // As browsers do: a name must not end its own header.
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    MediaType type() {
        return MediaType.parseMediaType("multipart/form-data; boundary=" + boundary);
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + boundary + "--" + LINE).getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
