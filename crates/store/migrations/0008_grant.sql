-- Co-financing statements, recommendation, decision, award, evidence, instalment, release, letters (R145-R146, R154-R158).
-- Every key that crosses to the other side carries its party: what a side's money rests on can't be a row of its own.
create unique index participant_side on participant(id, party);
-- a party states that it finances its own participants; at most one statement stands
create table cofinancing_statement (
  id text primary key, application text not null references application(id), party text not null references party(code), minor bigint not null check (minor > 0), currency text not null,
  reference text not null, day text not null, document text references document(id), by text not null, at bigint not null, withdrawn bigint, withdrawn_by text, withdrawn_reason text not null,
  unique (id, application, party)
);
create unique index cofinancing_standing on cofinancing_statement(application, party) where withdrawn is null;
-- no recommendation of a project without a statement of the counterpart (R146)
create table recommendation (
  id text primary key, application text not null, result text not null, party text not null references party(code), counterpart text not null references party(code),
  body text not null references body(id), meeting text not null, day text not null, outcome text not null check (outcome in ('recommended', 'not-recommended')), statement text,
  text text not null, by text not null, at bigint not null,
  unique (application, party), unique (id, application, party), check (party <> counterpart), check (outcome = 'not-recommended' or statement is not null),
  foreign key (result, application) references funded(result, application),
  foreign key (statement, application, counterpart) references cofinancing_statement(id, application, party)
);
create table decision (
  id text primary key, application text not null, party text not null references party(code), body text not null references body(id), recommendation text not null, meeting text not null, day text not null,
  outcome text not null check (outcome in ('granted', 'refused')), minor bigint not null, currency text not null, reason text not null, by text not null, at bigint not null,
  unique (application, party), unique (id, application, party, outcome), check ((outcome = 'granted') = (minor > 0)),
  foreign key (recommendation, application, party) references recommendation(id, application, party)
);
-- an award pays a project that the joint result funds, on a decision to grant
create table award (
  id text primary key, application text not null, result text not null, decision text not null unique, party text not null references party(code), outcome text not null check (outcome = 'granted'),
  minor bigint not null check (minor > 0), currency text not null, by text not null, at bigint not null,
  unique (application, party), unique (id, application, party), unique (id, party),
  foreign key (result, application) references funded(result, application),
  foreign key (decision, application, party, outcome) references decision(id, application, party, outcome)
);
-- a side pays only its own participants (R154): the participant's party is the award's
create table award_share (
  award text not null, participant text not null, party text not null, minor bigint not null check (minor > 0), primary key (award, participant),
  foreign key (award, party) references award(id, party), foreign key (participant, party) references participant(id, party)
);
create table presentation (
  application text not null references application(id), party text not null references party(code), body text not null references body(id), meeting text not null, day text not null,
  by text not null, at bigint not null, primary key (application, party)
);
-- a party shows that its own participants are at work
create table activity_evidence (
  id text primary key, application text not null references application(id), party text not null references party(code), day text not null, what text not null, document text references document(id),
  by text not null, at bigint not null, unique (id, application, party)
);
create table instalment (
  id text primary key, award text not null, application text not null, party text not null, no bigint not null, minor bigint not null check (minor > 0), due text not null,
  unique (award, no), unique (id, application, party), foreign key (award, application, party) references award(id, application, party)
);
-- no release without the presentation (R157), nor without the other party's statement and evidence (R158)
create table release (
  id text primary key, instalment text not null unique, application text not null, party text not null, counterpart text not null, statement text not null, evidence text not null,
  by text not null, at bigint not null, check (party <> counterpart),
  foreign key (instalment, application, party) references instalment(id, application, party),
  foreign key (statement, application, counterpart) references cofinancing_statement(id, application, party),
  foreign key (evidence, application, counterpart) references activity_evidence(id, application, party),
  foreign key (application, party) references presentation(application, party)
);
-- the decision letter of a party to the applicants; a project that moves up from the reserve gets another
create table letter (
  id text primary key, application text not null references application(id), party text not null references party(code), outcome text not null check (outcome in ('granted', 'reserve', 'refused')),
  day text not null, document text not null references document(id), by text not null, at bigint not null, unique (application, party, outcome)
);
-- a letter that could not be set: why, and the order it was given, so that it can be tried again without typing
create table letter_problem (
  application text not null references application(id), party text not null references party(code), kind text not null check (kind in ('glyphs', 'other')), detail text not null,
  body text not null references body(id), day text not null, contact text not null, appeal text not null, at bigint not null, primary key (application, party)
);
