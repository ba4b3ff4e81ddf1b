-- Days on which what a place does in its own way begins or has ended, still to be carried out.
create table catalog.local_way_due (
    region     text not null,
    table_name text not null,
    key        text not null,
    day        date not null,
    primary key (region, table_name, key, day)
);

create index local_way_due_by_day on catalog.local_way_due (day);
