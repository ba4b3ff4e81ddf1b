-- Files that the events of projects name, whichever version of a node wrote them: asked before an
-- upload is removed that no node has marked as used. No index of the log could be asked: under its
-- policy what stands in a payload is looked at last.
create table steward.paper (
    file    uuid not null,
    region  text not null,
    project uuid not null,
    primary key (file, project)
);

call database.wall('steward.paper', 'steward.sees_project(project)');

create function steward.note_paper() returns trigger language plpgsql as $$
begin
    insert into steward.paper (file, region, project)
    values (cast(coalesce(new.payload ->> 'file', new.payload ->> 'proof') as uuid), new.region,
            new.project)
        on conflict do nothing;
    return null;
end
$$;

create trigger note_paper after insert on eventlog.event for each row
    when (new.payload_type in ('steward.mandate-signed', 'steward.decided-elsewhere',
              'steward.decided-elsewhere-corrected', 'steward.milestone-reached')
          and new.project is not null
          and coalesce(new.payload ->> 'file', new.payload ->> 'proof') is not null)
    execute function steward.note_paper();

insert into steward.paper (file, region, project)
select distinct cast(coalesce(payload ->> 'file', payload ->> 'proof') as uuid), region, project
  from eventlog.event
 where payload_type in ('steward.mandate-signed', 'steward.decided-elsewhere',
           'steward.decided-elsewhere-corrected', 'steward.milestone-reached')
   and project is not null and coalesce(payload ->> 'file', payload ->> 'proof') is not null;
