-- How often items were applied for during some days.
create index application_received on intake.application (region, received_on, id);
