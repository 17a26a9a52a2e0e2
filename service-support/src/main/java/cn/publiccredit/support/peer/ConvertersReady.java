package cn.publiccredit.support.peer;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cloud.openfeign.FeignClientFactory;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;

/**
 * Makes each client's message converters before the first call: the library makes them on first use without a lock, so that of
 * two first answers that arrive together one would find none and count as garbage.
 */
final class ConvertersReady implements SmartInitializingSingleton {

    private final FeignClientFactory clients;

    ConvertersReady(FeignClientFactory clients) {
        this.clients = clients;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String client : clients.getContextNames()) {
            FeignHttpMessageConverters converters = clients.getInstance(client, FeignHttpMessageConverters.class);
            if (converters == null || converters.getConverters().isEmpty()) {
                throw new IllegalStateException("client " + client + " cannot read answers");
            }
        }
    }
}
