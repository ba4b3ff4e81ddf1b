create table land.template (
    region text primary key,
    version int not null,
    fingerprint text not null,
    imported_at timestamptz not null default now()
);

create table land.indicator (
    region text not null,
    code text not null,
    category text not null,
    position int not null,
    name_zh text not null,
    name_en text not null,
    unit_zh text not null,
    unit_en text not null,
    rule text not null,
    formula text not null,
    checked_when text[] not null,
    version int not null,
    primary key (region, code)
);

create table land.regional_evaluation (
    region text not null,
    code text not null,
    name_zh text not null,
    name_en text not null,
    replaces text[] not null,
    department text not null,
    basis text not null,
    effect text not null,
    valid_years int not null,
    version int not null,
    primary key (region, code)
);

create table land.unit_conversion (
    region text not null,
    from_unit text not null,
    to_unit text not null,
    factor numeric not null,
    meaning text not null,
    primary key (region, from_unit, to_unit)
);

create table land.published_value (
    id text primary key,
    region text not null,
    place text not null,
    measure text not null,
    value_before text,
    value_after text not null,
    unit text not null,
    source text not null
);

create table land.parcel (
    id uuid primary key,
    region text not null,
    number text not null unique,
    area_square_metres numeric(13, 2) not null,
    state text not null,
    project uuid,
    planning_conditions int not null,
    transfer_kind text,
    enterprise uuid,
    signed_on date,
    document_number text,
    paid_amount numeric(15, 2),
    paid_on date,
    delivered_on date,
    version bigint not null
);

create index parcel_by_region on land.parcel (region, id);
create index parcel_by_state on land.parcel (region, state, id);
create index parcel_by_project on land.parcel (project, number) where project is not null;
create index parcel_by_enterprise on land.parcel (enterprise, region, id)
    where enterprise is not null;

create table land.parcel_indicator (
    parcel uuid not null references land.parcel,
    region text not null,
    position int not null,
    code text not null,
    pollutant text,
    rule text not null,
    minimum numeric,
    maximum numeric,
    allowed text[] not null,
    unit text not null,
    checked_when text[] not null,
    primary key (parcel, position)
);

create table land.planning_conditions (
    parcel uuid not null references land.parcel,
    region text not null,
    version int not null,
    document_number text,
    on_day date not null,
    minimum_plot_ratio numeric,
    maximum_plot_ratio numeric,
    maximum_height numeric,
    primary key (parcel, version)
);
