-- Three administrators: one proposes who holds a post, another confirms, a third one reads. Nobody
-- holds two of the three for the same day; what a withdrawn post allowed is over.
create function parties.keep_administrators_apart() returns trigger language plpgsql as $$
begin
    if new.role in ('ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR')
            and new.withdrawn_at is null then
        perform pg_advisory_xact_lock(hashtextextended(new.person::text, 0));
        if exists (
            select from parties.post other
             where other.person = new.person and other.id <> new.id
               and other.role in ('ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR')
               and other.role <> new.role and other.withdrawn_at is null
               and daterange(other.from_day, other.to_day, '[]')
                   && daterange(new.from_day, new.to_day, '[]')) then
            raise exception 'administrators-apart' using errcode = 'integrity_constraint_violation';
        end if;
    end if;
    return new;
end
$$;

create trigger administrators_apart before insert or update on parties.post
    for each row execute function parties.keep_administrators_apart();

-- What an administrator proposes; the post that comes of it has the same id.
create table parties.proposal (
    id          uuid primary key,
    region      text not null,
    person      uuid not null references parties.person,
    role        text not null,
    department  text,
    enterprise  uuid references parties.enterprise,
    hall        text,
    from_day    date not null,
    to_day      date,
    state       text not null,
    proposed_by uuid not null,
    decided_by  uuid,
    check (to_day >= from_day),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check (proposed_by <> person),
    check (state <> 'CONFIRMED' or (decided_by <> proposed_by and decided_by <> person))
);

create index proposal_waiting on parties.proposal (id) where state = 'PROPOSED';
create index proposal_of_person on parties.proposal (person);

-- Who did what with a post or a person, when and why. It is written once and never changed.
create table parties.act (
    id       uuid primary key,
    region   text not null,
    kind     text not null,
    person   uuid not null,
    post     uuid,
    last_day date,
    done_by  uuid not null,
    done_at  timestamptz not null,
    reason   uuid not null
);

create index act_of_person on parties.act (person, id);
create index act_by_place on parties.act (region, id);

create function parties.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a record is not changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger act_stands before update or delete on parties.act
    for each row execute function parties.refuse_change();

-- The post that a list of one role, department or hall is drawn from, page by page.
create index post_by_hall on parties.post (hall) where hall is not null;

call database.wall('parties.proposal', 'false');
call database.wall('parties.act', 'false');
