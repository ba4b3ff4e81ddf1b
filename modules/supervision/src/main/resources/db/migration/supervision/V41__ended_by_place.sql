-- What may still be rated at a place, counted.
create index task_ended on supervision.task (region, ended_on) where ended_on is not null;
