package org.xiangmuzhang.parties;

import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.SocialCreditCode;

import java.util.regex.Pattern;

/**
 * Logins of people whom an enterprise brings end with {@code @} and its credit code; no official
 * has such a login, and an enterprise brings nobody under another.
 */
public final class AgentLogin {

    private static final Pattern FORM = Pattern.compile(".*@[0-9A-HJ-NPQRTUWXY]{18}");

    private AgentLogin() {}

    /** Whether only somebody who acts for an enterprise may have it. */
    public static boolean isOne(String login) {
        return FORM.matcher(login).matches();
    }

    /**
     * The whole login of somebody new, from what the enterprise typed with or without its code;
     * refuses another ending as {@code agent-login}.
     */
    public static String of(String typed, SocialCreditCode code) {
        String ending = "@" + code.value();
        String own = typed.endsWith(ending) ? typed : typed + ending;
        if (own.length() == ending.length() || own.indexOf('@') != own.length() - ending.length()) {
            throw Refusal.invalid("agent-login", "/login", ending);
        }
        return own;
    }
}
