package cn.publiccredit.subject.collection;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.ServiceSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Single records, pushed by a source's own system. */
@RestController
class PushController {

    private final Pushing pushing;
    private final PushPlaces places;
    private final CollectionSettings settings;
    private final ServiceSettings service;

    PushController(Pushing pushing, PushPlaces places, CollectionSettings settings, ServiceSettings service) {
        this.pushing = pushing;
        this.places = places;
        this.settings = settings;
        this.service = service;
    }

    @Operation(
            summary = "推送单条或少量记录（一次至多 500 条），当即逐条答复（本单位同一事项先传的文件未处理完毕的，答 202 并排队）；规则、主键与文件相同，请带 Idempotency-Key",
            requestBody = @RequestBody(required = true, content = @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Body.class))))
    @PostMapping(path = "/records", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<PushView> push(HttpServletRequest request, @AuthenticationPrincipal Caller caller, Locale locale)
            throws IOException {
        PushView told;
        try (PushPlaces.Place _ = places.take()) {
            told = pushing.push(caller, PushBody.read(body(request), settings.pushBounds()), locale);
        }
        return told.state().isFinished()
                ? ResponseEntity.ok(told)
                : ResponseEntity.accepted().location(URI.create(service.prefix() + "/batches/" + told.batch())).body(told);
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        int most = Math.toIntExact(settings.largestPush().toBytes());
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw CommonProblem.TOO_LARGE.with();
        }
        return body;
    }

    /** The body, for the API document. */
    record Body(String item, List<Map<String, String>> records) {}
}
