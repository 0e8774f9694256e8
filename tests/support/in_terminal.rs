//! The program in a real terminal, on a store of people; use with `pty.rs` and `stores.rs`
//! beside it.

use std::path::Path;

use diogel::store::testing;

use crate::pty::{Pty, PtyProgram, keys};
use crate::stores::CLOCK;

/// The program, with this person inside.
pub fn come_in(path: &Path, user: &str) -> Pty {
    let mut app = PtyProgram::diogel()
        .args(["--user", user, "--store"])
        .args([path])
        .env("DIOGEL_CLOCK", CLOCK)
        .start();
    app.wait_for_text("fictional");
    app.send(testing::PASSPHRASE);
    app.send(keys::ENTER);
    app
}
