-- Lists of the partnership book are searched, filtered, sorted and paged in the database: a narrow row for each thing in a list, and its place in each order
-- in each language. Both are written with the thing itself, so the folded words beside it are no longer needed.
create table list_line (
  list text not null, id text not null, open bigint not null, marks text not null, search text not null, primary key (list, id)
);
create index list_line_marks on list_line(list, open, marks);
create table list_key (
  list text not null, sort text not null, lang text not null, key text not null, id text not null, primary key (list, sort, lang, key, id)
);
create index list_key_id on list_key(list, id);
-- People on its list times days of its stay; null where either is not known.
alter table delegation add column person_days bigint;
alter table delegation drop column search;
alter table activity drop column search;
alter table partnership drop column search;
alter table office drop column search;
alter table news drop column search;
alter table collaboration drop column search;
alter table offer drop column search;
alter table presence drop column search;
