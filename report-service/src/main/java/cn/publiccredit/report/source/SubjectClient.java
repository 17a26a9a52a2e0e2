package cn.publiccredit.report.source;

import cn.publiccredit.support.web.Page;
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

    @GetMapping("/api/subject/v1/subjects/{id}")
    SubjectFacts subject(@PathVariable String id, @RequestHeader Map<String, String> purpose);

    /** @param ids at most 1,000 */
    record Identify(List<String> ids) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Identities(List<Identity> identities) {

        public Identities {
            identities = List.copyOf(identities);
        }
    }

    @PostMapping("/api/subject/v1/subjects/identities")
    Identities identities(@RequestBody Identify identify);

    @GetMapping("/api/subject/v1/consents/{id}")
    ConsentFacts consent(@PathVariable String id);

    @GetMapping("/api/subject/v1/subjects/{id}/records")
    Page<RecordFacts> records(
            @PathVariable String id,
            @RequestParam int limit,
            @RequestParam @Nullable String after,
            @RequestHeader Map<String, String> purpose);
}
