-- Every text that stands in an application, also one that only an event names, with who wrote it: a
-- hold on either keeps it, and it goes when the time of the application is over.
create table intake.written (
    remark      uuid primary key,
    application uuid not null references intake.application,
    region      text not null,
    author      uuid not null
);

create index written_in on intake.written (application);
create index written_by on intake.written (author, application);

call database.wall('intake.written', 'intake.sees_application(application)');

insert into intake.written (remark, application, region, author)
select cast(payload ->> 'remark' as uuid), subject, region, cast(metadata ->> 'actor' as uuid)
  from eventlog.event
 where payload_type in ('intake.correction-noticed', 'intake.application-rectified',
           'intake.application-turned-away', 'intake.application-withdrawn', 'intake.item-decided')
   and payload ->> 'remark' is not null and metadata ->> 'actor' is not null
on conflict do nothing;

-- Who has a part in an application is asked before somebody is erased.
create index application_by_acceptor on intake.application (accepted_by, id)
    where accepted_by is not null;
create index task_by_decider on intake.task (decided_by, application) where decided_by is not null;
create index task_by_pre_approver on intake.task (pre_by, application) where pre_by is not null;
