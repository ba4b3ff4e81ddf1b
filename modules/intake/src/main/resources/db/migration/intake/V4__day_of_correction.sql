-- From this day on the window has as long as after the receipt; then the application counts as
-- accepted. What was supplied before this column existed counts from today.
alter table intake.application add column supplied_on date;
update intake.application set supplied_on = (now() at time zone 'Asia/Shanghai')::date
    where state = 'CORRECTION_SUPPLIED';

create index application_in_silence_after_correction on intake.application (supplied_on, id)
    where state = 'CORRECTION_SUPPLIED';
