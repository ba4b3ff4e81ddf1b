-- Whose hold it is: the place of the supervisor who placed it. Each may hold the same thing, and
-- lifts its own or one of a place below.
alter table privacy.hold add column authority text;

update privacy.hold h
   set authority = coalesce((select r.region from parties.remark r where r.id = h.reason), h.region);

alter table privacy.hold alter column authority set not null;

drop index privacy.hold_that_stands;
create unique index hold_that_stands on privacy.hold (subject, kind, authority)
    where lifted_at is null;
