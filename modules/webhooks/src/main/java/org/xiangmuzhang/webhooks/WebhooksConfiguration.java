package org.xiangmuzhang.webhooks;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.timers.RecurringWork;
import org.xiangmuzhang.webhooks.sending.Addresses;
import org.xiangmuzhang.webhooks.sending.Posting;

import java.net.InetAddress;
import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class WebhooksConfiguration {

    /**
     * Where endpoints may lie.
     *
     * @param loopback whether on this machine, too, and there without TLS: for trying out
     */
    @Bean
    static Addresses webhookAddresses(
            @Value("${xiangmuzhang.webhooks.loopback:false}") boolean loopback) {
        return new Addresses(InetAddress::getAllByName, loopback);
    }

    @Bean
    static Posting posting(
            Addresses addresses,
            @Value("${xiangmuzhang.webhooks.patience:15s}") Duration patience) {
        return new Posting(addresses, patience);
    }

    @Bean
    static RecurringWork webhooksDue(Couriers couriers) {
        return new RecurringWork(Couriers.WORK, Duration.ofSeconds(5), couriers::run);
    }

    @Bean
    static RecurringWork oldWebhooks(Telling telling) {
        return new RecurringWork("webhooks.old", Duration.ofHours(1), telling::forgetOld);
    }
}
