package org.xiangmuzhang.parties;

/**
 * Seals secrets that the platform shares with other systems, for as long as those use them: under a
 * key that belongs to nobody, wrapped as the keys of people are.
 */
public interface SharedSecrets {

    /**
     * Seals a secret.
     *
     * @param about whose it is; opens with the same words only
     */
    byte[] seal(String secret, String about);

    /** The secret; fails when it was sealed about something else, or changed. */
    String open(byte[] sealed, String about);
}
