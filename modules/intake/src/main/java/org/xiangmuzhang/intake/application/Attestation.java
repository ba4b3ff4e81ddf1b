package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.task.CheckCode;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.PreApproval;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskSnapshot;
import org.xiangmuzhang.intake.port.in.Attesting;
import org.xiangmuzhang.intake.port.in.TaskSheet;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Objects;

/** Says of a document what everybody may know who holds its code, wherever it was made out. */
@Component
class Attestation implements Attesting {

    private static final int OF_NUMBER = 4;
    private static final int OF_NAME = 2;

    private final Dossiers dossiers;
    private final Sheets sheets;
    private final CaseFiles cases;
    private final Catalog catalog;

    Attestation(Dossiers dossiers, Sheets sheets, CaseFiles cases, Catalog catalog) {
        this.dossiers = dossiers;
        this.sheets = sheets;
        this.cases = cases;
        this.catalog = catalog;
    }

    @Override
    @Transactional(readOnly = true)
    public Attested attested(String code) {
        CheckCode asked = CheckCode.parse(code);
        return Sight.ALL.during(
                () ->
                        dossiers.ofTask(asked.task())
                                .filter(found -> day(found.task(asked.task())) != null)
                                .map(found -> attested(asked, found))
                                .orElseThrow(() -> Refusal.notFound("check-code-unknown")));
    }

    private Attested attested(CheckCode code, Dossier dossier) {
        Task task = dossier.task(code.task());
        TaskSheet sheet = sheets.task(dossier, task, cases.today());
        Region place = dossier.application().head().region();
        String number = Objects.requireNonNull(sheet.task().documentNumber());
        String name = sheet.enterpriseName();
        return new Attested(
                code.text(),
                sheet.itemName(),
                sheet.itemNameEn(),
                sheet.departmentName(),
                place,
                catalog.regionName(place),
                sheet.task().state(),
                Objects.requireNonNull(day(task)),
                "…" + number.substring(Math.max(0, number.length() - OF_NUMBER)),
                name.length() <= 2 * OF_NAME
                        ? "…"
                        : name.substring(0, OF_NAME)
                                + "…"
                                + name.substring(name.length() - OF_NAME));
    }

    /** When the document was made out; null where there is none, or none any more. */
    private static @Nullable LocalDate day(Task task) {
        TaskSnapshot kept = task.snapshot();
        Decision decision = kept.decision();
        PreApproval opinion = kept.preApproval();
        return switch (kept.state()) {
            case APPROVED, REVOKED -> decision == null ? null : decision.on();
            case PRE_APPROVED -> opinion == null ? null : opinion.on();
            default -> null;
        };
    }
}
