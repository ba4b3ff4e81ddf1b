package org.xiangmuzhang.catalog.adapter.out.jdbc;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** JSON as it stands in the catalog's columns, whatever the edges are configured to speak. */
final class Fields {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Fields() {}

    static Map<String, String> read(String json) {
        return JSON.readValue(json, TEXTS);
    }

    static String write(Map<String, String> fields) {
        return JSON.writeValueAsString(fields);
    }
}
