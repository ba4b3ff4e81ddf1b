-- Asked before somebody is erased, and by people for what they have a part in.
create index project_by_steward on steward.project (steward, id) where steward is not null;
