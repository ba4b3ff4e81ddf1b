-- Up to which event what was written in a project has gone in time.
alter table steward.project add column texts_removed bigint not null default 0;
