-- The key under which everything personal of somebody is sealed; authors of remarks have one too.
-- Without the wrapped key nothing of the person can be read again, wherever it was copied to.
create table parties.person_key (
    person    uuid primary key,
    region    text not null default '000000',
    master    text not null,
    algorithm text not null,
    wrapped   bytea,
    erased_at timestamptz,
    check ((wrapped is null) = (erased_at is not null))
);

create index person_key_by_master on parties.person_key (master, person) where wrapped is not null;

-- The plain columns are emptied by the application, which has the keys, and stay empty.
alter table parties.person
    alter name drop not null,
    add sealed_name bytea,
    add sealed_phone bytea,
    add algorithm text,
    add erased_at timestamptz;

create index person_in_plain on parties.person (id) where name is not null;

alter table parties.remark
    alter text drop not null,
    add sealed bytea,
    add algorithm text;

create index remark_in_plain on parties.remark (id) where text is not null;
