-- The partnership book's ground: sources, places, organisations, their other spellings, and facts with source and date (R43-R50, R72).
-- Uncertain dates are EDTF text ('' where unknown). `by_da`, `by_en`, `by_zh` order a list as a reader of that language expects.
create table source (
  id text primary key, slug text not null unique, title text not null, lang text not null, written text not null, url text not null, licence text not null, note text not null, at bigint not null
);
create table place (
  id text primary key, slug text not null unique, kind text not null, names text not null, country text not null, code text not null, wikidata text not null,
  within text references place(id), capital text references place(id), lon double precision, lat double precision, verified bigint not null, version bigint not null,
  search text not null, by_da text not null, by_en text not null, by_zh text not null, at bigint not null
);
create index place_within on place(within);
create index place_code on place(code);
create index place_wikidata on place(wikidata);
create index place_by_da on place(by_da);
create index place_by_en on place(by_en);
create index place_by_zh on place(by_zh);
-- A region that is no authority but a set of places, e.g. the Shanghai region.
create table place_member (place text not null references place(id), member text not null references place(id), primary key (place, member));
create table organisation (
  id text primary key, slug text not null unique, kind text not null, names text not null, abbr text not null, country text not null,
  part_of text references organisation(id), place text references place(id), established text not null, dissolved text not null, mailbox text not null,
  verified bigint not null, version bigint not null, search text not null, by_da text not null, by_en text not null, by_zh text not null, at bigint not null
);
create index organisation_part_of on organisation(part_of);
create index organisation_place on organisation(place);
create index organisation_by_da on organisation(by_da);
create index organisation_by_en on organisation(by_en);
create index organisation_by_zh on organisation(by_zh);
-- Several authorities that act as one party (R52).
create table organisation_member (
  group_org text not null references organisation(id), member text not null references organisation(id), primary key (group_org, member)
);
create table identifier (organisation text not null references organisation(id), scheme text not null, value text not null, primary key (organisation, scheme, value));
create index identifier_value on identifier(value);
create table succession (
  predecessor text not null references organisation(id), successor text not null references organisation(id), date text not null, note text not null,
  primary key (predecessor, successor)
);
create index succession_successor on succession(successor);
create table alias (
  id text primary key, subject_kind text not null check (subject_kind in ('place', 'organisation')), subject text not null, spelling text not null,
  source text references source(id), search text not null
);
create index alias_subject on alias(subject_kind, subject);
-- Every statement with its source and date; `no` keeps the order in which they are told.
create table fact (
  id text primary key, subject_kind text not null, subject text not null, no bigint not null, kind text not null, body text not null, number double precision,
  unit text not null, as_of text not null, source text not null references source(id), quote text not null, at bigint not null
);
create index fact_subject on fact(subject_kind, subject, no);
-- Other sources that say the same.
create table fact_support (fact text not null references fact(id), source text not null references source(id), primary key (fact, source));
-- Claims that contradict each other stand side by side and are never resolved.
create table discord (id text primary key, code text not null unique, no bigint not null, body text not null, at bigint not null);
create table discord_fact (discord text not null references discord(id), fact text not null references fact(id), primary key (discord, fact));
create index discord_fact_fact on discord_fact(fact);
-- Two places that somebody says are twinned; nobody has checked.
create table claim_pair (a text not null references place(id), b text not null references place(id), source text not null references source(id), primary key (a, b));
create index claim_pair_b on claim_pair(b);
