create table files.file (
    id          uuid primary key,
    region      text not null,
    sha256      text not null,
    name        text not null,
    media_type  text not null,
    size        bigint not null,
    uploaded_by uuid not null,
    enterprise  uuid,
    uploaded_at timestamptz not null
);

create index file_by_content on files.file (sha256);
