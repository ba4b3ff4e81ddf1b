package org.xiangmuzhang.catalog.application;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.application.RowFiles.Source;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Place;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.domain.list.ListColumn;
import org.xiangmuzhang.catalog.domain.list.ListLine;
import org.xiangmuzhang.catalog.domain.list.PublishedList;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.PublishingLists.Format;
import org.xiangmuzhang.kernel.Region;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes a list as CSV, XLSX or JSON, each line as it comes. */
@Component
class ListFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Browsing browsing;
    private final MessageSource messages;

    ListFiles(Browsing browsing, MessageSource messages) {
        this.browsing = browsing;
        this.messages = messages;
    }

    void write(PublishedList list, Format format, Locale language, OutputStream out)
            throws IOException {
        switch (format) {
            case CSV -> RowFiles.csv(header(list, language), rows(list, language), out);
            case XLSX ->
                    RowFiles.xlsx(
                            list.kind().name(), header(list, language), rows(list, language), out);
            case JSON -> json(list, out);
        }
    }

    private Source<List<String>> rows(PublishedList list, Locale language) {
        return taking -> {
            for (ListLine line : list.lines()) {
                taking.take(cells(list, line, language));
            }
        };
    }

    private void json(PublishedList list, OutputStream out) {
        try (JsonGenerator json =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("list", list.kind().name());
            json.writeStringProperty("region", list.region().code());
            json.writeStringProperty("day", list.day().toString());
            if (list.type() != null) {
                json.writeStringProperty("type", list.type());
            }
            json.writeStringProperty("version", list.version());
            json.writeArrayPropertyStart("lines");
            for (ListLine line : list.lines()) {
                json.writeStartObject();
                json.writeStringProperty("key", line.key());
                json.writeStringProperty("nameZh", line.nameZh());
                json.writeStringProperty("nameEn", line.nameEn());
                json.writeArrayPropertyStart("items");
                line.items().forEach(json::writeString);
                json.writeEndArray();
                json.writeStringProperty("department", line.department());
                for (ListColumn column : list.kind().columns()) {
                    json.writeStringProperty(
                            column.name().toLowerCase(Locale.ROOT), line.get(column));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private List<String> header(PublishedList list, Locale language) {
        List<String> header = new ArrayList<>();
        for (String key : List.of("code", "item", "department")) {
            header.add(said("catalog." + key, language));
        }
        for (ListColumn column : list.kind().columns()) {
            header.add(said("catalog.list-column." + column, language));
        }
        return header;
    }

    private List<String> cells(PublishedList list, ListLine line, Locale language) {
        boolean english = isEnglish(language);
        List<String> cells = new ArrayList<>();
        cells.add(line.key());
        cells.add(english ? line.nameEn() : line.nameZh());
        cells.add(line.department().isEmpty() ? "" : department(line.department(), english));
        for (ListColumn column : list.kind().columns()) {
            cells.add(said(column, line.get(column), language));
        }
        return cells;
    }

    private String said(ListColumn column, String cell, Locale language) {
        if (cell.isEmpty()) {
            return "";
        }
        return switch (column.form()) {
            case TEXT, NUMBER -> cell;
            case CODE -> said(column.sentences() + cell, language);
            case DEPARTMENT -> department(cell, isEnglish(language));
            case DEPARTMENTS -> each(cell, language, code -> department(code, isEnglish(language)));
            case ITEMS -> each(cell, language, code -> item(code, isEnglish(language)));
            case REGION -> region(cell);
            case TRADE -> template().industry(cell);
            case LIMIT -> limit(cell, language);
        };
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals("en");
    }

    private static String each(String cell, Locale language, UnaryOperator<String> said) {
        return Arrays.stream(cell.split(";"))
                .map(said)
                .collect(Collectors.joining(isEnglish(language) ? ", " : "、"));
    }

    private String item(String code, boolean english) {
        Item item = template().items().get(code);
        return item == null ? code : english ? item.nameEn() : item.nameZh();
    }

    private String limit(String cell, Locale language) {
        String[] parts = cell.split(" ");
        int days = Integer.parseInt(parts[0]);
        return days == 0
                ? said("catalog.limit.at-once", language)
                : messages.getMessage("catalog.limit." + parts[1], new Object[] {days}, language);
    }

    private String department(String code, boolean english) {
        Department department = template().department(code);
        return english ? department.nameEn() : department.nameZh();
    }

    private String region(String code) {
        Place place = template().places().get(new Region(code));
        return place == null ? code : place.path();
    }

    private Template template() {
        return browsing.template();
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
