package org.xiangmuzhang.intake.port.out;

/** Serial numbers, never given twice; gaps are allowed. */
public interface Serials {

    long nextReceipt();

    long nextDocument();
}
