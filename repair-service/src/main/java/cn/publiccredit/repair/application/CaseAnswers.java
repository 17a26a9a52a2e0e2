package cn.publiccredit.repair.application;

import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.ServiceSettings;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Cases as answers with their entity tag. */
@Component
class CaseAnswers {

    private final ServiceSettings service;
    private final Clock clock;

    CaseAnswers(ServiceSettings service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    ResponseEntity<CaseView> ok(RepairCase repair) {
        return ResponseEntity.ok().eTag(EntityTag.of(repair.version)).body(view(repair));
    }

    ResponseEntity<CaseView> created(RepairCase repair) {
        return ResponseEntity.created(URI.create(service.prefix() + "/cases/" + repair.id))
                .eTag(EntityTag.of(repair.version)).body(view(repair));
    }

    CaseView view(RepairCase repair) {
        return CaseView.of(repair, LocalDate.now(clock), clock.getZone());
    }

    CaseView decided(RepairCase repair) {
        return CaseView.ofDecided(repair, clock.getZone());
    }
}
