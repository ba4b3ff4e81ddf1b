-- Who was erased, on what ground; of the person only the id is left.
create table privacy.erasure (
    person    uuid primary key,
    region    text        not null,
    ground    text        not null,
    reason    uuid,
    erased_by uuid        not null,
    erased_at timestamptz not null
);

call database.wall('privacy.erasure', 'false');

-- Who read whose name and phone in full, or took away what is kept, when and why.
create table privacy.full_view (
    id      uuid primary key,
    region  text        not null,
    kind    text        not null,
    person  uuid        not null,
    viewer  uuid        not null,
    role    text        not null,
    reason  uuid,
    mandate uuid,
    at      timestamptz not null,
    check (reason is not null or mandate is not null)
);

create index full_view_of_person on privacy.full_view (person, id);
create index full_view_by_place on privacy.full_view (region, id);
create index full_view_by_age on privacy.full_view (at);

call database.wall('privacy.full_view', 'false');

-- What must be kept for now, whatever rule would have it removed.
create table privacy.hold (
    id          uuid primary key,
    region      text        not null,
    kind        text        not null,
    subject     uuid        not null,
    number      text        not null,
    reason      uuid        not null,
    placed_by   uuid        not null,
    placed_at   timestamptz not null,
    lift_reason uuid,
    lifted_by   uuid,
    lifted_at   timestamptz,
    check ((lifted_at is null) = (lift_reason is null)),
    check ((lifted_at is null) = (lifted_by is null))
);

create unique index hold_that_stands on privacy.hold (subject, kind) where lifted_at is null;
create index hold_by_place on privacy.hold (region, id);

call database.wall('privacy.hold', 'false');
