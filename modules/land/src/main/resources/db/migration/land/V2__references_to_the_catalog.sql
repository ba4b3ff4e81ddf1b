-- Land's reference tables are kept by the catalog, which versions them.
drop table land.template;
drop table land.indicator;
drop table land.regional_evaluation;
drop table land.unit_conversion;
drop table land.published_value;
