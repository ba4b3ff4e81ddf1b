-- What an enterprise may still rate.
create index task_by_enterprise on supervision.task (enterprise, ended_on);
