-- 一本制: one book of a project, its chapters with opinions and costs, and the data they share. What
-- was written stands among the remarks; the events name it.
create table steward.book (
    id              uuid primary key,
    region          text not null,
    project         uuid not null references steward.project,
    bundle          text not null,
    opened_on       date not null,
    agency          uuid,
    contract        uuid,
    payer           text,
    document_number text,
    replied_on      date,
    reply           uuid,
    open            boolean not null check (open = (reply is null)),
    version         bigint not null
);

create index book_by_place on steward.book (region, id);
create index book_running on steward.book (region, id) where open;
create index book_by_project on steward.book (project, id);
create index book_by_contract on steward.book (contract) where contract is not null;
create index book_by_reply on steward.book (reply) where reply is not null;

create table steward.book_chapter (
    book       uuid not null references steward.book,
    region     text not null,
    project    uuid not null,
    item       text not null,
    department text not null,
    reads      text[] not null,
    needs      text[] not null,
    verdict    text,
    remark     uuid,
    given_on   date,
    stale      boolean not null default false,
    open       boolean not null default true,
    alone      numeric,
    government numeric,
    enterprise numeric,
    booked_on  date,
    primary key (book, item)
);

-- An assessment stands in one book that has no reply yet.
create unique index book_chapter_open on steward.book_chapter (region, project, item) where open;
create index book_chapter_by_unit on steward.book_chapter (region, department, book);
create index book_chapter_booked on steward.book_chapter (region, booked_on)
    where booked_on is not null;

create table steward.book_datum (
    book    uuid not null references steward.book,
    region  text not null,
    project uuid not null,
    meaning text not null,
    value   uuid not null,
    primary key (book, meaning)
);

call database.wall('steward.book', 'steward.sees_project(project)');
call database.wall('steward.book_chapter', 'steward.sees_project(project)');
call database.wall('steward.book_datum', 'steward.sees_project(project)');
