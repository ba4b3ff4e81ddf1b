-- An event carries ids only and names no enterprise: to enterprises the project decides that it is
-- of. Everybody may append: where an event belongs is for the domain to say.
call database.wall('eventlog.event', 'true');
create policy append on eventlog.event for insert with check (true);
call database.wall('eventlog.parked', 'false');
call database.wall('eventlog.passed_over', 'false');
