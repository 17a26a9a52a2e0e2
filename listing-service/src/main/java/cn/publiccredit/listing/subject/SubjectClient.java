package cn.publiccredit.listing.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient(name = "subject", url = "${credit.peers.subject.url}")
interface SubjectClient {

    @PostMapping("/api/subject/v1/subjects/resolve")
    Resolution resolve(@RequestBody Resolve resolve);

    @PostMapping("/api/subject/v1/subjects/identities")
    Identities identities(@RequestBody Identify identify);

    @GetMapping("/api/subject/v1/records/{id}")
    CreditRecord record(@PathVariable String id);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resolve(String purpose, @Nullable String matter, List<SubjectQuery> queries) {}

    record Identify(List<String> ids) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Identities(List<Identity> identities) {

        public Identities {
            Garbage.unless(identities != null);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Resolution(List<Result> results) {

        public Resolution {
            Garbage.unless(results != null);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Result(List<SubjectMatch> matches) {

        public Result {
            Garbage.unless(matches != null);
            matches = List.copyOf(matches);
        }
    }
}
