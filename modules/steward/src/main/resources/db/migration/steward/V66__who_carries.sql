-- Asked when a steward is chosen: what somebody carries, and of which trade.
alter table steward.project add column industry text;
alter table steward.project add column closed_on date;

update steward.project p set industry = e.payload ->> 'industry'
  from eventlog.event e
 where e.project = p.id and e.payload_type = 'steward.project-registered'
   and e.payload ->> 'industry' is not null;
