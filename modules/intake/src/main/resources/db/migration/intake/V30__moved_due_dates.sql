-- Due dates that a new version of the working calendar moved.
create table intake.moved_due_date (
    task        uuid        not null references intake.task on delete cascade,
    calendar    text        not null,
    region      text        not null,
    application uuid        not null,
    department  text        not null,
    was         date        not null,
    becomes     date        not null,
    moved_at    timestamptz not null,
    primary key (task, calendar)
);

create index moved_due_date_of_application on intake.moved_due_date (application);
create index moved_due_date_of_desk
    on intake.moved_due_date (region, department, moved_at desc, task);

call database.wall('intake.moved_due_date', 'intake.sees_application(application)');
