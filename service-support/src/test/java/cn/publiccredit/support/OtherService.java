package cn.publiccredit.support;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;

@Component
class OtherService {

    record Fact(String value) {}

    @FeignClient(name = "other", url = "${credit.peers.other.url}")
    interface Remote {

        @GetMapping("/fact")
        Fact fact();
    }

    private final Remote remote;
    private final PeerCalls calls;

    OtherService(Remote remote, Peers peers) {
        this.remote = remote;
        this.calls = peers.listing();
    }

    Fact fact() {
        return calls.call("fact", remote::fact);
    }

    Fact factForService() {
        return calls.callAsService("own-fact", remote::fact);
    }
}
