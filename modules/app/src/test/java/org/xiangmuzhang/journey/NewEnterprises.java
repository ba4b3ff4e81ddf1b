package org.xiangmuzhang.journey;

import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** Enterprises that have nothing to do with any story. */
final class NewEnterprises {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private NewEnterprises() {}

    static Enterprise add(Platform platform, String region) {
        return add(platform, region, name(), "91140500" + body());
    }

    /** With a code that begins so: 17 characters, to which the last one is made. */
    static Enterprise add(Platform platform, String region, String name, String beginning) {
        Enterprise enterprise =
                new Enterprise(
                        Ids.next(platform.bean(Clock.class)),
                        new Region(region),
                        code(beginning),
                        name);
        platform.bean(Enterprises.class).add(enterprise);
        return enterprise;
    }

    /** A code of nobody's. */
    static SocialCreditCode newCode() {
        return code("91140500" + body());
    }

    static String name() {
        StringBuilder name = new StringBuilder("并");
        for (int i = 0; i < 6; i++) {
            name.append((char) ('\u4e00' + ThreadLocalRandom.current().nextInt(5000)));
        }
        return name.toString();
    }

    /** Characters 9 to 17 of a code. */
    static String body() {
        return "M%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private static SocialCreditCode code(String beginning) {
        int sum = 0;
        int weight = 1;
        for (char c : beginning.toCharArray()) {
            sum += ALPHABET.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return new SocialCreditCode(beginning + ALPHABET.charAt((31 - sum % 31) % 31));
    }
}
