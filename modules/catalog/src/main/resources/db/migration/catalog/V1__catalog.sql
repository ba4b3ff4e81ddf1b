-- Which version of the catalog holds. Its row is the lock of every change.
create table catalog.head (
    region           text   primary key,
    version          bigint not null,
    template_version bigint not null
);

insert into catalog.head (region, version, template_version) values ('000000', 0, 0);

-- One version of one table; without a number it is staged and nobody sees it.
create table catalog.edition (
    id           uuid        primary key,
    region       text        not null,
    table_name   text        not null,
    number       integer,
    content_hash text        not null,
    row_count    integer     not null,
    shipped      boolean     not null,
    in_force     boolean     not null default false,
    staged_at    timestamptz not null,
    published_at timestamptz,
    published_by uuid,
    unique (region, table_name, number)
);

create unique index edition_in_force on catalog.edition (region, table_name) where in_force;

create table catalog.entry (
    edition uuid    not null references catalog.edition on delete cascade,
    line    integer not null,
    region  text    not null,
    key     text    not null,
    fields  jsonb   not null,
    primary key (edition, line),
    unique (edition, key)
);

-- The editions that an item's version is read from.
create table catalog.item_version (
    region       text        not null,
    code         text        not null,
    number       integer     not null,
    items        uuid        not null references catalog.edition,
    materials    uuid        references catalog.edition,
    milestones   uuid        references catalog.edition,
    published_at timestamptz not null,
    primary key (region, code, number)
);

-- What a place does in its own way.
create table catalog.item_override (
    region          text   not null,
    code            text   not null,
    base            text   not null,
    content         jsonb  not null,
    version         bigint not null,
    catalog_version bigint not null,
    primary key (region, code)
);

create index item_override_changed on catalog.item_override (catalog_version);

create table catalog.item_override_version (
    region     text        not null,
    code       text        not null,
    version    bigint      not null,
    base       text        not null,
    content    jsonb       not null,
    changed_by uuid        not null,
    changed_at timestamptz not null,
    primary key (region, code, version)
);
