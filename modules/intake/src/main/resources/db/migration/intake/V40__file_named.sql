-- Asked before an upload is removed that no node has marked as used.
create index material_by_file on intake.material (file);
create index application_by_owner_promise on intake.application (owner_promise)
    where owner_promise is not null;
create index application_by_design_promise on intake.application (design_promise)
    where design_promise is not null;
create index task_by_pre_file on intake.task (pre_file) where pre_file is not null;
create index task_by_document on intake.task (document) where document is not null;
