-- How many publications the list of a place has had. Its row is the lock of every publication.
create table catalog.item_list (
    region text primary key,
    number int  not null
);

-- Items of a place's own list that begin to hold at once; nobody sees them before it has a number.
create table catalog.item_publication (
    id           uuid primary key,
    region       text not null,
    number       int,
    from_day     date,
    source       text not null,
    item_count   int  not null,
    published_at timestamptz,
    published_by uuid,
    drafted_by   uuid not null,
    unique (region, number),
    check ((number is null) = (published_at is null)),
    check (number is null or from_day is not null and published_by <> drafted_by)
);

-- One version of an item of a place's own list, whole: what it has of the item above it stands in
-- it, too. It holds from the first day of its publication until the next version's, or to its last.
create table catalog.own_item (
    region      text    not null,
    code        text    not null collate "C",
    publication uuid    not null references catalog.item_publication,
    level       text    not null check (level in ('MAIN', 'SUB', 'BUSINESS')),
    parent      text,
    template    text,
    department  text    not null,
    name_zh     text    not null,
    until_day   date,
    withdrawn   boolean not null,
    waits_for   text[]  not null,
    content     jsonb   not null,
    digest      text    not null,
    primary key (region, code, publication)
);

create index own_item_by_publication on catalog.own_item (publication, code);
create index own_item_by_parent on catalog.own_item (region, parent, code) where parent is not null;
create index own_item_by_department on catalog.own_item (region, department, code);
create index own_item_that_wait on catalog.own_item (region, code) where waits_for <> '{}';
create index own_item_waits_for on catalog.own_item using gin (waits_for);

-- What is published is never changed and never goes, whoever asks.
create function catalog.keep_published_items() returns trigger language plpgsql as $$
begin
    if exists (select from catalog.item_publication
                where id = any(array[case when tg_op = 'INSERT' then null else old.publication end,
                                     case when tg_op = 'DELETE' then null else new.publication end])
                  and number is not null) then
        raise exception 'a published version of an item is never changed'
            using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger keep_published before insert or update or delete on catalog.own_item
    for each row execute function catalog.keep_published_items();

create function catalog.keep_publications() returns trigger language plpgsql as $$
begin
    if old.number is not null then
        raise exception 'a publication of items is never changed'
            using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger keep_publications before update or delete on catalog.item_publication
    for each row execute function catalog.keep_publications();

-- What an editor writes until a second one has agreed; in review it is not changed.
create table catalog.item_draft (
    region    text        not null,
    code      text        not null,
    version   bigint      not null,
    content   jsonb       not null,
    withdrawn boolean     not null,
    base      int,
    edited_by uuid        not null,
    edited_at timestamptz not null,
    primary key (region, code)
);

-- A file of items on its way into the list of a place; what it brings is staged for its publication.
create table catalog.item_import (
    id          uuid        primary key,
    region      text        not null,
    file        uuid        not null,
    file_name   text        not null,
    dry_run     boolean     not null,
    whole       boolean     not null,
    state       text        not null,
    cleared     boolean     not null default false,
    line_count  int,
    lines       int         not null default 0,
    items       int         not null default 0,
    unchanged   int         not null default 0,
    withdrawn   int         not null default 0,
    faults      int         not null default 0,
    flags       int         not null default 0,
    publication uuid        not null references catalog.item_publication,
    base        int         not null,
    number      int,
    started_by  uuid        not null,
    started_at  timestamptz not null,
    moved_at    timestamptz not null
);

create index item_import_by_place on catalog.item_import (region, id);
create index item_import_by_file on catalog.item_import (file, region);
create index item_import_open on catalog.item_import (id) where not cleared;

-- The codes that a file has brought so far, each with the line where it stands.
create table catalog.item_import_code (
    import uuid not null references catalog.item_import,
    code   text not null collate "C",
    region text not null,
    line   int  not null,
    primary key (import, code)
);

create table catalog.item_import_fault (
    import      uuid    not null references catalog.item_import,
    number      int     not null,
    region      text    not null,
    line        int     not null,
    column_name text    not null,
    rule        text    not null,
    arguments   text[]  not null,
    blocks      boolean not null,
    primary key (import, number)
);
