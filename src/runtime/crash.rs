//! What is left behind when the program ends by a fault: nothing of what it had in memory.
//!
//! A panic says where it happened and not with which words; a crash writes no image of the memory,
//! in which the key and an open case would stand.

use rustix::process::{Resource, Rlimit, setrlimit};

use super::terminal;

/// From now on faults leave no data behind. `message` is what a panic says of itself.
pub fn leave_nothing_behind(message: String) {
    terminal::give_back_on_panic(message);
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Where the system refuses even to lower a limit, the program is none the worse for it.
    let _ = setrlimit(Resource::Core, none);
}
