-- A kept answer may show names and texts; what was kept before is plain for its seven days.
alter table rest.answer add column sealed boolean not null default false;
