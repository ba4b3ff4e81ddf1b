-- What a place does in its own way with a row of a reference table, in every version; the last one
-- of a row holds.
create table catalog.row_override (
    region          text        not null,
    table_name      text        not null,
    key             text        not null,
    version         bigint      not null,
    base            jsonb,
    content         jsonb       not null,
    catalog_version bigint      not null,
    changed_by      uuid        not null,
    changed_at      timestamptz not null,
    primary key (region, table_name, key, version)
);

create index row_override_changed on catalog.row_override (catalog_version);
