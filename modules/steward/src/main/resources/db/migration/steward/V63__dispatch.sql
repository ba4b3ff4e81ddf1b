-- The meetings of places; one in a week, and one at a time.
create table steward.dispatch (
    id         uuid primary key,
    region     text not null,
    week       date not null,
    host       uuid not null,
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    texts_gone boolean not null default false,
    version    bigint not null,
    unique (region, week)
);

create unique index dispatch_open on steward.dispatch (region) where closed_at is null;
create index dispatch_by_week on steward.dispatch (region, week desc, id);
create index dispatch_with_texts on steward.dispatch (id) where closed_at is not null and not texts_gone;

-- The agenda as it stood when the meeting was opened, and what became of it.
create table steward.dispatch_line (
    id            uuid primary key,
    dispatch      uuid not null references steward.dispatch,
    region        text not null,
    number        int not null,
    kind          text not null,
    about         uuid not null,
    matter_region text not null,
    project       uuid,
    times         int not null,
    outcome       text not null,
    remark        uuid,
    ticket        uuid
);

create index dispatch_line_by_dispatch on steward.dispatch_line (dispatch, number);

-- Where a matter stands between two meetings: at one place and at no other.
create table steward.dispatch_standing (
    kind        text not null,
    about       uuid not null,
    region      text not null,
    project     uuid,
    place       text not null,
    times       int not null,
    quiet_until date,
    primary key (kind, about)
);

create index dispatch_standing_by_place on steward.dispatch_standing (place);

-- When what was decided outside was last verified, as the database notes it from the events.
create table steward.external_fact (
    project     uuid not null,
    item_code   text not null,
    region      text not null,
    verified_on date not null,
    primary key (project, item_code)
);

create index external_fact_by_day on steward.external_fact (region, verified_on, project);

create function steward.note_external_fact() returns trigger language plpgsql as $$
begin
    insert into steward.external_fact (project, item_code, region, verified_on)
    values (new.project, new.payload ->> 'itemCode', new.region,
            cast(coalesce(new.payload ->> 'verifiedOn', new.payload ->> 'decidedOn') as date))
        on conflict (project, item_code) do update set verified_on = excluded.verified_on;
    return null;
end
$$;

create trigger note_external_fact after insert on eventlog.event for each row
    when (new.payload_type in ('steward.decided-elsewhere', 'steward.decided-elsewhere-corrected')
          and new.project is not null)
    execute function steward.note_external_fact();

insert into steward.external_fact (project, item_code, region, verified_on)
select distinct on (project, payload ->> 'itemCode')
       project, payload ->> 'itemCode', region,
       cast(coalesce(payload ->> 'verifiedOn', payload ->> 'decidedOn') as date)
  from eventlog.event
 where payload_type in ('steward.decided-elsewhere', 'steward.decided-elsewhere-corrected')
   and project is not null
 order by project, payload ->> 'itemCode', global_index desc;

call database.wall('steward.dispatch', 'false');
call database.wall('steward.dispatch_line', 'false');
call database.wall('steward.dispatch_standing', 'false');
call database.wall('steward.external_fact', 'steward.sees_project(project)');
