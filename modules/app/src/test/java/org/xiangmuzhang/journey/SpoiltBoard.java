package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** The board takes nothing of one project until this is closed. */
record SpoiltBoard(JdbcClient jdbc) implements AutoCloseable {

    static SpoiltBoard of(Platform platform, UUID project) {
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        jdbc.sql(
                        """
                        create function steward.spoilt() returns trigger language plpgsql as $$
                        begin raise exception 'spoilt'; end $$;
                        create trigger spoilt before insert or update on steward.board
                            for each row when (new.project = '%s') execute function steward.spoilt()
                        """
                                .formatted(project))
                .update();
        return new SpoiltBoard(jdbc);
    }

    @Override
    public void close() {
        jdbc.sql("drop trigger spoilt on steward.board; drop function steward.spoilt()").update();
    }
}
