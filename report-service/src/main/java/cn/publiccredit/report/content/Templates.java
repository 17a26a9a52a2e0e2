package cn.publiccredit.report.content;

import cn.publiccredit.report.ReportProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The report templates that this release ships. */
@Component
public class Templates {

    private final Map<String, Template> byCode = new TreeMap<>();

    Templates(JsonMapper json) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/templates/*.json")) {
            Template template = read(json, file);
            byCode.put(template.code(), template);
        }
    }

    /** The template of this code. @throws cn.publiccredit.support.problem.Problem {@code report.template.unknown} */
    public Template require(String code) {
        Template template = byCode.get(code);
        if (template == null) {
            throw ReportProblem.TEMPLATE_UNKNOWN.with(code, String.join(", ", byCode.keySet()));
        }
        return template;
    }

    private static Template read(JsonMapper json, Resource file) {
        try (InputStream in = file.getInputStream()) {
            return json.readValue(in, Template.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
