package org.xiangmuzhang.catalog.adapter.out.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.domain.Arrangement;
import org.xiangmuzhang.catalog.port.out.Arrangements;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SecondPerson;
import org.xiangmuzhang.settings.SettingVersion;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Arrangements as versions of the settings module, under {@code catalog.calendar.<year>}. */
@Repository
class SecondPersonArrangements implements Arrangements {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES =
            new TypeReference<>() {};

    private final SecondPerson second;

    SecondPersonArrangements(SecondPerson second) {
        this.second = second;
    }

    @Override
    public SettingVersion propose(
            Actor actor, int year, LocalDate last, Arrangement arrangement, String reason) {
        return second.propose(
                actor,
                Region.TEMPLATE,
                name(year),
                JSON.convertValue(arrangement, VALUES),
                last,
                last,
                reason);
    }

    @Override
    public void decide(
            Actor actor,
            @Nullable SettingVersion proposal,
            SettingVersion.State outcome,
            String answer) {
        second.decide(actor, proposal, outcome, answer);
    }

    @Override
    public Optional<SettingVersion> waiting(int year) {
        return second.waiting(Region.TEMPLATE, name(year));
    }

    @Override
    public Arrangement content(SettingVersion version) {
        return JSON.convertValue(version.values(), Arrangement.class);
    }

    private static String name(int year) {
        return "catalog.calendar." + year;
    }
}
