package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.Service;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Numbers of results: a department's own (文号), or region, item, year and serial. */
@Service
public final class DocumentNumber {

    private static final Pattern FORM =
            Pattern.compile("[\\p{IsHan}\\p{Alnum}〔〕［］\\[\\]()（）\\-_/.]{2,60}");

    private DocumentNumber() {}

    /** One that a department gives: 2 to 60 letters, digits, brackets and hyphens. */
    public static String given(String typed) {
        String number = typed.strip();
        if (!FORM.matcher(number).matches()) {
            throw Refusal.invalid("document-number-form", "/documentNumber", 2, 60);
        }
        return number;
    }

    public static String made(TaskHead task, LocalDate on, long serial) {
        return "%s-%s-%d-%06d".formatted(task.region(), task.terms().code(), on.getYear(), serial);
    }
}
