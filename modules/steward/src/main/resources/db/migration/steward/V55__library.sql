-- Past projects of a type at a place, the newest first.
create index project_by_type on steward.project (region, project_type, id);
