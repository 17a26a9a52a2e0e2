package cn.publiccredit.local.launch;

import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Ports;
import cn.publiccredit.local.suite.Suite;
import java.net.URI;

/** Addresses of a suite's parts on this machine. */
record Addresses(Ports ports) {

    URI of(Part part) {
        return URI.create("http://localhost:" + ports.of(part));
    }

    Suite suite(Layout layout) {
        return new Suite(of(Part.GATEWAY), of(Part.KEYCLOAK), layout.home());
    }

    URI issuer() {
        return URI.create(of(Part.KEYCLOAK) + "/realms/credit");
    }
}
