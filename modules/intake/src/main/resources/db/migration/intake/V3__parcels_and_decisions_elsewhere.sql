-- Planning conditions belong to a parcel. What an opinion of before relied on is not known by
-- parcel: once its last condition comes, it goes back to its department.
create table intake.pinned_parcel (
    task                uuid not null references intake.task,
    region              text not null,
    parcel              uuid not null,
    planning_conditions int  not null,
    primary key (task, parcel)
);

alter table intake.task drop column pre_conditions;

-- Whether the condition was met by a decision outside the platform.
alter table intake.condition_met add column elsewhere boolean not null default false;
