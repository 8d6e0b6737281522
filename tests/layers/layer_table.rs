//! Checks which layer of the app uses which other layer. The table `LAYERS` lists the allowed uses, as in the drawing
//! in ARCHITECTURE.md.

use std::collections::BTreeSet;

use crate::modules::{Crate, Reference, Target};

/// A layer: a folder of `src`, and the layers and crates that the files of this folder may use.
struct Layer {
    /// The path of the folder, relative to `src`.
    folder: &'static str,
    /// The layers that this layer may use, relative to `src`.
    uses: &'static [&'static str],
    /// The folders and files of other layers that this layer may use, relative to `src`.
    also_uses: &'static [&'static str],
    /// The crates of `WATCHED_CRATES` that this layer may use.
    crates: &'static [&'static str],
}

impl Layer {
    /// Whether the files of this layer may use the file `to`.
    fn may_use(&self, to: &str) -> bool {
        let mut uses = self.uses.iter().chain(self.also_uses);
        uses.any(|used| is_in(to, used))
    }
}

/// The crates that only some layers may use. Every layer may use any other crate of Cargo.toml.
const WATCHED_CRATES: [&str; 5] = ["contract", "domain", "web_sys", "js_sys", "gloo_net"];

/// The layers that every wing of the journey may use.
const BELOW_A_WING: [&str; 9] = [
    "answers", "page", "session", "api", "browser", "ui", "i18n", "routes", "reactive",
];

/// All layers, from top to bottom.
const LAYERS: [Layer; 14] = [
    Layer {
        folder: "app",
        uses: &BELOW_A_WING,
        also_uses: &[
            "journey/find",
            "journey/identity",
            "journey/filing",
            "journey/following",
        ],
        crates: &["contract", "domain"],
    },
    Layer {
        folder: "journey/find",
        uses: &BELOW_A_WING,
        also_uses: &[],
        crates: &["contract", "domain"],
    },
    Layer {
        folder: "journey/identity",
        uses: &BELOW_A_WING,
        also_uses: &[],
        crates: &["contract", "domain"],
    },
    Layer {
        folder: "journey/filing",
        uses: &BELOW_A_WING,
        also_uses: &[
            "journey/identity/consent",
            "journey/identity/require_sign_in",
        ],
        crates: &["contract", "domain"],
    },
    Layer {
        folder: "journey/following",
        uses: &BELOW_A_WING,
        also_uses: &["journey/identity/require_sign_in"],
        crates: &["contract", "domain"],
    },
    Layer {
        folder: "answers",
        uses: &[
            "page", "session", "api", "browser", "ui", "i18n", "routes", "reactive",
        ],
        also_uses: &[],
        crates: &["contract", "domain"],
    },
    Layer {
        folder: "page",
        uses: &[
            "session", "api", "browser", "ui", "i18n", "routes", "reactive",
        ],
        also_uses: &[],
        crates: &["contract", "domain"],
    },
    Layer {
        folder: "session",
        uses: &["api", "browser", "routes", "reactive"],
        also_uses: &[],
        crates: &["contract", "domain"],
    },
    Layer {
        folder: "api",
        uses: &["browser"],
        also_uses: &[],
        crates: &["contract", "domain"],
    },
    Layer {
        folder: "i18n",
        uses: &["browser"],
        also_uses: &[],
        crates: &["contract"],
    },
    Layer {
        folder: "browser",
        uses: &[],
        also_uses: &[],
        crates: &["contract", "domain", "web_sys", "js_sys", "gloo_net"],
    },
    Layer {
        folder: "ui",
        uses: &["reactive"],
        also_uses: &[],
        crates: &["web_sys", "js_sys"],
    },
    Layer {
        folder: "reactive",
        uses: &[],
        also_uses: &[],
        crates: &[],
    },
    Layer {
        folder: "routes",
        uses: &[],
        also_uses: &[],
        crates: &["contract"],
    },
];

/// Files that belong to no layer, because they only list modules.
const OUTSIDE_LAYERS: [&str; 3] = ["src/lib.rs", "src/main.rs", "src/journey/mod.rs"];

/// Finds uses of layers and crates that the table doesn't allow, and files that belong to no layer. Each message
/// explains what to do.
pub(crate) fn forbidden_uses(app: &Crate) -> Vec<String> {
    let files: BTreeSet<&str> = app
        .modules
        .iter()
        .map(|module| module.file.as_str())
        .collect();
    let mut wrong: Vec<String> = files
        .into_iter()
        .filter(|file| layer(file).is_none() && !OUTSIDE_LAYERS.contains(file))
        .map(|file| {
            format!(
                "{file} is in no layer. Move it into one, or add its folder to tests/layers/layer_table.rs and \
                 in ARCHITECTURE.md."
            )
        })
        .collect();
    wrong.extend(app.references().iter().filter_map(forbidden_use));
    wrong.sort();
    wrong.dedup();
    wrong
}

fn forbidden_use(reference: &Reference) -> Option<String> {
    let Reference { from, path, target } = reference;
    let layer = layer(from)?;
    let folder = layer.folder;
    match target {
        Target::Module => None,
        Target::OtherCrate => {
            let outside = path
                .iter()
                .map(String::as_str)
                .find(|name| WATCHED_CRATES.contains(name) && !layer.crates.contains(name))?;
            Some(format!(
                "{from} uses the crate `{outside}`, which `{folder}` may not use. {}",
                advice(outside)
            ))
        }
        Target::File(to) => {
            let is_allowed = is_in(to, folder) || layer.may_use(to);
            (!is_allowed).then(|| {
                format!(
                    "{from} uses `crate::{}` ({to}), which `{folder}` may not use. Pass it in from above as an \
                     argument, or move the code down.",
                    path.join("::")
                )
            })
        }
    }
}

fn layer(file: &str) -> Option<&'static Layer> {
    LAYERS.iter().find(|layer| is_in(file, layer.folder))
}

/// Whether a file is in a folder of `src`, or is the file of the module with the folder's name (`folder.rs`).
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

    /// Runs the check on a made-up app. The file `file` contains `code`, and each layer contains an item that `code`
    /// can use.
    fn wrong_uses(file: &str, code: &str) -> Vec<String> {
        let mut files: Vec<(String, String)> = Vec::new();
        let mut lib = "mod journey;\n".to_owned();
        let mut journey = String::new();
        for layer in &LAYERS {
            let folder = layer.folder;
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
        forbidden_uses(&made_up("src/lib.rs", &files))
    }

    #[test]
    fn finds_a_use_of_a_layer_above() {
        let up = wrong_uses("ui/here.rs", "use crate::journey::find::item::Item;");
        assert!(
            matches!(up.as_slice(), [one] if one.contains("src/journey/find/item.rs")),
            "{up:?}"
        );
        assert_eq!(
            wrong_uses(
                "api/here.rs",
                "use crate::{browser::item::Item, session::item::Item as Other};"
            )
            .len(),
            1
        );
        assert_eq!(
            wrong_uses(
                "browser/here.rs",
                "fn f() { super::super::session::item::Item; }"
            )
            .len(),
            1
        );
        assert_eq!(
            wrong_uses(
                "browser/here.rs",
                "use crate::session; fn f() { session::item::Item; }"
            )
            .len(),
            1
        );
        assert_eq!(
            wrong_uses("browser/here.rs", "use crate::session::item::*;").len(),
            1
        );
        assert_eq!(
            wrong_uses(
                "page/here.rs",
                "fn f() { view! { <p>{crate::answers::item::Item}</p> } }"
            )
            .len(),
            1
        );
    }

    #[test]
    fn allows_the_uses_in_the_table_and_ignores_comments_texts_and_tests() {
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
            assert_eq!(wrong_uses(file, code), Vec::<String>::new(), "{code}");
        }
    }

    #[test]
    fn finds_a_wing_that_uses_another_wing() {
        let named = "use crate::journey::{find::item::Item, filing::item::Item as Own};";
        assert_eq!(wrong_uses("journey/filing/here.rs", named).len(), 1);
        assert_eq!(wrong_uses("journey/find/here.rs", named).len(), 1);
        assert_eq!(
            wrong_uses(
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
            wrong_uses("journey/filing/here.rs", consent),
            Vec::<String>::new()
        );
        let account = "use crate::journey::identity::account::Account;";
        assert_eq!(wrong_uses("journey/filing/here.rs", account).len(), 1);
    }

    #[test]
    fn finds_a_crate_that_a_layer_may_not_use() {
        for (file, code) in [
            ("journey/find/here.rs", "fn f() { web_sys::window(); }"),
            ("ui/here.rs", "use contract::account::Account;"),
            ("i18n/here.rs", "use domain::format;"),
            ("app/here.rs", "use leptos::web_sys::window;"),
        ] {
            assert_eq!(wrong_uses(file, code).len(), 1, "{code}");
        }
        assert_eq!(
            wrong_uses("browser/here.rs", "use gloo_net::http::Request;"),
            Vec::<String>::new()
        );
        assert_eq!(
            wrong_uses("ui/here.rs", "fn f() { let domain = 1; g(domain) }"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn finds_a_file_outside_of_all_layers() {
        let files = [
            (
                "src/lib.rs".to_owned(),
                "mod stuff; mod journey;".to_owned(),
            ),
            ("src/stuff.rs".to_owned(), String::new()),
            ("src/journey/mod.rs".to_owned(), "mod pay;".to_owned()),
            ("src/journey/pay/mod.rs".to_owned(), String::new()),
        ];
        assert_eq!(forbidden_uses(&made_up("src/lib.rs", &files)).len(), 2);
    }
}
