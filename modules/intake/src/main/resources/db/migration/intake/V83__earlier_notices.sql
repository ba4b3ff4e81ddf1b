-- Correction notices that a later one follows, each with its points and answers; the last one stands
-- with the application. Among what was renewed is from now on also what a notice did not name.
create table intake.earlier_notice (
    application uuid   not null references intake.application,
    region      text   not null,
    seq         int    not null,
    told_on     date   not null,
    materials   text[] not null,
    texts       uuid[] not null,
    answers     uuid[] not null,
    renewed     text[] not null,
    explanation uuid   not null,
    supplied_on date,
    primary key (application, seq)
);

call database.wall('intake.earlier_notice', 'intake.sees_application(application)');

-- Where a breach came to light that was reported of a promise.
alter table intake.obligation add column source text;
