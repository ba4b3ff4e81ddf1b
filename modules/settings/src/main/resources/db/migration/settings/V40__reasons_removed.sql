-- What was written about a version goes in time; the version stays.
alter table settings.version add column reasons_removed boolean not null default false;

create index version_with_reasons on settings.version (reason) where not reasons_removed;
