-- Asked before somebody is erased, and by people for what they have a part in.
create index application_by_submitter on intake.application (submitted_by, id);
