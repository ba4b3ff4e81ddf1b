package org.xiangmuzhang.parties.keys;

/** The platform cannot start with the master keys that it was given, or without any. */
class MasterKeysRefusedException extends RuntimeException {

    MasterKeysRefusedException(String why) {
        super("The master keys (property " + KeysConfiguration.PROPERTY + "): " + why + ".");
    }
}
