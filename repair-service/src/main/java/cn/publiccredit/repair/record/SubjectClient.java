package cn.publiccredit.repair.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "subject", url = "${credit.peers.subject.url}")
interface SubjectClient {

    record Identify(List<String> ids) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record IdentityAnswer(List<Identity> identities) {

        public IdentityAnswer {
            identities = List.copyOf(identities);
        }
    }

    @PostMapping("/api/subject/v1/subjects/identities")
    IdentityAnswer identities(@RequestBody Identify identify);

    @GetMapping("/api/subject/v1/records/{id}")
    CreditRecord record(@PathVariable("id") String id, @RequestHeader Map<String, String> purpose);

    @GetMapping("/api/subject/v1/subjects/{subject}/records")
    RecordPage records(
            @PathVariable("subject") String subject,
            @RequestParam("limit") int limit,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestHeader Map<String, String> purpose);

    @PostMapping("/api/subject/v1/records/{id}/publicity-stop")
    void stopPublicity(@PathVariable("id") String id, @RequestBody StopOrder order);

    @PostMapping("/api/subject/v1/records/{id}/sharing-stop")
    void stopSharing(@PathVariable("id") String id, @RequestBody StopOrder order);
}
