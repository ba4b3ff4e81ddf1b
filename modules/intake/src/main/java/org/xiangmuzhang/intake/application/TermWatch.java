package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.intake.domain.obligation.Cause;
import org.xiangmuzhang.intake.domain.obligation.Obligation;
import org.xiangmuzhang.intake.domain.task.TaskState;
import org.xiangmuzhang.intake.port.in.WatchingTerms;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.Obligations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Component
class TermWatch implements WatchingTerms {

    /** Obligations per transaction of the sweep. */
    private static final int BATCH = 50;

    private final Obligations obligations;
    private final Dossiers dossiers;
    private final CaseFiles files;
    private final TransactionTemplate transaction;

    TermWatch(
            Obligations obligations,
            Dossiers dossiers,
            CaseFiles files,
            TransactionTemplate transaction) {
        this.obligations = obligations;
        this.dossiers = dossiers;
        this.files = files;
        this.transaction = transaction;
    }

    @Override
    public int run() {
        LocalDate today = files.today();
        int moved = 0;
        for (int found = BATCH; found == BATCH; moved += found) {
            found = transaction.execute(status -> questionSome(today));
        }
        for (int found = BATCH; found == BATCH; moved += found) {
            found = transaction.execute(status -> remindSome(today));
        }
        return moved;
    }

    private int questionSome(LocalDate today) {
        List<Obligation> late = obligations.late(today, BATCH);
        for (Obligation one : late) {
            files.tell(one.question(Cause.LATE, today, null));
            obligations.save(one);
        }
        return late.size();
    }

    private int remindSome(LocalDate today) {
        List<Obligation> soon = obligations.toRemind(today, BATCH);
        for (Obligation one : soon) {
            files.tell(one.remind(today));
            obligations.save(one);
        }
        return soon.size();
    }

    @Override
    @Transactional
    public void breachFound(UUID promise, String source, LocalDate on) {
        obligations
                .locked(promise)
                .filter(one -> one.head().kind().isPromise())
                .filter(this::isApproved)
                .ifPresent(
                        one -> {
                            one.report(source, on).ifPresent(files::tell);
                            obligations.save(one);
                        });
    }

    private boolean isApproved(Obligation one) {
        UUID task = one.head().about().task();
        return dossiers.ofTask(task)
                .filter(it -> it.task(task).state() == TaskState.APPROVED)
                .isPresent();
    }
}
