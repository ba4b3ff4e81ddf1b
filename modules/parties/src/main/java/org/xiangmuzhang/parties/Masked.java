package org.xiangmuzhang.parties;

/** What is shown of a name or a phone to those who need no more: 张*远, 138****1234. */
public final class Masked {

    private static final int SHORTEST_PHONE = 7;

    private Masked() {}

    /** The first character, and of three or more the last one too. */
    public static String name(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length < 2) {
            return "*";
        }
        StringBuilder masked = new StringBuilder().appendCodePoint(characters[0]);
        if (characters.length == 2) {
            return masked.append('*').toString();
        }
        return masked.repeat('*', characters.length - 2)
                .appendCodePoint(characters[characters.length - 1])
                .toString();
    }

    /** The first three and the last four digits; of a short number nothing. */
    public static String phone(String phone) {
        int hidden = phone.length() - SHORTEST_PHONE;
        return hidden < 1
                ? "*".repeat(phone.length())
                : phone.substring(0, 3)
                        + "*".repeat(hidden)
                        + phone.substring(phone.length() - SHORTEST_PHONE + 3);
    }
}
