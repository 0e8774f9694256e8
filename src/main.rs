//! The binary's edge: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    // Panics are reported without their message's data; the terminal's guard restores first.
    if color_eyre::config::HookBuilder::blank().install().is_err() {
        return ExitCode::FAILURE;
    }
    diogel::cli::run()
}
