package org.xiangmuzhang.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class AddressesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.9.10",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.250",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:a9fe:a9fe",
                "::7f00:1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void sendsToNoAddressThatIsNotPublic(String address) {
        Addresses addresses = leadingTo(false, address);

        assertThat(addresses.of(URI.create("https://inside.example/")).outcome())
                .isEqualTo(Outcome.ADDRESS_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2400:3200::1"
            })
    void sendsToPublicOnesWithTlsAlone(String address) {
        Addresses addresses = leadingTo(false, address);

        assertThat(addresses.of(URI.create("https://hooks.example/")).all()).hasSize(1);
        assertThat(addresses.of(URI.create("http://hooks.example/")).outcome())
                .isEqualTo(Outcome.ADDRESS_REFUSED);
    }

    @Test
    void oneInsideRefusesAllThatAreFound() {
        assertThat(
                        leadingTo(false, "1.1.1.1", "192.168.0.1")
                                .of(URI.create("https://both.example/"))
                                .outcome())
                .isEqualTo(Outcome.ADDRESS_REFUSED);
    }

    @Test
    void thisMachineIsForTryingOutAlone() {
        assertThat(leadingTo(true, "127.0.0.1").of(URI.create("http://localhost:8099/")).outcome())
                .isEqualTo(Outcome.ANSWERED);
        assertThat(leadingTo(true, "10.0.0.1").of(URI.create("https://ten.example/")).outcome())
                .isEqualTo(Outcome.ADDRESS_REFUSED);
    }

    @Test
    void readsAddressesAsTheyStandInUrls() {
        Addresses addresses = new Addresses(InetAddress::getAllByName, false);

        for (String url :
                new String[] {
                    "https://127.0.0.1/",
                    "https://[::1]/",
                    "https://[::ffff:127.0.0.1]/",
                    "https://[fe80::1]/",
                    "https://localhost/"
                }) {
            assertThat(addresses.of(URI.create(url)).outcome())
                    .as(url)
                    .isEqualTo(Outcome.ADDRESS_REFUSED);
        }
        assertThat(addresses.of(URI.create("https://[2400:3200::1]/")).all()).hasSize(1);
    }

    @Test
    void aNameThatLeadsNowhereIsSaidToBeSo() {
        Addresses addresses =
                new Addresses(
                        host -> {
                            throw new UnknownHostException(host);
                        },
                        false);

        assertThat(addresses.of(URI.create("https://nowhere.example/")).outcome())
                .isEqualTo(Outcome.HOST_NOT_FOUND);
    }

    /** The second look-up leads inside, as that of somebody who wants to get there would. */
    @Test
    void connectsToTheAddressThatWasLookedAtAndLooksAgainNextTime() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Addresses changing =
                new Addresses(
                        host ->
                                new InetAddress[] {
                                    InetAddress.ofLiteral(
                                            asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")
                                },
                        true);
        try (Receiver receiver = new Receiver();
                Posting posting = new Posting(changing, Duration.ofSeconds(30))) {
            URI url = URI.create("http://hooks.example:" + receiver.port() + "/in?from=us");

            assertThat(posting.post(url, Map.of("webhook-id", "7"), "{}").isTaken()).isTrue();
            assertThat(asked).hasValue(1);
            assertThat(receiver.received().getFirst().path()).isEqualTo("/in?from=us");
            assertThat(receiver.received().getFirst().headers())
                    .containsEntry("Host", "hooks.example:" + receiver.port())
                    .containsEntry("Webhook-id", "7");
            assertThat(posting.post(url, Map.of(), "{}").outcome())
                    .isEqualTo(Outcome.ADDRESS_REFUSED);
            assertThat(receiver.received()).hasSize(1);
        }
    }

    private static Addresses leadingTo(boolean loopback, String... literals) {
        InetAddress[] all = new InetAddress[literals.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.ofLiteral(literals[i]);
        }
        return new Addresses(host -> all, loopback);
    }
}
