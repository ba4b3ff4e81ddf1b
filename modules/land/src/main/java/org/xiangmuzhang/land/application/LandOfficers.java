package org.xiangmuzhang.land.application;

import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.land.domain.Parcel;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.port.out.ParcelRegister;

import java.util.UUID;
import java.util.function.LongConsumer;

/** What every act of a land officer begins with. */
final class LandOfficers {

    private LandOfficers() {}

    static Region regionOf(Actor actor) {
        actor.mustBe(Role.LAND_OFFICER);
        return actor.region();
    }

    /** The parcel, if it lies in the officer's region and is the version the officer looked at. */
    static Parcel parcel(ParcelRegister register, UUID id, LongConsumer expected, Actor actor) {
        Region region = regionOf(actor);
        ParcelFacts facts =
                register.byId(id)
                        .filter(found -> found.region().equals(region))
                        .orElseThrow(() -> Refusal.notFound("parcel-unknown", id));
        expected.accept(facts.version());
        return new Parcel(facts);
    }
}
