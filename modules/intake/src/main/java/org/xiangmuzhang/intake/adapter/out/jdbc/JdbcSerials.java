package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.port.out.Serials;

@Repository
class JdbcSerials implements Serials {

    private final JdbcClient jdbc;

    JdbcSerials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long nextReceipt() {
        return jdbc.sql("select nextval('intake.receipt_serial')").query(Long.class).single();
    }

    @Override
    public long nextDocument() {
        return jdbc.sql("select nextval('intake.document_serial')").query(Long.class).single();
    }
}
