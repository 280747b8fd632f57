//! How a caller watches and stops a kernel: cancellation, a time limit and progress, without a clock in this crate.

/// The caller's hand on a running kernel.
///
/// * *Cancelled* means: stop, nobody wants the answer; the kernel returns [`Cancelled`].
/// * *Expired* means: the time is up; a kernel that searches returns its best answer so far with an honest bound,
///   a kernel without intermediate answers treats it like cancellation.
///
/// The closures are called often (every few thousand steps), so they should be cheap: an atomic load, an `Instant`.
#[derive(Clone, Copy, Default)]
pub struct Control<'a> {
    cancel: Option<&'a dyn Fn() -> bool>,
    expire: Option<&'a dyn Fn() -> bool>,
    progress: Option<&'a dyn Fn(u64, u64)>,
}

/// The caller asked to stop before there was an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl<'a> Control<'a> {
    /// Runs to the end and tells nobody.
    pub fn free() -> Self {
        Self::default()
    }

    /// Gives up with [`Cancelled`] once the closure says true.
    pub fn cancel_when(mut self, cancel: &'a dyn Fn() -> bool) -> Self {
        self.cancel = Some(cancel);
        self
    }

    /// Settles for the best answer so far once the closure says true.
    pub fn expire_when(mut self, expire: &'a dyn Fn() -> bool) -> Self {
        self.expire = Some(expire);
        self
    }

    /// Hears `(done, total)` in the kernel's own unit (applications placed, nodes searched); `total` 0 = unknown.
    pub fn report_to(mut self, progress: &'a dyn Fn(u64, u64)) -> Self {
        self.progress = Some(progress);
        self
    }

    /// Whether the caller wants no answer any more.
    pub fn cancelled(&self) -> bool {
        self.cancel.is_some_and(|cancel| cancel())
    }

    /// Whether the time is up (cancellation counts as well).
    pub fn expired(&self) -> bool {
        self.expire.is_some_and(|expire| expire()) || self.cancelled()
    }

    /// Tells the caller how far the work is.
    pub fn progress(&self, done: u64, total: u64) {
        if let Some(progress) = self.progress {
            progress(done, total);
        }
    }

    /// `Err(Cancelled)` once the caller asked to stop: `control.go_on()?` inside a loop.
    pub fn go_on(&self) -> Result<(), Cancelled> {
        if self.cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

impl std::fmt::Display for Cancelled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("cancelled")
    }
}

impl std::error::Error for Cancelled {}
