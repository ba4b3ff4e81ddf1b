-- Departments as places have them, version by version: a row counts from a day until a day, and
-- fulfils some of the catalog's kinds. Everybody may read what a department is called.
create table parties.department (
    id          uuid   not null,
    region      text   not null,
    from_day    date   not null,
    to_day      date,
    kinds       text[] not null,
    name        text   not null,
    name_en     text,
    contact     text,
    seat        text,
    merged_into uuid,
    primary key (id, from_day),
    check (to_day >= from_day),
    check (cardinality(kinds) > 0),
    check (merged_into <> id)
);

create index department_of_place on parties.department (region, from_day);

-- Rises with every change, so that each node knows when to read again.
create table parties.department_head (
    region  text   primary key,
    version bigint not null
);

insert into parties.department_head (region, version) values ('000000', 0);

-- What one administrator proposes and another confirms; it is also the record of what was done.
create table parties.department_change (
    id          uuid        primary key,
    region      text        not null,
    department  uuid        not null,
    kind        text        not null,
    on_day      date        not null,
    kinds       text[]      not null,
    name        text,
    name_en     text,
    contact     text,
    seat        text,
    merged_into uuid,
    state       text        not null,
    proposed_by uuid        not null,
    proposed_at timestamptz not null,
    reason      uuid        not null,
    decided_by  uuid,
    decided_at  timestamptz,
    answer      uuid,
    check (kind in ('OPENED', 'CHANGED', 'MERGED', 'CLOSED')),
    check ((kind = 'MERGED') = (merged_into is not null)),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check (state <> 'CONFIRMED' or decided_by <> proposed_by)
);

create unique index department_change_waiting on parties.department_change (department)
    where state = 'PROPOSED';
create index department_change_proposed on parties.department_change (id) where state = 'PROPOSED';
create index department_change_of on parties.department_change (department, id);

create function parties.keep_decided() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'PROPOSED' then
        raise exception 'a record is not changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger department_change_stands before update or delete on parties.department_change
    for each row execute function parties.keep_decided();

call database.wall('parties.department_change', 'false');

-- Posts of a department at a place, for who asks what a change of it touches.
create index post_of_department on parties.post (region, department) where department is not null;
