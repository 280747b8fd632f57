-- One joint dossier: participants of both parties, money in each one's own currency, answers, attachments, confirmations, submissions (R132, R13-R14, R154).
create table application (
  id text primary key, call text not null references call(id), number text unique, state text not null check (state in ('draft', 'submitted', 'withdrawn')),
  title text not null, lang text not null, acronym text not null, summary text not null, theme bigint not null, start_month text not null, months bigint not null,
  equal_benefit bigint not null, search text not null, version bigint not null, created_by text references account(id), form_key text not null unique, source text not null, at bigint not null
);
create index application_call on application(call, number);
create table editor (application text not null references application(id), account text not null references account(id), primary key (application, account));
-- who last saved one section of the form (project, questions, participants, participant:ID, budget:ID), and its version, so that two editors
-- of different sections never meet and two of the same one get a merge screen
create table application_section (
  application text not null references application(id), name text not null, version bigint not null, by text not null, at bigint not null, primary key (application, name)
);
-- party null: an associated participant of a third country, who can't ask for money. money_stated 0: it stated no money, and none is invented
create table participant (
  id text primary key, application text not null references application(id), no bigint not null, party text references party(code), name text not null, lang text not null, aliases text not null,
  kind text not null, scheme text not null, identifier text not null, city text not null, country text not null, lead bigint not null, email text not null,
  money_stated bigint not null
);
create index participant_application on participant(application, no);
create index participant_email on participant(email);
create table budget_line (
  participant text not null references participant(id), year bigint not null, category text not null, minor bigint not null check (minor >= 0), primary key (participant, year, category)
);
-- own: the participant's own contribution that year, minor units of its side's currency; null where nothing was stated
create table participant_year (
  participant text not null references participant(id), year bigint not null, own bigint, hours bigint not null, primary key (participant, year)
);
create table answer (
  application text not null references application(id), question text not null references question(id), lang text not null, body text not null, primary key (application, question)
);
create table attachment (
  id text primary key, application text not null references application(id), question text references question(id), document text not null references document(id), at bigint not null
);
create index attachment_application on attachment(application);
-- a confirmation holds for one fingerprint of the participant's part and lapses when the part changes
create table confirmation (
  participant text not null references participant(id), application text not null references application(id), fingerprint text not null, by text not null, at bigint not null,
  voided bigint, voided_by text not null, voided_what text not null, primary key (participant, at)
);
create index confirmation_application on confirmation(application);
-- dossier: the frozen bytes; receipt: the signed envelope
create table submission (
  id text primary key, application text not null references application(id), number text not null unique, at bigint not null, sha256 text not null, dossier {BLOB} not null,
  receipt text not null, key_id text not null, form_key text not null unique, late bigint not null, by text not null
);
create index submission_application on submission(application, at);
create index submission_sha256 on submission(sha256);
-- what is being changed in an application that is submitted already: what was submitted stands until this is
create table revision (application text primary key references application(id), content text not null, at bigint not null);
create table late_request (
  id text primary key, application text not null references application(id), at bigint not null, reason text not null, by text not null
);
create table late_answer (
  request text not null references late_request(id), party text not null references party(code), at bigint not null, granted_until bigint, body text not null, by text not null, primary key (request, party)
);
create table withdrawal (application text not null references application(id), at bigint not null, reason text not null, by text not null, undone bigint, primary key (application, at));
-- How the desks' list shows an application that has a number: written with every submission, confirmation and withdrawal, so that a list of
-- thousands reads one narrow row each. first and second: the call's parties in their order. asked: minor units, null where nobody of the side
-- stated money. waits: names of participants that have yet to confirm, a line each.
create table application_line (
  application text primary key references application(id), call text not null references call(id), late bigint not null, submitted bigint not null,
  lead text not null, lead_lang text not null, waits text not null,
  first_parts bigint not null, first_open bigint not null, first_asked bigint, second_parts bigint not null, second_open bigint not null, second_asked bigint
);
create index application_line_call on application_line(call);
