package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.Drafts;
import org.xiangmuzhang.parties.PassingOn;

import java.time.LocalDate;
import java.util.UUID;

/** Applications of an enterprise that is merged away go on as those of the one that is kept. */
@Component
class ApplicationsOfMerged implements PassingOn {

    private final Dossiers dossiers;
    private final Drafts drafts;
    private final CaseFiles files;

    ApplicationsOfMerged(Dossiers dossiers, Drafts drafts, CaseFiles files) {
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.files = files;
    }

    @Override
    @Transactional
    public void passOn(UUID dissolved, UUID kept, LocalDate on) {
        dossiers.passOn(dissolved, kept, on).forEach(files::tell);
        drafts.passOn(dissolved, kept);
    }
}
