-- What a visa office asks for of each traveller, and letters whose text was erased when its time was over.
alter table delegation_member add column passport_no text not null default '';
alter table delegation_member add column born text not null default '';
alter table delegation_letter add column erased bigint;
