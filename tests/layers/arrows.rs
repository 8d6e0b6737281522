//! The arrows of ARCHITECTURE.md as a table, and the check of one file against it.
//! Never reads the disk: a file comes in as its path and its text.

use crate::source::{code_of, names_crate, paths_in_crate};

/// A module at the top of `src`, and what a file in it may name beside itself.
struct Layer {
    name: &'static str,
    modules: &'static [&'static str],
    crates: &'static [&'static str],
}

/// The crates that only some layers may name. Any other crate is Cargo.toml's affair.
const WATCHED_CRATES: [&str; 5] = ["contract", "domain", "web_sys", "js_sys", "gloo_net"];

const LAYERS: [Layer; 8] = [
    Layer {
        name: "journey",
        modules: &["ui", "session", "api", "browser", "i18n", "routes"],
        crates: &["contract", "domain"],
    },
    Layer {
        name: "embed",
        modules: &["routes"],
        crates: &["contract", "web_sys", "js_sys"],
    },
    Layer {
        name: "session",
        modules: &["api", "browser", "routes"],
        crates: &["contract", "domain"],
    },
    Layer {
        name: "api",
        modules: &["browser"],
        crates: &["contract", "domain"],
    },
    Layer {
        name: "browser",
        modules: &[],
        crates: &["contract", "domain", "web_sys", "js_sys", "gloo_net"],
    },
    Layer {
        name: "ui",
        modules: &[],
        crates: &["web_sys", "js_sys"],
    },
    Layer {
        name: "i18n",
        modules: &["browser"],
        crates: &["contract"],
    },
    Layer {
        name: "routes",
        modules: &[],
        crates: &["contract"],
    },
];

/// The steps of the journey: folders that do not know each other. What stands beside them serves them all.
const STEPS: [&str; 10] = [
    "sign_in",
    "account",
    "find_procedure",
    "fill_form",
    "read_declarations",
    "attach_files",
    "submit",
    "track_dossiers",
    "look_up",
    "give_feedback",
];

/// These join the layers, so they may name each of them, but not the browser itself.
const JOINTS: [&str; 3] = ["main", "lib", "app"];

/// What is wrong with the arrows of the file at `path` (below `src`, with `/`), each a sentence that says what to do.
pub(crate) fn broken_arrows(path: &str, text: &str) -> Vec<String> {
    let code = code_of(text);
    let module: Vec<&str> = path
        .trim_end_matches(".rs")
        .split('/')
        .filter(|part| *part != "mod")
        .collect();
    let Some(top) = module.first() else {
        return Vec::new();
    };
    let layer = LAYERS.iter().find(|layer| layer.name == *top);
    if layer.is_none() && !JOINTS.contains(top) {
        return vec![format!(
            "src/{path}: `{top}` has no place in the layers. Put the file into one of them, or give it a row in \
             tests/layers/arrows.rs and in ARCHITECTURE.md."
        )];
    }
    let crates = layer.map_or(["contract", "domain"].as_slice(), |layer| layer.crates);
    if let ["journey", folder, _, ..] = *module
        && !STEPS.contains(&folder)
    {
        return vec![format!(
            "src/{path}: `{folder}` is no step of the journey. Put the file into a step, or give the step a place in \
             tests/layers/arrows.rs and in ARCHITECTURE.md."
        )];
    }
    let mut broken: Vec<String> = WATCHED_CRATES
        .iter()
        .filter(|name| names_crate(&code, name) && !crates.contains(*name))
        .map(|name| {
            format!(
                "src/{path} names the crate `{name}`, which `{top}` may not. {}",
                what_to_do(name)
            )
        })
        .collect();
    let Some(layer) = layer else {
        return broken;
    };
    for target in paths_in_crate(&code, &module) {
        let Some(named) = target.first() else {
            continue;
        };
        let above =
            LAYERS.iter().any(|other| other.name == named) || JOINTS.contains(&named.as_str());
        if above && named != layer.name && !layer.modules.contains(&named.as_str()) {
            broken.push(format!(
                "src/{path} names `crate::{named}`, and the arrow from `{top}` does not go there. Hand it in from above \
                 as an argument, or move the code down.",
            ));
        }
        if let Some(sentence) = crossing(path, &module, &target) {
            broken.push(sentence);
        }
    }
    broken
}

/// A step of the journey that names another step.
fn crossing(path: &str, module: &[&str], target: &[String]) -> Option<String> {
    let (["journey", from, ..], [journey, to, ..]) = (module, target) else {
        return None;
    };
    let allowed = *from == to || (*from == "fill_form" && to == "attach_files");
    (journey == "journey" && !allowed && STEPS.contains(&to.as_str())).then(|| {
        format!(
            "src/{path} names the step `{to}` of the journey. Steps meet only by address: link to it through `routes`, or \
             move what both need to `ui`, `session` or `domain`."
        )
    })
}

fn what_to_do(name: &str) -> &'static str {
    match name {
        "web_sys" | "js_sys" | "gloo_net" => {
            "Put it behind a function of src/browser (the device) or src/ui (the screen)."
        }
        _ => "Let strings and callbacks come in as arguments.",
    }
}

#[test]
fn an_arrow_that_points_up_is_found() {
    let up = broken_arrows("ui/button.rs", "//! x\nuse crate::journey::sign_in::Page;");
    assert!(
        up.iter().any(|why| why.contains("`crate::journey`")),
        "{up:?}"
    );
    assert_eq!(
        broken_arrows("ui/button.rs", "use crate::ui::notice::Notice;"),
        Vec::<String>::new()
    );
    assert_eq!(
        broken_arrows("api.rs", "use crate::{browser::http, session::Session};").len(),
        1
    );
    assert_eq!(
        broken_arrows("browser/http.rs", "fn f() { super::super::session::end() }").len(),
        1
    );
    assert_eq!(
        broken_arrows(
            "routes.rs",
            "/// See `crate::journey`.\nfn f() { g(\"crate::ui\") }"
        )
        .len(),
        0
    );
}

#[test]
fn a_crate_in_the_wrong_layer_is_found() {
    assert_eq!(
        broken_arrows("journey/submit/page.rs", "let w = web_sys::window();").len(),
        1
    );
    assert_eq!(
        broken_arrows("ui/button.rs", "use contract::account::Account;").len(),
        1
    );
    assert_eq!(
        broken_arrows("i18n/dates.rs", "use domain::format;").len(),
        1
    );
    assert_eq!(
        broken_arrows("app.rs", "use leptos::web_sys::window;").len(),
        1
    );
    assert_eq!(
        broken_arrows("browser/http.rs", "use gloo_net::http::Request;").len(),
        0
    );
    assert_eq!(
        broken_arrows("ui/link.rs", "let domain = host(); go(domain)").len(),
        0
    );
}

#[test]
fn a_step_that_names_another_step_is_found() {
    let named = "use crate::journey::{fill_form::Field, submit::{Review, Receipt}};";
    assert_eq!(broken_arrows("journey/submit/page.rs", named).len(), 1);
    assert_eq!(
        broken_arrows("journey/submit/page.rs", "use super::super::sign_in::Page;").len(),
        1
    );
    assert_eq!(
        broken_arrows("journey/submit/page.rs", "use super::review::Review;").len(),
        0
    );
    let beside = "use crate::journey::signed_in::SignedIn;";
    assert_eq!(broken_arrows("journey/submit/page.rs", beside).len(), 0);
    let exception = "use crate::journey::attach_files::AttachmentField;";
    assert_eq!(
        broken_arrows("journey/fill_form/field.rs", exception).len(),
        0
    );
    assert_eq!(
        broken_arrows("journey/mod.rs", "use crate::journey::submit::Page;").len(),
        0
    );
}

#[test]
fn a_module_without_a_layer_is_found() {
    assert_eq!(broken_arrows("journey/pay/page.rs", "//! x").len(), 1);
    assert_eq!(broken_arrows("stuff.rs", "//! x").len(), 1);
}
