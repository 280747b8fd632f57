-- A call with its own instants, pots, criteria and questions; its archived announcements; ideas anyone may send (R122-R123, R136).
create table call (
  id text primary key, slug text not null unique, programme text not null references programme(id), title text not null, summary text not null, theme bigint not null,
  opens bigint not null, closes bigint not null, confirmation_rule text not null check (confirmation_rule in ('all', 'drop', 'later')),
  max_months bigint not null, published bigint, presented_to text references body(id), presented_on text, version bigint not null, made_up bigint not null, at bigint not null
);
-- a party's own last instant for completing half pairs and confirmations
create table call_window (call text not null references call(id), party text not null references party(code), completes bigint not null, primary key (call, party));
create table pot (
  call text not null references call(id), party text not null references party(code), year bigint not null, minor bigint not null, currency text not null,
  primary key (call, party, year)
);
create table criterion (
  id text primary key, call text not null references call(id), no bigint not null, label text not null, help text not null, weight bigint not null, anchors text not null, unique (call, no)
);
create table question (
  id text primary key, call text not null references call(id), no bigint not null, kind text not null check (kind in ('text', 'choice', 'number', 'table', 'file')),
  label text not null, help text not null, required bigint not null, options text not null, max_length bigint not null, unique (call, no)
);
-- each office agrees to one version of the draft; the second agreement publishes it, an edit makes both lapse (R129)
create table call_consent (
  call text not null references call(id), party text not null references party(code), version bigint not null, by text not null, at bigint not null, primary key (call, party)
);
-- a later closing for everybody after an outage
create table extension (
  id text primary key, call text not null references call(id), at bigint not null, closed bigint not null, closes bigint not null, reason text not null, by text not null
);
create index extension_call on extension(call, at);
create table announcement (
  id text primary key, call text not null references call(id), at bigint not null, body text not null, sha256 text not null, cause text not null
);
create table idea (
  id text primary key, call text not null references call(id), at bigint not null, title text not null, lang text not null, body text not null, organisation text not null,
  party text not null, contact text not null, search text not null, form_key text not null unique
);
create index idea_call on idea(call, at);
create index announcement_call on announcement(call, at);
