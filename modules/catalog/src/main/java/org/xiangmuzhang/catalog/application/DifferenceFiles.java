package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.application.RowFiles.Source;
import org.xiangmuzhang.catalog.domain.own.Element;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Deviation;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Differing;
import org.xiangmuzhang.catalog.port.in.PublishingLists.Format;
import org.xiangmuzhang.catalog.port.in.WordingItems;
import org.xiangmuzhang.kernel.Region;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes the report of differences, a line for each element. */
@Component
class DifferenceFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> COLUMNS =
            List.of(
                    "region",
                    "code",
                    "item",
                    "above",
                    "above-code",
                    "element",
                    "here",
                    "there",
                    "must",
                    "mender");

    private final Snapshots snapshots;
    private final WordingItems wording;
    private final MessageSource messages;

    DifferenceFiles(Snapshots snapshots, WordingItems wording, MessageSource messages) {
        this.snapshots = snapshots;
        this.wording = wording;
        this.messages = messages;
    }

    void write(Format format, Locale language, OutputStream out, Source<Differing> items)
            throws IOException {
        List<String> header =
                COLUMNS.stream().map(it -> said("catalog.difference." + it, language)).toList();
        Source<List<String>> rows =
                taking ->
                        items.each(
                                item -> {
                                    for (Deviation it : item.elements()) {
                                        taking.take(cells(item, it, language));
                                    }
                                });
        switch (format) {
            case CSV -> RowFiles.csv(header, rows, out);
            case XLSX -> RowFiles.xlsx("differences", header, rows, out);
            case JSON -> json(items, out);
        }
    }

    private List<String> cells(Differing item, Deviation it, Locale language) {
        return Stream.of(
                        region(item.region()),
                        item.code(),
                        item.nameZh(),
                        region(item.above()),
                        item.aboveCode(),
                        said("catalog.element." + it.element(), language),
                        value(it.element(), it.here(), language),
                        value(it.element(), it.above(), language),
                        said("settings." + (it.must() ? "yes" : "no"), language),
                        region(it.mender()))
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }

    private String value(Element element, @Nullable String text, Locale language) {
        return wording.value(element.column(), text, language);
    }

    private String region(Region region) {
        return snapshots.current().template().places().containsKey(region)
                ? Objects.requireNonNull(snapshots.current().template().places().get(region)).path()
                : region.code();
    }

    private void json(Source<Differing> items, OutputStream out) throws IOException {
        try (JsonGenerator json =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            json.writeStartArray();
            items.each(
                    item -> {
                        for (Deviation it : item.elements()) {
                            json.writeStartObject();
                            json.writeStringProperty("region", item.region().code());
                            json.writeStringProperty("code", item.code());
                            json.writeStringProperty("nameZh", item.nameZh());
                            json.writeStringProperty("above", item.above().code());
                            json.writeStringProperty("aboveCode", item.aboveCode());
                            json.writeStringProperty("element", it.element().name());
                            json.writeStringProperty("here", it.here());
                            json.writeStringProperty("there", it.above());
                            json.writeBooleanProperty("must", it.must());
                            json.writeStringProperty("mender", it.mender().code());
                            json.writeEndObject();
                        }
                    });
            json.writeEndArray();
        }
    }

    private String said(String key, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, language));
    }
}
