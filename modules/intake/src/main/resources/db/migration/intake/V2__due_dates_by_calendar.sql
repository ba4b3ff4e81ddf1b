-- The version of the working calendar that promised_due was computed from; null where there is no
-- such date. Dates of before are computed again at the next turn.
alter table intake.task add column calendar text;
update intake.task set calendar = 'unknown' where promised_due <> '9999-12-31';

create index task_by_calendar on intake.task (calendar, id)
    where state in ('IN_DEPARTMENT', 'PAUSED');
