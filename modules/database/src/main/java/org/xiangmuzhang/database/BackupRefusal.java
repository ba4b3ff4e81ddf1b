package org.xiangmuzhang.database;

/** A backup or restore is not done; the message is one sentence for the operator. */
final class BackupRefusal extends RuntimeException {

    BackupRefusal(String sentence) {
        super(sentence);
    }
}
