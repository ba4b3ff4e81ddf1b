-- Somebody acts in another's post from a day to a day; who a caller is, asked before it is known.
create table parties.substitution (
    id       uuid primary key,
    region   text not null,
    post     uuid not null references parties.post,
    person   uuid not null references parties.person,
    from_day date not null,
    to_day   date not null,
    given_by uuid not null,
    ended_by uuid,
    ended_at timestamptz,
    check (to_day >= from_day),
    check ((ended_by is null) = (ended_at is null))
);

create index substitution_of_person on parties.substitution (person);
create index substitution_of_post on parties.substitution (post);
