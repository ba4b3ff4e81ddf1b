-- A person belongs to no place (the template's region), the posts do.
create table parties.person (
    id            uuid primary key,
    region        text not null default '000000',
    login         text not null unique,
    name          text not null,
    phone         text,
    password_hash text
);

create table parties.enterprise (
    id     uuid primary key,
    region text not null,
    code   text not null unique,
    name   text not null
);

create table parties.post (
    id           uuid primary key,
    region       text not null,
    person       uuid not null references parties.person,
    role         text not null,
    department   text,
    enterprise   uuid references parties.enterprise,
    hall         text,
    from_day     date not null,
    to_day       date,
    withdrawn_at timestamptz
);

create index post_of_person on parties.post (person);
create index post_by_place on parties.post (region, role, department);
create index post_of_enterprise on parties.post (enterprise) where enterprise is not null;

create table parties.remark (
    id         uuid primary key,
    region     text not null,
    author     uuid not null,
    text       text not null,
    written_at timestamptz not null
);

create index remark_of_author on parties.remark (author);
