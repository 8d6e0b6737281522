//! Reads the command line and listens.

fn main() {}
