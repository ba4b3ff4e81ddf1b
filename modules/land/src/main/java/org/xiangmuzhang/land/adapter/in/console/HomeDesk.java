package org.xiangmuzhang.land.adapter.in.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.HomeSlot;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.console.Waiting;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.land.application.ReadingParcels;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.domain.ParcelState;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What land puts on the land officer's home page: parcels that wait for the next act. */
@Configuration(value = "land.home", proxyBeanMethods = false)
class HomeDesk {

    private static final List<ParcelState> WAITING =
            List.of(
                    ParcelState.TRANSFERRED,
                    ParcelState.PAID,
                    ParcelState.LISTED,
                    ParcelState.PREPARED);

    @Bean
    @Order(20)
    static Slot landHome(
            ObjectProvider<CurrentVisitor> visitors,
            ReadingParcels reading,
            MessageSource messages) {
        return new HomeSlot(
                visitors,
                actor ->
                        actor.role() == Role.LAND_OFFICER
                                ? WAITING.stream()
                                        .flatMap(state -> list(actor, state, reading, messages))
                                        .toList()
                                : List.of());
    }

    private static Stream<Waiting> list(
            Actor actor, ParcelState state, ReadingParcels reading, MessageSource messages) {
        List<ParcelFacts> found = reading.parcels(actor, state, null, Waiting.MOST + 1);
        return found.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Waiting(
                                "land.home." + state,
                                Waiting.shown(found.size()),
                                "/console/land/parcels?state=" + state,
                                state == ParcelState.TRANSFERRED ? "yellow" : "accent",
                                found.stream()
                                        .limit(Waiting.SHOWN)
                                        .map(parcel -> line(parcel, messages))
                                        .toList()));
    }

    private static Waiting.Line line(ParcelFacts parcel, MessageSource messages) {
        return new Waiting.Line(
                "/console/land/parcels/" + parcel.id(),
                parcel.number().value(),
                Objects.requireNonNull(
                        messages.getMessage(
                                "land.area.value",
                                new Object[] {
                                    parcel.area().squareMetres(), parcel.area().mu().shown()
                                },
                                LocaleContextHolder.getLocale())),
                Objects.requireNonNull(
                        messages.getMessage(
                                "land.next." + parcel.state(),
                                null,
                                LocaleContextHolder.getLocale())),
                null,
                null);
    }
}
