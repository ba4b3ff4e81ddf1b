-- What is counted to say beforehand what a setting would change.
create index application_delivered on intake.application (region, closed_on)
    where state = 'DELIVERED';
create index application_open on intake.application (region) where closed_on is null;
create index procedure_running on intake.procedure (region) where until is null;
