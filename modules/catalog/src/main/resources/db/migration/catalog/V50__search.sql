-- By what a version of an item is found, beside it. Derived: it can be made anew from the version.
create table catalog.item_search (
    region      text  not null,
    code        text  not null collate "C",
    publication uuid  not null,
    stage       text  not null,
    department  text  not null,
    template    text,
    until_day   date,
    plain_code  text  not null collate "C",
    name        text  not null collate "C",
    length      int   not null,
    pinyin      text  not null collate "C",
    initials    text  not null collate "C",
    other       text  not null collate "C",
    -- A number for each short stretch at the place: of name and code, of how the name sounds, and
    -- of the other texts.
    name_grams  int[] not null,
    sound_grams int[] not null,
    other_grams int[] not null,
    primary key (region, code, publication),
    foreign key (region, code, publication) references catalog.own_item on delete cascade
) with (parallel_workers = 0);

-- What is added since the index was last tidied is read by every search: a little at most.
create index item_search_by_name_gram on catalog.item_search using gin (name_grams)
    with (gin_pending_list_limit = 512);
create index item_search_by_sound_gram on catalog.item_search using gin (sound_grams)
    with (gin_pending_list_limit = 512);
create index item_search_by_other_gram on catalog.item_search using gin (other_grams)
    with (gin_pending_list_limit = 512);
create index item_search_in_order on catalog.item_search (region, length, code);
create index item_search_by_name on catalog.item_search (region, name);
create index item_search_by_plain_code on catalog.item_search (region, plain_code);

-- Publications from before, whose versions are still to be put down.
create table catalog.item_search_due (
    publication uuid primary key references catalog.item_publication on delete cascade,
    region      text not null
);

insert into catalog.item_search_due (publication, region)
select id, region from catalog.item_publication;
