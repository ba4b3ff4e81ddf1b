-- Service halls and their windows, which posts of clerks refer to; everybody may know them.
create table parties.hall (
    region text not null,
    code   text not null,
    name   text not null,
    primary key (region, code)
);

create table parties.hall_window (
    region text not null,
    hall   text not null,
    code   text not null,
    name   text not null,
    primary key (region, hall, code),
    foreign key (region, hall) references parties.hall on delete cascade
);

call database.wall('parties.hall', 'true');
call database.wall('parties.hall_window', 'true');
