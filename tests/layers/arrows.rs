//! The arrows between the rooms of the app (ARCHITECTURE.md) as a table, and the check of a file's references against it.

use std::collections::BTreeSet;

use crate::modules::{Crate, Reference, Target};

/// A folder of `src` that others may use as a whole, and what its files may name beside themselves.
struct Room {
    /// The folder, from `src`.
    folder: &'static str,
    /// Rooms, or folders of rooms, whose items it may name.
    uses: &'static [&'static str],
    crates: &'static [&'static str],
}

/// The crates that only some rooms may name. Any other crate is decided in Cargo.toml.
const WATCHED_CRATES: [&str; 5] = ["contract", "domain", "web_sys", "js_sys", "gloo_net"];

/// What every wing of the journey may use.
const BELOW_A_WING: [&str; 8] = [
    "answers", "page", "session", "api", "browser", "ui", "i18n", "routes",
];

/// Every room, the upper ones first. An arrow that is not listed here is refused.
const ROOMS: [Room; 13] = [
    Room {
        folder: "app",
        uses: &[
            "journey/find",
            "journey/identity",
            "journey/filing",
            "journey/following",
            "answers",
            "page",
            "session",
            "api",
            "browser",
            "ui",
            "i18n",
            "routes",
        ],
        crates: &["contract", "domain"],
    },
    Room {
        folder: "journey/find",
        uses: &BELOW_A_WING,
        crates: &["contract", "domain"],
    },
    Room {
        folder: "journey/identity",
        uses: &BELOW_A_WING,
        crates: &["contract", "domain"],
    },
    Room {
        folder: "journey/filing",
        uses: &[
            "journey/identity/consent",
            "journey/identity/require_sign_in",
            "answers",
            "page",
            "session",
            "api",
            "browser",
            "ui",
            "i18n",
            "routes",
        ],
        crates: &["contract", "domain"],
    },
    Room {
        folder: "journey/following",
        uses: &[
            "journey/identity/require_sign_in",
            "answers",
            "page",
            "session",
            "api",
            "browser",
            "ui",
            "i18n",
            "routes",
        ],
        crates: &["contract", "domain"],
    },
    Room {
        folder: "answers",
        uses: &["page", "session", "api", "browser", "ui", "i18n", "routes"],
        crates: &["contract", "domain"],
    },
    Room {
        folder: "page",
        uses: &["session", "api", "browser", "ui", "i18n", "routes"],
        crates: &["contract", "domain"],
    },
    Room {
        folder: "session",
        uses: &["api", "browser", "routes"],
        crates: &["contract", "domain"],
    },
    Room {
        folder: "api",
        uses: &["browser"],
        crates: &["contract", "domain"],
    },
    Room {
        folder: "i18n",
        uses: &["browser"],
        crates: &["contract"],
    },
    Room {
        folder: "browser",
        uses: &[],
        crates: &["contract", "domain", "web_sys", "js_sys", "gloo_net"],
    },
    Room {
        folder: "ui",
        uses: &[],
        crates: &["web_sys", "js_sys"],
    },
    Room {
        folder: "routes",
        uses: &[],
        crates: &["contract"],
    },
];

/// Files that join the rooms, and therefore are in none.
const JOINTS: [&str; 3] = ["src/lib.rs", "src/main.rs", "src/journey/mod.rs"];

/// What breaks the table in the app, each as a sentence that tells what to do.
pub(crate) fn broken_arrows(app: &Crate) -> Vec<String> {
    let files: BTreeSet<&str> = app
        .modules
        .iter()
        .map(|module| module.file.as_str())
        .collect();
    let mut broken: Vec<String> = files
        .into_iter()
        .filter(|file| room(file).is_none() && !JOINTS.contains(file))
        .map(|file| {
            format!(
                "{file} is in no room of the app. Move it into one, or give its folder a row in tests/layers/arrows.rs and \
                 in ARCHITECTURE.md."
            )
        })
        .collect();
    broken.extend(app.references().iter().filter_map(broken_arrow));
    broken.sort();
    broken.dedup();
    broken
}

fn broken_arrow(reference: &Reference) -> Option<String> {
    let Reference { from, path, target } = reference;
    let room = room(from)?;
    let folder = room.folder;
    match target {
        Target::Module => None,
        Target::OtherCrate => {
            let outside = path
                .iter()
                .map(String::as_str)
                .find(|name| WATCHED_CRATES.contains(name) && !room.crates.contains(name))?;
            Some(format!(
                "{from} names the crate `{outside}`, which `{folder}` may not use. {}",
                advice(outside)
            ))
        }
        Target::File(to) => {
            let is_allowed = is_in(to, folder) || room.uses.iter().any(|used| is_in(to, used));
            (!is_allowed).then(|| {
                format!(
                    "{from} names `crate::{}` ({to}), and no arrow goes from `{folder}` there. Pass it in from above as an \
                     argument, or move the code down.",
                    path.join("::")
                )
            })
        }
    }
}

fn room(file: &str) -> Option<&'static Room> {
    ROOMS.iter().find(|room| is_in(file, room.folder))
}

/// Whether a file is in a folder of `src`, or is the module of that name.
fn is_in(file: &str, folder: &str) -> bool {
    let rest = file
        .strip_prefix("src/")
        .and_then(|file| file.strip_prefix(folder));
    rest.is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
}

fn advice(name: &str) -> &'static str {
    match name {
        "web_sys" | "js_sys" | "gloo_net" => {
            "Put it behind a function of src/browser (the device) or src/ui (the screen)."
        }
        _ => "Let strings and callbacks come in as arguments.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modules::made_up;

    /// The complaints about a file with that code, in an app that has an item `Item` in a file of each room.
    fn complaints(file: &str, code: &str) -> Vec<String> {
        let mut files: Vec<(String, String)> = Vec::new();
        let mut lib = "mod journey;\n".to_owned();
        let mut journey = String::new();
        for room in &ROOMS {
            let folder = room.folder;
            match folder.strip_prefix("journey/") {
                Some(wing) => journey += &format!("pub mod {wing};\n"),
                None => lib += &format!("pub mod {folder};\n"),
            }
            let module = match folder {
                "journey/identity" => {
                    "mod consent; mod account; pub use consent::Consent; mod here; pub mod item;"
                }
                _ => "mod here; pub mod item;",
            };
            files.push((format!("src/{folder}/mod.rs"), module.to_owned()));
            files.push((
                format!("src/{folder}/item.rs"),
                "pub struct Item;".to_owned(),
            ));
        }
        files.push((
            "src/journey/identity/consent/mod.rs".to_owned(),
            "pub struct Consent;".to_owned(),
        ));
        files.push((
            "src/journey/identity/account.rs".to_owned(),
            "pub struct Account;".to_owned(),
        ));
        files.push(("src/lib.rs".to_owned(), lib));
        files.push(("src/journey/mod.rs".to_owned(), journey));
        files.push((format!("src/{file}"), code.to_owned()));
        broken_arrows(&made_up("src/lib.rs", &files))
    }

    #[test]
    fn finds_an_arrow_that_points_up() {
        let up = complaints("ui/here.rs", "use crate::journey::find::item::Item;");
        assert!(
            matches!(up.as_slice(), [one] if one.contains("src/journey/find/item.rs")),
            "{up:?}"
        );
        assert_eq!(
            complaints(
                "api/here.rs",
                "use crate::{browser::item::Item, session::item::Item as Other};"
            )
            .len(),
            1
        );
        assert_eq!(
            complaints(
                "browser/here.rs",
                "fn f() { super::super::session::item::Item; }"
            )
            .len(),
            1
        );
        assert_eq!(
            complaints(
                "browser/here.rs",
                "use crate::session; fn f() { session::item::Item; }"
            )
            .len(),
            1
        );
        assert_eq!(
            complaints("browser/here.rs", "use crate::session::item::*;").len(),
            1
        );
        assert_eq!(
            complaints(
                "page/here.rs",
                "fn f() { view! { <p>{crate::answers::item::Item}</p> } }"
            )
            .len(),
            1
        );
    }

    #[test]
    fn allows_arrows_of_the_table_and_ignores_comments_and_texts() {
        for (file, code) in [
            ("ui/here.rs", "use crate::ui::item::Item;"),
            ("answers/here.rs", "use crate::page::item::Item;"),
            (
                "routes/here.rs",
                "/// See `crate::journey`.\nfn f() { g(\"crate::ui::item::Item\") }",
            ),
            (
                "routes/here.rs",
                "#[cfg(test)]\nmod tests { use crate::ui::item::Item; }",
            ),
        ] {
            assert_eq!(complaints(file, code), Vec::<String>::new(), "{code}");
        }
    }

    #[test]
    fn finds_a_wing_that_names_another_wing() {
        let named = "use crate::journey::{find::item::Item, filing::item::Item as Own};";
        assert_eq!(complaints("journey/filing/here.rs", named).len(), 1);
        assert_eq!(complaints("journey/find/here.rs", named).len(), 1);
        assert_eq!(
            complaints(
                "journey/find/here.rs",
                "use crate::journey::identity::Consent;"
            )
            .len(),
            1
        );
    }

    #[test]
    fn filing_may_use_consent_and_nothing_else_of_identity() {
        let consent = "use crate::journey::identity::Consent;";
        assert_eq!(
            complaints("journey/filing/here.rs", consent),
            Vec::<String>::new()
        );
        let account = "use crate::journey::identity::account::Account;";
        assert_eq!(complaints("journey/filing/here.rs", account).len(), 1);
    }

    #[test]
    fn finds_a_crate_in_the_wrong_room() {
        for (file, code) in [
            ("journey/find/here.rs", "fn f() { web_sys::window(); }"),
            ("ui/here.rs", "use contract::account::Account;"),
            ("i18n/here.rs", "use domain::format;"),
            ("app/here.rs", "use leptos::web_sys::window;"),
        ] {
            assert_eq!(complaints(file, code).len(), 1, "{code}");
        }
        assert_eq!(
            complaints("browser/here.rs", "use gloo_net::http::Request;"),
            Vec::<String>::new()
        );
        assert_eq!(
            complaints("ui/here.rs", "fn f() { let domain = 1; g(domain) }"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn finds_a_file_outside_every_room() {
        let files = [
            (
                "src/lib.rs".to_owned(),
                "mod stuff; mod journey;".to_owned(),
            ),
            ("src/stuff.rs".to_owned(), String::new()),
            ("src/journey/mod.rs".to_owned(), "mod pay;".to_owned()),
            ("src/journey/pay/mod.rs".to_owned(), String::new()),
        ];
        assert_eq!(broken_arrows(&made_up("src/lib.rs", &files)).len(), 2);
    }
}
