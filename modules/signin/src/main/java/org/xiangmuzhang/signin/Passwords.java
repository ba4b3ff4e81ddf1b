package org.xiangmuzhang.signin;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.parties.Person;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * What a password has to be: GB/T 22239-2019 8.1.4.1 has it complex. What many choose, or who knows
 * the person would try first, is none.
 */
final class Passwords {

    private static final int LEAST = 10;

    /** In bytes: bcrypt reads no more. */
    private static final int MOST = 72;

    private static final int CLASSES = 3;

    private static final List<String> COMMON =
            List.of("password", "xiangmuzhang", "123456", "qwerty", "abc123", "111111", "admin");

    private Passwords() {}

    /** The hash of the password, or the refusal that names the rule it breaks. */
    static String hash(String password, String again, Person person, PasswordEncoder encoder) {
        if (password.length() < LEAST || password.getBytes(StandardCharsets.UTF_8).length > MOST) {
            throw Refusal.invalid("password-length", "/password", LEAST, MOST);
        }
        List<IntPredicate> classes =
                List.of(
                        Character::isUpperCase,
                        Character::isLowerCase,
                        Character::isDigit,
                        c -> !Character.isLetterOrDigit(c) || c > 0x7F);
        if (classes.stream().filter(it -> password.chars().anyMatch(it)).count() < CLASSES) {
            throw Refusal.invalid("password-classes", "/password", CLASSES);
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (small.contains(person.login().toLowerCase(Locale.ROOT))
                || small.contains(person.name().toLowerCase(Locale.ROOT))
                || COMMON.stream().anyMatch(small::contains)) {
            throw Refusal.invalid("password-guessable", "/password");
        }
        if (!password.equals(again)) {
            throw Refusal.invalid("password-again", "/again");
        }
        return Objects.requireNonNull(encoder.encode(password));
    }
}
