-- Administrative handling by both offices, and the journal of every significant document in or out (R133-R135; offentlighedsloven s. 15).
create table eligibility (
  participant text primary key references participant(id), party text not null references party(code), verdict text not null check (verdict in ('eligible', 'ineligible')),
  reason text not null, by text not null, at bigint not null
);
create table handling (
  application text not null references application(id), party text not null references party(code), verdict text not null check (verdict in ('eligible', 'ineligible')),
  note text not null, by text not null, at bigint not null, primary key (application, party)
);
-- subject in three languages; search holds the folded words; a number is never used twice and leaves no gap
create table journal (
  id text primary key, call text not null references call(id), application text references application(id), party text not null references party(code), year bigint not null, no bigint not null,
  direction text not null check (direction in ('in', 'out', 'internal')), day text not null, subject text not null, counterpart text not null, body text not null, lang text not null,
  document text references document(id), search text not null, by text not null, at bigint not null, unique (party, year, no)
);
create index journal_call on journal(call, party, at);
create index journal_application on journal(application, at);
