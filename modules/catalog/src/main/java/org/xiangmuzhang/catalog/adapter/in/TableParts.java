package org.xiangmuzhang.catalog.adapter.in;

import org.springframework.web.multipart.MultipartFile;
import org.xiangmuzhang.catalog.port.in.Importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tables that came as files: of all together no more is read than an import may have. */
public final class TableParts {

    private TableParts() {}

    /** The contents by the names of their tables. */
    public static Map<String, byte[]> read(Map<String, MultipartFile> parts) throws IOException {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        int room = Importing.LARGEST + 1;
        for (Map.Entry<String, MultipartFile> part : parts.entrySet()) {
            try (InputStream content = part.getValue().getInputStream()) {
                byte[] table = content.readNBytes(room);
                room -= table.length;
                tables.put(part.getKey(), table);
            }
        }
        return tables;
    }
}
