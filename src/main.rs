//! The binary's edge.

fn main() {}
