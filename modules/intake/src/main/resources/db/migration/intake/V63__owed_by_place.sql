-- Items for which materials are owed: called up at the weekly dispatch of their place.
create index task_owed on intake.task (region, decided_on, id)
    where outcome = 'APPROVED_WITH_OWED';
