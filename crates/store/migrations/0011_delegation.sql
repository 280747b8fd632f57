-- Posts and who holds them, delegations with all their parts, requests, activities, introductions, news (R30, R74-R92, R130-R131).
-- A partnership is named by its address: the book may hold a visit before it holds the partnership.
create table post (
  id text primary key, slug text not null unique, organisation text not null references organisation(id), title text not null, rank bigint not null, mailbox text not null, contact bigint not null
);
create index post_organisation on post(organisation, rank);
-- an erased person keeps the row: the post was held by somebody
create table person (
  id text primary key, slug text not null unique, name text not null, name_zh text not null, pinyin_family text not null, pinyin_given text not null, passport text not null,
  salutation text not null, erased bigint, version bigint not null, search text not null, at bigint not null
);
create table tenure (
  id text primary key, person text not null references person(id), post text not null references post(id), since text not null, until text not null,
  successor text references person(id), source text not null, at bigint not null
);
create index tenure_post on tenure(post);
create index tenure_person on tenure(person);

create table delegation (
  id text primary key, slug text not null unique, title text not null, kinds text not null, state text not null, visitor text not null, host text not null,
  visitor_org text references organisation(id), host_org text references organisation(id), place text references place(id), dates text not null, first text not null, prepared text not null,
  arrives text, departs text, purpose text not null, areas text not null, partnership text not null, recommended text not null, hosting text not null, report text not null,
  signs bigint not null, recurring bigint not null, public bigint not null, source text not null, version bigint not null, search text not null, at bigint not null, check (visitor <> host)
);
create index delegation_first on delegation(first);
create index delegation_partnership on delegation(partnership);
create table delegation_member (
  delegation text not null references delegation(id), no bigint not null, name text not null, person text references person(id), organisation text references organisation(id),
  organisation_name text not null, post text not null, rank bigint not null, head bigint not null, passport text not null, people bigint not null, primary key (delegation, no)
);
create index delegation_member_person on delegation_member(person);
create table delegation_site (
  delegation text not null references delegation(id), no bigint not null, organisation text references organisation(id), name text not null, day text not null, primary key (delegation, no)
);
create table delegation_topic (
  delegation text not null references delegation(id), no bigint not null, name text not null, finding text not null, area text not null, taken_up bigint not null, primary key (delegation, no)
);
create table delegation_cost (
  delegation text not null references delegation(id), no bigint not null, what text not null, note text not null, payer text not null, minor bigint not null check (minor >= 0),
  currency text not null, reason text not null, primary key (delegation, no)
);
create table delegation_gift (
  delegation text not null references delegation(id), no bigint not null, day text not null, giver text not null, giver_name text not null, recipient text not null, recipient_head bigint not null,
  level text not null, what text not null, minor bigint not null, currency text not null, accepted bigint not null, disposal text not null, primary key (delegation, no)
);
create table delegation_follow_up (
  delegation text not null references delegation(id), no bigint not null, what text not null, owner text not null, due text not null, done text, primary key (delegation, no)
);
-- a programme is never changed, only followed by its next version
create table delegation_programme (delegation text not null references delegation(id), version bigint not null, by text not null, at bigint not null, primary key (delegation, version));
create table delegation_programme_item (
  delegation text not null, version bigint not null, no bigint not null, starts bigint not null, ends bigint not null check (ends > starts), title text not null, place text not null,
  primary key (delegation, version, no), foreign key (delegation, version) references delegation_programme(delegation, version)
);
-- steps of the backward plan that a person ticked off
create table delegation_step (delegation text not null references delegation(id), step text not null, by text not null, at bigint not null, primary key (delegation, step));
create table delegation_letter (
  delegation text not null references delegation(id), no bigint not null, inviter text not null, document text not null references document(id), by text not null, at bigint not null,
  primary key (delegation, no)
);
create table visit_request (
  id text primary key, at bigint not null, wish text not null, name text not null, organisation text not null, contact text not null, lang text not null, area text not null, body text not null,
  wished text not null, post text references post(id), state text not null, assigned text not null, answer text not null, answered bigint, delegation text not null,
  form_key text not null unique, search text not null
);

create table activity (
  id text primary key, slug text not null unique, kind text not null, title text not null, body text not null, dates text not null, first text not null, place text references place(id),
  organiser text references organisation(id), partnership text not null, areas text not null, targets text not null, support text not null, goal text not null, outcome text not null,
  projects bigint, source text not null, version bigint not null, search text not null, at bigint not null
);
create index activity_first on activity(first);
create index activity_partnership on activity(partnership);
create table introduction (
  id text primary key, day text not null, from_org text not null references organisation(id), to_org text not null references organisation(id), purpose text not null, area text not null,
  ask text not null, outcome text not null, by text not null, at bigint not null
);
create table news (
  id text primary key, slug text not null unique, title text not null, lead text not null, body text not null, about text not null, published bigint, changed bigint not null, version bigint not null,
  search text not null
);
create index news_published on news(published);
