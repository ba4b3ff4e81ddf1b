-- Counts the project codes that the platform makes itself, by the region in the code and the month.
create table steward.code_serial (
    region text not null,
    month  text not null,
    last   int  not null,
    primary key (region, month)
);
