-- The thresholds that a clock was last read by; empty before it was.
alter table supervision.clock add column thresholds text not null default '';
create index clock_by_thresholds on supervision.clock (region, thresholds) where ended_on is null;
