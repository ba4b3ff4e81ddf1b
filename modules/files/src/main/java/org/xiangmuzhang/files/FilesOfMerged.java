package org.xiangmuzhang.files;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.PassingOn;

import java.time.LocalDate;
import java.util.UUID;

/** Uploads for an enterprise that is merged away are the kept one's. */
@Component
class FilesOfMerged implements PassingOn {

    private final JdbcFiles rows;

    FilesOfMerged(JdbcFiles rows) {
        this.rows = rows;
    }

    @Override
    public void passOn(UUID dissolved, UUID kept, LocalDate on) {
        rows.passOn(dissolved, kept);
    }
}
