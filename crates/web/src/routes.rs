//! The one table of addresses: method, path, what it asks of permission, handler. Tests walk it as every role.

use crate::{
    about, account, activity, application, assessment, book, call, collaboration, delegation, event, fact, grant, handling, house, idea,
    instrument, journal,
    kit::{App, Problem, Visit, layer},
    news, note, offer, office, organisation, partnership, person, place, presence, priority, programme, reminder, renewal, revision, see,
    source,
};
use actions::Error;
use axum::{
    Router,
    extract::Request,
    middleware::{self, Next},
    response::Response,
    routing::{self, MethodRouter},
};
use domain::{Action, Subject, decide};

/// One address, for the tests that walk them all.
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub action: Action,
}

macro_rules! routes {
    ($($method:ident $path:literal $action:ident $($handler:ident)::+;)*) => {
        pub const TABLE: &[Route] = &[$(Route { method: stringify!($method), path: $path, action: Action::$action }),*];
        fn routed() -> Router<App> {
            Router::new()$(.route($path, gated(Action::$action, routing::$method($($handler)::+))))*
        }
    };
}

routes! {
    get  "/"                          ReadPublic house::home;
    get  "/static/{*path}"            ReadPublic house::asset;
    get  "/favicon.ico"               ReadPublic house::icon;
    get  "/language/{code}"           ReadPublic house::language;
    get  "/about/accessibility"       ReadPublic about::accessibility;
    get  "/about/privacy"             ReadPublic about::privacy;
    get  "/about/cookies"             ReadPublic about::cookies;
    get  "/about/sources"             ReadPublic about::sources;
    get  "/events"                    ReadEvents event::index;
    get  "/sign-in"                   SignIn account::show;
    post "/sign-in"                   SignIn account::request;
    get  "/sign-in/{token}"           SignIn account::confirm;
    post "/sign-in/{token}"           SignIn account::create;
    post "/sign-out"                  SignIn account::destroy;
    get  "/programmes"                ReadPublic programme::index;
    get  "/programmes/{slug}"         ReadPublic programme::show;
    get  "/calls"                     ReadPublic call::public::index;
    get  "/calls/{slug}"              ReadPublic call::public::show;
    get  "/calls/{slug}/announcements/{id}" ReadPublic call::public::announcement;
    get  "/calls/new"                 EditCall call::desk::new;
    post "/calls/new"                 EditCall call::desk::create;
    get  "/calls/{slug}/edit"         EditCall call::desk::edit;
    get  "/calls/{slug}/edit/{part}"  EditCall call::desk::part;
    post "/calls/{slug}/edit/{part}"  EditCall call::desk::update;
    get  "/calls/{slug}/publication"  PublishCall call::publication::show;
    post "/calls/{slug}/publication"  PublishCall call::publication::create;
    get  "/calls/{slug}/extension"    PublishCall call::publication::extension;
    post "/calls/{slug}/extension"    PublishCall call::publication::extend;
    // the partnership book: places, organisations, sources
    get  "/book"                      ReadPublic book::index;
    get  "/book/{what}/import"        EditBook book::bulk::show;
    post "/book/{what}/import"        EditBook book::bulk::create;
    get  "/places"                    ReadPublic place::index;
    get  "/places/new"                EditBook place::edit::new;
    post "/places/new"                EditBook place::edit::create;
    get  "/places/{slug}/edit"        EditBook place::edit::show;
    post "/places/{slug}/edit"        EditBook place::edit::update;
    post "/places/{slug}/spellings"   EditBook place::edit::spell;
    get  "/organisations/new"         EditBook organisation::edit::new;
    post "/organisations/new"         EditBook organisation::edit::create;
    get  "/organisations/{slug}/edit" EditBook organisation::edit::show;
    post "/organisations/{slug}/edit" EditBook organisation::edit::update;
    post "/organisations/{slug}/ties" EditBook organisation::edit::tie;
    get  "/facts/new"                 EditBook fact::new;
    post "/facts"                     EditBook fact::create;
    get  "/sources/new"               EditBook source::new;
    post "/sources/new"               EditBook source::create;
    get  "/places.xlsx"               ReadPublic place::xlsx;
    get  "/places.csv"                ReadPublic place::csv;
    get  "/places/{slug}"             ReadPublic place::show;
    get  "/twin-towns"                ReadPublic place::twin::index;
    get  "/twin-towns.xlsx"           ReadPublic place::twin::xlsx;
    get  "/twin-towns.csv"            ReadPublic place::twin::csv;
    get  "/organisations"             ReadPublic organisation::index;
    get  "/organisations.xlsx"        ReadPublic organisation::xlsx;
    get  "/organisations.csv"         ReadPublic organisation::csv;
    get  "/organisations/{slug}"      ReadPublic organisation::show;
    get  "/sources"                   ReadPublic source::index;
    get  "/sources/{slug}"            ReadPublic source::show;
    get  "/disagreements"             ReadPublic fact::disagreements;
    get  "/facts/{id}/edit"           EditBook fact::edit::show;
    post "/facts/{id}/edit"           EditBook fact::edit::update;
    post "/facts/{id}/withdrawal"     EditBook fact::edit::withdraw;
    get  "/history/{kind}/{slug}"     ReadBook revision::show;
    get  "/calls/{slug}/ideas/new"    SendIdea idea::new;
    get  "/calls/{slug}/ideas/thanks" SendIdea idea::thanks;
    post "/calls/{slug}/ideas"        SendIdea idea::create;
    get  "/calls/{slug}/ideas"        ReadIdeas idea::index;
    get  "/calls/{slug}/ideas.xlsx"   ReadIdeas idea::xlsx;
    get  "/calls/{slug}/ideas.csv"    ReadIdeas idea::csv;

    get  "/partnerships"               ReadPublic partnership::public::index;
    get  "/partnerships.xlsx"          ReadPublic partnership::public::xlsx;
    get  "/partnerships.csv"           ReadPublic partnership::public::csv;
    get  "/partnerships/anniversaries" ReadPublic partnership::public::anniversaries;
    get  "/partnerships/new"           EditBook partnership::edit::new;
    post "/partnerships/new"           EditBook partnership::edit::create;
    get  "/partnerships/{slug}/edit"   EditBook partnership::edit::show;
    post "/partnerships/{slug}/edit"   EditBook partnership::edit::update;
    get  "/partnerships/{slug}/details" EditBook partnership::details::show;
    post "/partnerships/{slug}/details" EditBook partnership::details::update;
    post "/partnerships/{slug}/ties"   EditBook partnership::details::tie;
    get  "/partnerships/{slug}/health" ReadBook partnership::health::show;
    post "/partnerships/{slug}/state"  EditBook partnership::health::state;
    post "/partnerships/{slug}/contacts" EditBook partnership::health::contact;
    get  "/partnerships/{slug}"        ReadPublic partnership::public::show;
    get  "/instruments"                ReadPublic instrument::public::index;
    get  "/instruments.xlsx"           ReadPublic instrument::public::xlsx;
    get  "/instruments.csv"            ReadPublic instrument::public::csv;
    get  "/instruments/new"            EditBook instrument::edit::new;
    post "/instruments/new"            EditBook instrument::edit::create;
    get  "/instruments/{slug}/edit"    EditBook instrument::edit::show;
    post "/instruments/{slug}/edit"    EditBook instrument::edit::update;
    get  "/instruments/{slug}/desk"    EditBook instrument::desk::show;
    post "/instruments/{slug}/desk"    EditBook instrument::desk::update;
    get  "/instruments/{slug}/desk/{part}" EditBook instrument::part::show;
    post "/instruments/{slug}/desk/{part}" EditBook instrument::part::update;
    get  "/instruments/{slug}"         ReadPublic instrument::public::show;
    get  "/instruments/{slug}/documents/{version}" ReadPublic instrument::public::file;
    get  "/reminders"                  ReadBook reminder::index;
    post "/reminders/{id}/acknowledgement" EditBook reminder::acknowledge;
    get  "/instruments/{slug}/renewal" ReadBook renewal::show;
    post "/instruments/{slug}/renewal" EditBook renewal::update;
    get  "/instruments/{slug}/renewal/{paper}" ReadBook renewal::paper;
    get  "/offices"                    ReadPublic office::index;
    get  "/offices.xlsx"               ReadPublic office::xlsx;
    get  "/offices.csv"                ReadPublic office::csv;
    get  "/offices/new"                EditBook office::edit::new;
    post "/offices/new"                EditBook office::edit::create;
    get  "/offices/{slug}/edit"        EditBook office::edit::show;
    post "/offices/{slug}/edit"        EditBook office::edit::update;
    get  "/offices/{slug}"             ReadPublic office::show;

    get  "/verify"                                             ReadPublic application::verify::show;
    post "/verify"                                             ReadPublic application::verify::create;
    get  "/applications"                                       StartApplication application::mine::index;
    get  "/calls/{slug}/applications/new"                      StartApplication application::mine::new;
    post "/calls/{slug}/applications"                          StartApplication application::mine::create;
    get  "/applications/{id}"                                  ReadApplication application::dossier::show;
    get  "/applications/{id}/edit/project"                     EditApplication application::project::show;
    post "/applications/{id}/edit/project"                     EditApplication application::project::update;
    get  "/applications/{id}/edit/participants"                EditApplication application::participant::index;
    get  "/applications/{id}/edit/participants/new"            EditApplication application::participant::new;
    get  "/applications/{id}/edit/participants/{part}"         EditApplication application::participant::show;
    post "/applications/{id}/edit/participants/{part}"         EditApplication application::participant::update;
    post "/applications/{id}/edit/participants/{part}/removal" EditApplication application::participant::remove;
    get  "/applications/{id}/edit/budget"                      EditApplication application::budget::index;
    get  "/applications/{id}/edit/budget/{part}"               EditApplication application::budget::show;
    post "/applications/{id}/edit/budget/{part}"               EditApplication application::budget::update;
    get  "/applications/{id}/edit/questions"                   EditApplication application::question::show;
    post "/applications/{id}/edit/questions"                   EditApplication application::question::update;
    post "/applications/{id}/edit/attachments"                 EditApplication application::file::create;
    post "/applications/{id}/edit/attachments/{file}/removal"  EditApplication application::file::remove;
    get  "/applications/{id}/attachments/{file}"               ReadApplication application::file::show;
    get  "/applications/{id}/edit/confirmations"               EditApplication application::confirmation::index;
    post "/applications/{id}/edit/confirmations/{part}"        EditApplication application::confirmation::create;
    get  "/applications/{id}/participants/{part}"              ReadApplication application::confirmation::show;
    post "/applications/{id}/participants/{part}"              ConfirmPart application::confirmation::update;
    get  "/applications/{id}/submission"                       SubmitApplication application::submission::show;
    post "/applications/{id}/submission"                       SubmitApplication application::submission::create;
    get  "/applications/{id}/receipt/{number}"                 ReadApplication application::receipt::show;
    get  "/applications/{id}/receipt/{number}/paper"           ReadApplication application::receipt::paper;
    get  "/applications/{id}/receipt/{number}/dossier"         ReadApplication application::receipt::dossier;
    get  "/applications/{id}/withdrawal"                       WithdrawApplication application::submission::withdrawal;
    post "/applications/{id}/withdrawal"                       WithdrawApplication application::submission::withdraw_now;
    get  "/applications/{id}/late"                             AskLate application::late::show;
    post "/applications/{id}/late"                             AskLate application::late::create;
    get  "/calls/{slug}/applications"                          ReadDesk application::desk::index;
    get  "/calls/{slug}/applications.xlsx"                     ReadDesk application::export::spreadsheet;
    get  "/calls/{slug}/applications.csv"                      ReadDesk application::export::comma_separated;
    post "/calls/{slug}/applications/{id}/late/{request}"      AnswerLate application::late::answer;

    get  "/calls/{slug}/handling"                              ReadDesk handling::desk::index;
    post "/calls/{slug}/handling/approval"                     HandleApplication handling::desk::approve;
    get  "/applications/{id}/handling"                         ReadDesk handling::case::show;
    post "/applications/{id}/handling"                         HandleApplication handling::case::record;
    get  "/journal"                                            ReadJournal journal::book::index;
    get  "/journal.xlsx"                                       ReadJournal journal::book::spreadsheet;
    get  "/journal.csv"                                        ReadJournal journal::book::comma_separated;
    get  "/journal/{id}"                                       ReadJournal journal::line::show;
    get  "/journal/{id}/document"                              ReadJournal journal::line::file;
    get  "/calls/{slug}/journal"                               ReadJournal journal::book::of_call;
    get  "/calls/{slug}/journal.xlsx"                          ReadJournal journal::book::call_spreadsheet;
    get  "/calls/{slug}/journal.csv"                           ReadJournal journal::book::call_comma_separated;
    get  "/calls/{slug}/letters/new"                           Correspond journal::letter::new;
    post "/calls/{slug}/letters"                               Correspond journal::letter::create;
    get  "/assessments"                                        Assess assessment::mine::index;
    get  "/assessments.xlsx"                                   Assess assessment::mine::xlsx;
    get  "/assessments.csv"                                    Assess assessment::mine::csv;
    get  "/assessments/{id}"                                   Assess assessment::sheet::show;
    post "/assessments/{id}"                                   Assess assessment::sheet::update;
    get  "/assessments/{id}/finish"                            Assess assessment::finish::show;
    post "/assessments/{id}/finish"                            Assess assessment::finish::create;
    post "/assessments/{id}/conflict"                          DeclareConflict assessment::sheet::declare;
    post "/assessments/{id}/return"                            Assess assessment::sheet::give_back;
    get  "/calls/{slug}/assessment"                            ReadDesk assessment::overview::show;
    get  "/calls/{slug}/assessment.xlsx"                       ReadDesk assessment::export::xlsx;
    get  "/calls/{slug}/assessment.csv"                        ReadDesk assessment::export::csv;
    get  "/calls/{slug}/assessment/recommendations/{party}"     ReadDesk assessment::recommendation::show;
    post "/calls/{slug}/assessment/summaries"                  SummarisePanel assessment::overview::summarise;
    post "/calls/{slug}/assessment/closing"                    CloseAssessment assessment::overview::close;
    get  "/applications/{id}/assessment"                       ReadDesk assessment::case::show;
    post "/applications/{id}/assessment"                       SummarisePanel assessment::case::summarise;
    get  "/calls/{slug}/experts"                               AppointExperts assessment::register::index;
    get  "/calls/{slug}/experts.xlsx"                          AppointExperts assessment::register::xlsx;
    get  "/calls/{slug}/experts.csv"                           AppointExperts assessment::register::csv;
    post "/calls/{slug}/experts/appointment"                   AppointExperts assessment::register::appoint;
    post "/calls/{slug}/experts/members"                       AppointExperts assessment::register::seat;
    get  "/calls/{slug}/experts/{id}"                          AppointExperts assessment::expert::show;
    post "/calls/{slug}/experts/{id}"                          AppointExperts assessment::expert::update;
    get  "/calls/{slug}/conflicts"                             DismissConflict assessment::conflict::index;
    get  "/calls/{slug}/conflicts.xlsx"                        DismissConflict assessment::conflict::xlsx;
    get  "/calls/{slug}/conflicts.csv"                         DismissConflict assessment::conflict::csv;
    post "/calls/{slug}/conflicts"                             DeclareConflict assessment::conflict::declare;
    post "/calls/{slug}/conflicts/search"                      DismissConflict assessment::conflict::search;
    get  "/calls/{slug}/conflicts/{id}"                        DismissConflict assessment::conflict::show;
    post "/calls/{slug}/conflicts/{id}"                        DismissConflict assessment::conflict::dismiss;
    get  "/calls/{slug}/assignment"                            AssignExperts assessment::assignment::show;
    get  "/calls/{slug}/assignment.xlsx"                       AssignExperts assessment::assignment::xlsx;
    get  "/calls/{slug}/assignment.csv"                        AssignExperts assessment::assignment::csv;
    get  "/calls/{slug}/assignment/certificate"                AssignExperts assessment::assignment::certificate;
    get  "/calls/{slug}/assignment/rehearsal"                  AssignExperts assessment::plan::show;
    post "/calls/{slug}/assignment/rehearsal"                  AssignExperts assessment::plan::create;
    get  "/calls/{slug}/assignment/{id}"                       AssignExperts assessment::place::show;
    post "/calls/{slug}/assignment/{id}"                       AssignExperts assessment::place::add;
    post "/calls/{slug}/assignment/{id}/removal"               AssignExperts assessment::place::remove;

    get  "/calls/{slug}/priorities"                     ReadPriorities priority::list::show;
    post "/calls/{slug}/priorities"                     RankPriorities priority::list::update;
    get  "/calls/{slug}/priorities.xlsx"                ReadPriorities priority::sheet::xlsx;
    get  "/calls/{slug}/priorities.csv"                 ReadPriorities priority::sheet::csv;
    post "/calls/{slug}/priorities/rehearsal"           RankPriorities priority::sheet::create;
    get  "/calls/{slug}/priorities/sealing"             SealPriorities priority::seal::new;
    post "/calls/{slug}/priorities/sealing"             SealPriorities priority::seal::create;
    post "/calls/{slug}/priorities/reveal"              RevealPriorities priority::seal::reveal;
    post "/calls/{slug}/priorities/void"                VoidRound priority::seal::ask_void;
    post "/calls/{slug}/priorities/void/agreement"      VoidRound priority::seal::agree_void;
    get  "/calls/{slug}/joint"                          ReadResult priority::joint::show;
    post "/calls/{slug}/joint/results"                  ProposeResult priority::result::create;
    post "/calls/{slug}/joint/revision"                 ProposeResult priority::result::rerun;
    get  "/calls/{slug}/joint/results/{no}/body"        ReadResult priority::result::body;
    post "/calls/{slug}/joint/results/{no}/answer"      AnswerResult priority::result::answer;

    get  "/calls/{slug}/grants"                                ReadGrants grant::index::index;
    get  "/calls/{slug}/grants.xlsx"                           ReadGrants grant::index::spreadsheet;
    get  "/calls/{slug}/grants.csv"                            ReadGrants grant::index::comma_separated;
    get  "/calls/{slug}/grants/papers/{party}/{lang}"          ReadGrants grant::paper::show;
    get  "/calls/{slug}/grants/papers/{party}/{lang}/pdf"      ReadGrants grant::paper::pdf;
    get  "/calls/{slug}/grants/letters"                        Correspond grant::letter::index;
    post "/calls/{slug}/grants/letters"                        Correspond grant::letter::create;
    post "/calls/{slug}/grants/letters/again"                  Correspond grant::letter::retry;
    get  "/applications/{id}/letters/{letter}"                 ReadApplication grant::letter::show;
    get  "/applications/{id}/grant"                            ReadGrants grant::project::show;
    get  "/applications/{id}/grant/documents/{document}"       ReadGrants grant::project::document;
    get  "/applications/{id}/grant/statement"                 ReadGrants grant::step::show;
    post "/applications/{id}/grant/statement"                 StateCofinancing grant::step::statement;
    get  "/applications/{id}/grant/withdrawal"                ReadGrants grant::step::show;
    post "/applications/{id}/grant/withdrawal"                StateCofinancing grant::step::withdrawal;
    get  "/applications/{id}/grant/recommendation"            ReadGrants grant::step::show;
    post "/applications/{id}/grant/recommendation"            Recommend grant::step::recommendation;
    get  "/applications/{id}/grant/decision"                  ReadGrants grant::step::show;
    post "/applications/{id}/grant/decision"                  DecideGrant grant::step::decision;
    get  "/applications/{id}/grant/award"                     ReadGrants grant::step::show;
    post "/applications/{id}/grant/award"                     AwardGrant grant::step::award;
    get  "/applications/{id}/grant/plan"                      ReadGrants grant::step::show;
    post "/applications/{id}/grant/plan"                      AwardGrant grant::step::plan;
    get  "/applications/{id}/grant/presentation"              ReadGrants grant::step::show;
    post "/applications/{id}/grant/presentation"              Recommend grant::step::presentation;
    get  "/applications/{id}/grant/evidence"                  ReadGrants grant::step::show;
    post "/applications/{id}/grant/evidence"                  EvidenceActivity grant::step::evidence;
    get  "/applications/{id}/grant/release"                   ReadGrants grant::step::show;
    post "/applications/{id}/grant/release"                   ReleaseGrant grant::step::release_now;

    // delegations, activities, people in posts, news
    get  "/delegations"                                ReadPublic delegation::index::index;
    get  "/delegations.xlsx"                           ReadPublic delegation::index::xlsx;
    get  "/delegations.csv"                            ReadPublic delegation::index::csv;
    get  "/delegations/new"                            EditBook delegation::form::new;
    post "/delegations/new"                            EditBook delegation::form::create;
    get  "/delegations/{slug}"                         ReadPublic delegation::show::show;
    get  "/delegations/{slug}/edit"                    EditBook delegation::form::edit;
    post "/delegations/{slug}/edit"                    EditBook delegation::form::update;
    get  "/delegations/{slug}/report"                  EditBook delegation::form::report;
    post "/delegations/{slug}/report"                  EditBook delegation::form::save_report;
    post "/delegations/{slug}/plan"                    EditBook delegation::show::tick;
    get  "/delegations/{slug}/programme/edit"          EditBook delegation::programme::edit;
    post "/delegations/{slug}/programme"               EditBook delegation::programme::update;
    get  "/delegations/{slug}/programme/changes"       ReadBook delegation::programme::changes;
    get  "/delegations/{slug}/programme.ics"           ReadBook delegation::programme::ics;
    get  "/delegations/{slug}/letter"                  EditBook delegation::letter::new;
    post "/delegations/{slug}/letter"                  EditBook delegation::letter::create;
    get  "/delegations/{slug}/letters/{no}"            ReadBook delegation::letter::file;
    get  "/delegations/{slug}/{sort}"                  EditBook delegation::part::show;
    post "/delegations/{slug}/{sort}"                  EditBook delegation::part::save;
    post "/delegations/{slug}/{sort}/{no}/removal"     EditBook delegation::part::remove;
    get  "/gifts"                                      ReadBook delegation::gift::index;
    get  "/gifts.xlsx"                                 ReadBook delegation::gift::xlsx;
    get  "/gifts.csv"                                  ReadBook delegation::gift::csv;
    get  "/requests/new"                               RequestVisit delegation::request::new;
    post "/requests/new"                               RequestVisit delegation::request::create;
    get  "/requests/thanks"                            RequestVisit delegation::request::thanks;
    get  "/requests"                                   ReadBook delegation::request::index;
    get  "/requests.xlsx"                              ReadBook delegation::request::xlsx;
    get  "/requests.csv"                               ReadBook delegation::request::csv;
    get  "/requests/{id}"                              ReadBook delegation::request::show;
    post "/requests/{id}/{step}"                       EditBook delegation::request::update;
    get  "/activities"                                 ReadPublic activity::index::index;
    get  "/activities.xlsx"                            ReadPublic activity::index::xlsx;
    get  "/activities.csv"                             ReadPublic activity::index::csv;
    get  "/activities.ics"                             ReadPublic activity::index::ics;
    get  "/activities/new"                             EditBook activity::form::new;
    post "/activities/new"                             EditBook activity::form::create;
    get  "/activities/{slug}"                          ReadPublic activity::show::show;
    get  "/activities/{slug}/edit"                     EditBook activity::form::edit;
    post "/activities/{slug}/edit"                     EditBook activity::form::update;
    get  "/introductions"                              ReadBook activity::introduction::index;
    get  "/introductions.xlsx"                         ReadBook activity::introduction::xlsx;
    get  "/introductions.csv"                          ReadBook activity::introduction::csv;
    post "/introductions"                              EditBook activity::introduction::create;
    post "/introductions/{id}"                         EditBook activity::introduction::follow_up;
    get  "/contacts"                                   ReadBook person::index;
    get  "/contacts.xlsx"                              ReadBook person::xlsx;
    get  "/contacts.csv"                               ReadBook person::csv;
    get  "/contacts/new"                               EditBook person::new_post;
    post "/contacts/new"                               EditBook person::create_post;
    post "/contacts/retention"                         EditBook person::expire;
    get  "/contacts/{slug}"                            EditBook person::edit_post;
    post "/contacts/{slug}"                            EditBook person::update_post;
    get  "/people"                                     ReadBook person::trace::index;
    post "/people/erasure"                             EditBook person::trace::erase;
    get  "/people/new"                                 EditBook person::new;
    post "/people/new"                                 EditBook person::create;
    get  "/people/{slug}"                              ReadBook person::show;
    get  "/people/{slug}/edit"                         EditBook person::edit;
    post "/people/{slug}/edit"                         EditBook person::update;
    post "/people/{slug}/erasure"                      EditBook person::erase;
    get  "/news"                                       ReadPublic news::index;
    get  "/news.atom"                                  ReadPublic news::atom_feed;
    get  "/news/new"                                   EditBook news::new;
    post "/news/new"                                   EditBook news::create;
    get  "/news/{slug}"                                ReadPublic news::show;
    get  "/news/{slug}/qr.svg"                         ReadPublic news::qr;
    get  "/news/{slug}/edit"                           EditBook news::edit;
    post "/news/{slug}/edit"                           EditBook news::update;
    post "/news/{slug}/publication"                    EditBook news::publish;

    get  "/map"                          ReadPublic see::map;
    get  "/map.xlsx"                     ReadPublic see::xlsx;
    get  "/map.csv"                      ReadPublic see::csv;
    get  "/matrix"                       ReadPublic see::matrix;
    get  "/places/{slug}/network"        ReadPublic see::of_place;
    get  "/organisations/{slug}/network" ReadPublic see::of_organisation;
    get  "/collaborations"               ReadPublic collaboration::index;
    get  "/collaborations.xlsx"          ReadPublic collaboration::xlsx;
    get  "/collaborations.csv"           ReadPublic collaboration::csv;
    get  "/collaborations/new"           EditBook collaboration::form::new;
    post "/collaborations/new"           EditBook collaboration::form::create;
    get  "/collaborations/{slug}"        ReadPublic collaboration::show;
    get  "/collaborations/{slug}/edit"   EditBook collaboration::form::edit;
    post "/collaborations/{slug}/edit"   EditBook collaboration::form::update;
    get  "/offers"                       ReadPublic offer::index;
    get  "/offers.xlsx"                  ReadPublic offer::xlsx;
    get  "/offers.csv"                   ReadPublic offer::csv;
    get  "/offers/new"                   EditBook offer::form::new;
    post "/offers/new"                   EditBook offer::form::create;
    get  "/offers/{slug}"                ReadPublic offer::show;
    get  "/offers/{slug}/edit"           EditBook offer::form::edit;
    post "/offers/{slug}/edit"           EditBook offer::form::update;
    get  "/presences"                    ReadPublic presence::index;
    get  "/presences.xlsx"               ReadPublic presence::xlsx;
    get  "/presences.csv"                ReadPublic presence::csv;
    get  "/presences/new"                EditBook presence::form::new;
    post "/presences/new"                EditBook presence::form::create;
    get  "/presences/{slug}"             ReadPublic presence::show;
    get  "/presences/{slug}/edit"        EditBook presence::form::edit;
    post "/presences/{slug}/edit"        EditBook presence::form::update;

    get  "/places/{slug}/background"        ReadPublic note::live::show;
    get  "/places/{slug}/background/{lang}" ReadPublic note::live::pdf;
    post "/places/{slug}/background"        EditBook note::live::create;
    get  "/notes"                           ReadBook note::index;
    get  "/notes.xlsx"                      ReadBook note::xlsx;
    get  "/notes.csv"                       ReadBook note::csv;
    get  "/notes/{id}"                      ReadBook note::show;
    get  "/notes/{id}/pdf"                  ReadBook note::pdf;
    get  "/notes/{id}/edit"                 EditBook note::draft::show;
    post "/notes/{id}/edit"                 EditBook note::draft::update;
    get  "/notes/{id}/filing"               EditBook note::filed::show;
    post "/notes/{id}/filing"               EditBook note::filed::create;
    get  "/notes/{id}/changes"              ReadBook note::filed::changes;
    post "/notes/{id}/next"                 EditBook note::filed::follow;
}

/// Who keeps the book is asked here, once for all its forms and before one is read: the answer needs nothing loaded. What needs the thing itself
/// is asked where that is loaded, and every act is decided again where it happens.
fn gated(action: Action, route: MethodRouter<App>) -> MethodRouter<App> {
    match action {
        Action::EditBook => route.route_layer(middleware::from_fn(keepers_only)),
        _ => route,
    }
}

async fn keepers_only(request: Request, next: Next) -> Result<Response, Problem> {
    let viewer = request.extensions().get::<Visit>().map(|visit| visit.viewer.actor()).unwrap_or_default();
    decide(&viewer, Action::EditBook, &Subject::Site).map_err(Error::from)?;
    Ok(next.run(request).await)
}

pub fn router(app: App) -> Router {
    routed()
        .fallback(async || Problem::from(Error::NotFound))
        .layer(axum::extract::DefaultBodyLimit::max(crate::kit::form::MAX_BODY as usize))
        .layer(middleware::from_fn_with_state(app.clone(), layer::visit))
        .with_state(app)
}
