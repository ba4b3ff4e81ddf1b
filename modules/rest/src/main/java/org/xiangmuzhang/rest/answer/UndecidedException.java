package org.xiangmuzhang.rest.answer;

/** The controller failed in a way that no problem document tells of yet. */
class UndecidedException extends RuntimeException {

    UndecidedException(Exception cause) {
        super(cause);
    }
}
