package cn.publiccredit.listing.subject;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "subject-commitments", url = "${credit.peers.subject.url}")
interface CommitmentClient {

    @GetMapping("/api/subject/v1/commitments")
    BrokenCommitments.Part commitments(
            @RequestParam("followUp") String followUp,
            @RequestParam("limit") int limit,
            @RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/subject/v1/commitments/{id}")
    BrokenCommitment commitment(@PathVariable("id") String id);

    @PostMapping("/api/subject/v1/commitments/{id}/follow-up")
    BrokenCommitment settle(
            @PathVariable("id") String id,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody Settlement settlement);

    record Settlement(String listingCase) {}
}
