-- Education, culture and business beside and under partnerships (R42, R59, R62-R73). `partnership` holds a slug, or '' where there is none.
create table collaboration (
  id text primary key, slug text not null unique, kind text not null, state text not null, names text not null, body text not null, partnership text not null,
  since text not null, until text not null, source text not null references source(id), as_of text not null, quote text not null,
  search text not null, version bigint not null, at bigint not null
);
create index collaboration_partnership on collaboration(partnership);
-- Parties of side a and b, and who supports the link without being a party.
create table collaboration_party (
  collaboration text not null references collaboration(id), role text not null check (role in ('a', 'b', 'supporter')), no bigint not null,
  subject_kind text not null check (subject_kind in ('place', 'organisation')), subject text not null, primary key (collaboration, role, no)
);
create index collaboration_party_subject on collaboration_party(subject_kind, subject);
-- How large a joint centre was to be, and is.
create table collaboration_capacity (
  collaboration text not null references collaboration(id), no bigint not null, standing text not null check (standing in ('expected', 'actual')), what text not null,
  number bigint, year text not null, source text not null references source(id), primary key (collaboration, no)
);
create table offer (
  id text primary key, slug text not null unique, provider text not null references organisation(id), kinds text not null, names text not null, body text not null,
  audience text not null, partnership text not null, since text not null, source text not null references source(id), as_of text not null, quote text not null,
  search text not null, version bigint not null, at bigint not null
);
create index offer_provider on offer(provider);
create table offer_place (
  offer text not null references offer(id), reach text not null check (reach in ('at', 'serves')), place text not null references place(id), primary key (offer, reach, place)
);
create index offer_place_place on offer_place(place);
-- Companies in a place or with partners there; `organisation` is null where a source only says "several companies".
create table presence (
  id text primary key, slug text not null unique, kind text not null, organisation text references organisation(id), country text not null, place text not null references place(id),
  body text not null, since text not null, source text not null references source(id), as_of text not null, quote text not null,
  search text not null, version bigint not null, at bigint not null
);
create index presence_place on presence(place);
create index presence_organisation on presence(organisation);
-- Background notes on a place. Prose is the office's own; sentences are kept as they stood when the note was filed.
create table note (
  id text primary key, place text not null references place(id), lang text not null, title text not null, party text not null references party(code), follows text references note(id),
  version bigint not null, at bigint not null, by text not null, filed bigint, document text references document(id), journal text not null, form_key text not null unique
);
create index note_place on note(place);
create table note_prose (note text not null references note(id), part text not null, body text not null, primary key (note, part));
create table note_sentence (
  note text not null references note(id), no bigint not null, section text not null, topic text not null, key text not null, body text not null, source text not null,
  source_title text not null, as_of text not null, primary key (note, no)
);
-- A line of the journal need not belong to a call: a background note has its own case. Rebuilt, because SQLite can't loosen a column.
create table journal_anew (
  id text primary key, call text references call(id), application text references application(id), party text not null references party(code), year bigint not null, no bigint not null,
  direction text not null check (direction in ('in', 'out', 'internal')), day text not null, subject text not null, counterpart text not null, body text not null, lang text not null,
  document text references document(id), search text not null, by text not null, at bigint not null, unique (party, year, no)
);
insert into journal_anew (id, call, application, party, year, no, direction, day, subject, counterpart, body, lang, document, search, by, at)
  select id, call, application, party, year, no, direction, day, subject, counterpart, body, lang, document, search, by, at from journal;
drop table journal;
alter table journal_anew rename to journal;
create index journal_call on journal(call, party, at);
create index journal_application on journal(application, at);
