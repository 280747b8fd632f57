//! Blanks personal data whose time is over: at the start and once a day, without anybody asking.

use actions::{Desk, Viewer, person};
use domain::time::Zone;
use std::time::Duration;

const PAUSE: Duration = Duration::from_secs(24 * 3600);

/// Runs until the task is dropped.
pub async fn run(desk: Desk) {
    loop {
        let today = Zone::utc().wall(desk.now()).day;
        match person::expire(&desk, &Viewer::operator(), today).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "personal data past its time was erased"),
            Err(e) => tracing::error!(error = ?e, "personal data past its time could not be erased"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
