package org.xiangmuzhang.catalog.adapter.out.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.port.out.TableProposals;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SecondPerson;
import org.xiangmuzhang.settings.SettingVersion;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Proposed tables as versions of the settings module; their rows stand with the editions. */
@Repository
class SecondPersonTables implements TableProposals {

    private static final String NAME = "catalog.template-tables";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SecondPerson second;

    SecondPersonTables(SecondPerson second) {
        this.second = second;
    }

    @Override
    public SettingVersion propose(
            Actor actor, Map<String, Staged> tables, LocalDate last, String reason) {
        Map<String, Object> values = new LinkedHashMap<>();
        tables.forEach(
                (table, staged) ->
                        values.put(
                                table,
                                Map.of(
                                        "edition",
                                        staged.edition().toString(),
                                        "base",
                                        staged.base())));
        return second.propose(actor, Region.TEMPLATE, NAME, values, last, last, reason);
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
    public Optional<SettingVersion> waiting() {
        return second.waiting(Region.TEMPLATE, NAME);
    }

    @Override
    public Map<String, Staged> content(SettingVersion version) {
        Map<String, Staged> content = new LinkedHashMap<>();
        version.values()
                .forEach(
                        (table, staged) ->
                                content.put(table, JSON.convertValue(staged, Staged.class)));
        return content;
    }
}
