package cn.publiccredit.support;

import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.AllowSignedIn;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that has everything service-support gives. */
@SpringBootApplication
@ServiceSupport
@EnableFeignClients(clients = OtherService.Remote.class)
public class SampleService {

    @RestController
    static class Things {

        final AtomicInteger made = new AtomicInteger();
        private final AuditTrail trail;
        private final RequestIds ids;
        private final OtherService other;

        Things(AuditTrail trail, RequestIds ids, OtherService other) {
            this.trail = trail;
            this.ids = ids;
            this.other = other;
        }

        record NewThing(String name) {}

        record Thing(String id, String name) {}

        @GetMapping("/public/things")
        @AllowAnyone
        List<String> open() {
            return List.of("公开");
        }

        @GetMapping("/things/{subject}")
        @AllowRoles({Role.DEPARTMENT_USER, Role.BANK})
        Map<String, String> secret(
                @AuthenticationPrincipal Caller caller, @PathVariable String subject, Purpose purpose) {
            trail.record(Access.allowed(caller, "thing.read").subject(subject).purpose(purpose));
            return Map.of("caller", caller.name(), "division", String.valueOf(caller.division()));
        }

        @PostMapping("/things")
        @AllowSignedIn
        @ResponseStatus(HttpStatus.CREATED)
        Thing make(@RequestBody NewThing thing) {
            made.incrementAndGet();
            if (thing.name().equals("broken")) {
                throw new IllegalStateException("internal detail");
            }
            return new Thing(ids.next(), thing.name());
        }

        @GetMapping("/relayed")
        @AllowSignedIn
        OtherService.Fact relayed() {
            return other.fact();
        }

        @GetMapping("/own")
        @AllowSignedIn
        OtherService.Fact own() {
            return other.factForService();
        }
    }
}
