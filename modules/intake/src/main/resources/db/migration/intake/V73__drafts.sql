-- One form before it is submitted: of an enterprise, for all who act for it, until it expires. The
-- answers stand sealed under the key of who saved them last.
create table intake.draft (
    id         uuid primary key,
    region     text        not null,
    enterprise uuid        not null,
    project    uuid,
    items      text[]      not null,
    modes      text[]      not null,
    answers    uuid[]      not null,
    created_by uuid        not null,
    saved_by   uuid        not null,
    saved_at   timestamptz not null,
    expires_on date        not null,
    version    bigint      not null default 0
);

create index draft_of_enterprise on intake.draft (enterprise, id);
create index draft_of_project on intake.draft (project, id) where project is not null;
create index draft_to_expire on intake.draft (expires_on, id);

create function intake.sees_draft(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from intake.draft where id = $1);
end
$$;

-- Where a value that nobody typed comes from, and who said that it is right.
create table intake.draft_field (
    draft        uuid not null references intake.draft on delete cascade,
    region       text not null,
    field        text not null,
    source       text not null,
    reference    text not null,
    confidence   text not null,
    confirmed_by uuid,
    confirmed_on date,
    primary key (draft, field)
);

create table intake.draft_material (
    draft            uuid not null references intake.draft on delete cascade,
    region           text not null,
    material         text not null,
    file             uuid not null,
    from_application uuid,
    from_number      text,
    sha256           text,
    handed_in_on     date,
    valid_until      date,
    consented_by     uuid,
    consented_on     date,
    primary key (draft, material),
    check ((from_application is null) = (consented_by is null))
);

create index draft_material_by_file on intake.draft_material (file);

-- How much of an application nobody had to type, and where that came from.
create table intake.filled_form (
    application uuid primary key references intake.application,
    region      text not null,
    fields      int  not null,
    prefilled   int  not null
);

create table intake.prefilled_field (
    application  uuid not null references intake.application,
    region       text not null,
    field        text not null,
    source       text not null,
    reference    text not null,
    confidence   text not null,
    confirmed_by uuid not null,
    confirmed_on date not null,
    primary key (application, field)
);

-- Materials of earlier applications that were used again: whose consent, which content, how long it
-- is valid, and for which items.
create table intake.reused_material (
    application      uuid   not null references intake.application,
    region           text   not null,
    material         text   not null,
    from_application uuid   not null,
    from_number      text   not null,
    sha256           text   not null,
    handed_in_on     date   not null,
    valid_until      date   not null,
    purpose          text[] not null,
    consented_by     uuid   not null,
    consented_on     date   not null,
    primary key (application, material)
);

call database.wall('intake.draft', 'enterprise = (select database.enterprise_seen())');
call database.wall('intake.draft_field', 'intake.sees_draft(draft)');
call database.wall('intake.draft_material', 'intake.sees_draft(draft)');
call database.wall('intake.filled_form', 'intake.sees_application(application)');
call database.wall('intake.prefilled_field', 'intake.sees_application(application)');
call database.wall('intake.reused_material', 'intake.sees_application(application)');
