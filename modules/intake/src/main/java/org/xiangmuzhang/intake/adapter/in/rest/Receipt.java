package org.xiangmuzhang.intake.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.port.in.ApplicationSheet;

import java.time.LocalDate;
import java.util.List;

/**
 * The receipt: what was asked for, and what is promised until when.
 *
 * @param noticeDue until then the window tells what is missing, else it counts as accepted
 */
record Receipt(
        String number,
        LocalDate receivedOn,
        String enterprise,
        LocalDate noticeDue,
        List<Line> items) {

    /** Due dates stand here from acceptance on. */
    record Line(
            String itemCode,
            String name,
            Mode mode,
            String state,
            @Nullable LocalDate promisedDue,
            @Nullable LocalDate statutoryDue) {}

    static Receipt of(ApplicationSheet sheet) {
        return new Receipt(
                sheet.application().number(),
                sheet.application().receivedOn(),
                sheet.enterpriseName(),
                sheet.noticeDue(),
                sheet.application().tasks().stream()
                        .map(
                                task ->
                                        new Line(
                                                task.itemCode(),
                                                sheet.itemNames()
                                                        .getOrDefault(
                                                                task.itemCode(), task.itemCode()),
                                                task.mode(),
                                                task.state(),
                                                task.promisedDue(),
                                                task.statutoryDue()))
                        .toList());
    }
}
