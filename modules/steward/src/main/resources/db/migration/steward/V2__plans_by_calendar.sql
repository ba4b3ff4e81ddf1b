-- The version of the working calendar that the plan was last computed from, whether or not that
-- moved it; null without a plan, and when all of it is done.
alter table steward.project add column calendar text;
update steward.project p set calendar = 'unknown'
  from steward.board b where b.project = p.id and b.finish is not null;

create index project_by_calendar on steward.project (calendar, id) where calendar is not null;
