package org.xiangmuzhang.console;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/** Writes a value as JSON that may stand inside a {@code script} element of a page. */
@Component("json")
public final class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** JSON in which no character can end or open an element. */
    public String write(Object value) {
        return mapper.writeValueAsString(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
