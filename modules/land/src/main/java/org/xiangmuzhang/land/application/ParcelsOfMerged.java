package org.xiangmuzhang.land.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.land.port.out.ParcelRegister;
import org.xiangmuzhang.parties.PassingOn;

import java.time.LocalDate;
import java.util.UUID;

/** Parcels of an enterprise that is merged away are the kept one's. */
@Component
class ParcelsOfMerged implements PassingOn {

    private final ParcelRegister register;

    ParcelsOfMerged(ParcelRegister register) {
        this.register = register;
    }

    @Override
    public void passOn(UUID dissolved, UUID kept, LocalDate on) {
        register.passOn(dissolved, kept);
    }
}
