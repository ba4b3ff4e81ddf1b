-- Free text of a closed matter is kept for a time only; the decision itself stays.
alter table intake.application add column remarks_removed boolean not null default false;

create index application_with_remarks on intake.application (id)
    where closed_on is not null and not remarks_removed;
