package cn.publiccredit.report.source;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cloud.openfeign.FeignClientFactory;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;
import org.springframework.stereotype.Component;

/**
 * Makes each client's message converters before the first call: the library makes them on first use without a lock, so that of
 * two first answers that arrive together one would find none and count as garbage.
 */
@Component
class ConvertersReady implements SmartInitializingSingleton {

    private static final List<String> CLIENTS = List.of("catalog", "subject", "listing", "repair");

    private final FeignClientFactory clients;

    ConvertersReady(FeignClientFactory clients) {
        this.clients = clients;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String client : CLIENTS) {
            FeignHttpMessageConverters converters = clients.getInstance(client, FeignHttpMessageConverters.class);
            if (converters == null || converters.getConverters().isEmpty()) {
                throw new IllegalStateException("client " + client + " cannot read answers");
            }
        }
    }
}
