package org.xiangmuzhang.land.domain;

/** Where a parcel stands on its way to an owner. */
public enum ParcelState {
    PREPARED,
    /** 挂牌: on offer with its indicators. */
    LISTED,
    /** The contract of grant is signed, the price is not paid yet. */
    TRANSFERRED,
    /** The land right stands: contract and payment complete, or allocated. */
    PAID,
    /** 交地: handed over. */
    DELIVERED
}
