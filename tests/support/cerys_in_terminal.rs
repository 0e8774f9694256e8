//! The program in a real terminal, on the store of `cerys.rs`; use with that and `pty.rs` beside it.

use std::path::Path;

use diogel::store::testing;

use crate::cerys::CLOCK;
use crate::pty::{Pty, PtyProgram, keys};

/// The program, with the chair inside.
pub fn come_in(path: &Path) -> Pty {
    start_as(path, "duty")
}

/// The program, with this person inside.
pub fn start_as(path: &Path, user: &str) -> Pty {
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
