package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.Service;

import java.time.LocalDate;

/** Numbers of results: a department's own (文号), or region, item, year and serial. */
@Service
public final class DocumentNumber {

    private DocumentNumber() {}

    /** One that a department gives. */
    public static String given(String typed) {
        return org.xiangmuzhang.kernel.DocumentNumber.of(typed).value();
    }

    public static String made(TaskHead task, LocalDate on, long serial) {
        return "%s-%s-%d-%06d".formatted(task.region(), task.terms().code(), on.getYear(), serial);
    }
}
