-- What is compared between levels, one hash for each element in their fixed order, so that two lists
-- are compared without reading what they say: code (by which items correspond), name, basis, kind,
-- stage, level, legal limit, procedures, conditions, order, materials, result, commitment, later
-- supply, simulation, department, promise, exclusion.
alter table catalog.own_item
    add column elements bigint[] not null generated always as (array[
        0,
        hashtextextended(coalesce(content #>> '{fields,name_zh}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,basis}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,kind}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,stage}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,level}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,statutory_days}', '') || ' '
            || coalesce(content #>> '{fields,statutory_unit}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,procedures}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,applies_when}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,before}', ''), 0),
        hashtextextended(coalesce(content ->> 'materials', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,result}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,commitment}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,deficiency_tolerant}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,simulatable}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,department}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,promised_days}', '') || ' '
            || coalesce(content #>> '{fields,promised_unit}', ''), 0),
        hashtextextended(coalesce(content #>> '{fields,exclusion}', ''), 0)]) stored,
    -- Nobody has said whether commitment and later supply are excluded.
    add column unsorted boolean not null
        generated always as (content #>> '{fields,exclusion}' is null
            or content #>> '{fields,exclusion}' = 'UNKNOWN') stored,
    -- A material is asked for without naming the clause.
    add column unfounded boolean not null generated always as (jsonb_path_exists(
        content, '$.materials[*] ? (!exists(@.material_basis))')) stored;

create index own_item_by_name on catalog.own_item (region, name_zh);
create index own_item_unsorted on catalog.own_item (region, code) where unsorted;
create index own_item_unfounded on catalog.own_item (region, code) where unfounded;
