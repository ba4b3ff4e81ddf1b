-- A login names somebody too: it is sealed, and found by a keyed hash of it. Who is erased has none.
alter table parties.person
    alter login drop not null,
    add sealed_login bytea,
    add login_index bytea;

create unique index person_by_login on parties.person (login_index);
create index person_with_plain_login on parties.person (id) where login is not null;
