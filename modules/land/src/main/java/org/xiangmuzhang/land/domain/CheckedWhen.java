package org.xiangmuzhang.land.domain;

/** When in the life of a parcel an indicator is verified. */
public enum CheckedWhen {
    AT_TRANSFER,
    AT_START,
    AT_COMPLETION,
    AT_OUTPUT
}
