package cn.publiccredit.subject.personal.rotation;

import cn.publiccredit.subject.personal.KeyService;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.time.TimeConfiguration;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the re-encryption with the current key is; the key itself is set with the deployment. */
@RestController
class RotationController {

    private final Rotating rotating;
    private final KeyService keys;
    private final AuditTrail trail;

    RotationController(Rotating rotating, KeyService keys, AuditTrail trail) {
        this.rotating = rotating;
        this.keys = keys;
        this.trail = trail;
    }

    /**
     * @param currentKey the key of fields; {@code s} at its end stands for SM4
     * @param currentLookupKey the key of the hashes that persons are looked up by; {@code s} at its end stands for SM3
     * @param formerKeys of both kinds
     * @param finished whether the last pass found no value with a former key: those may be taken out of the settings then, once
     *     no replica runs that still encrypts with one
     */
    record RotationView(
            String currentKey,
            String currentLookupKey,
            List<String> formerKeys,
            boolean finished,
            int pass,
            @Nullable String store,
            long resealed,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt) {}

    @Operation(summary = "个人信息加密密钥和查找密钥的轮换进度")
    @GetMapping("/personal/rotation")
    @AllowRoles(Role.SECURITY_ADMIN)
    RotationView rotation() {
        return rotating.find().map(this::view).orElseGet(() ->
                new RotationView(keys.currentKey(), keys.currentLookupKey(), former(), former().isEmpty(), 0, null, 0, null,
                        null));
    }

    @Operation(summary = "重新检查并以现用密钥加密全部个人信息")
    @PostMapping("/personal/rotation")
    @AllowRoles(Role.SECURITY_ADMIN)
    ResponseEntity<RotationView> begin(@AuthenticationPrincipal Caller caller) {
        trail.record(Access.allowed(caller, "keys.rotate").target(keys.currentKey() + "+" + keys.currentLookupKey()));
        return ResponseEntity.accepted().body(view(rotating.begin()));
    }

    private List<String> former() {
        return Stream.concat(keys.formerKeys().stream(), keys.formerLookupKeys().stream()).toList();
    }

    private RotationView view(Rotation r) {
        return new RotationView(keys.currentKey(), keys.currentLookupKey(), r.formerKeys(), r.finishedAt() != null, r.pass(), r.store(), r.resealed(),
                zoned(r.startedAt()), zoned(r.finishedAt()));
    }

    private static @Nullable OffsetDateTime zoned(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(TimeConfiguration.ZONE).toOffsetDateTime();
    }
}
