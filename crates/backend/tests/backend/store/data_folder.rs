//! The data folder: who can read it, what stays in it, and which folders the backend refuses.

use std::path::Path;

use contract::challenge::{Challenge, CodeOutcome};
use contract::endpoints;

use crate::kit::filing::photo;
use crate::kit::program::{RunningProgram, data_folder, refused_start};
use crate::kit::{TestBackend, TestClient};

/// Whether a file of the folder contains the text.
fn contains(folder: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    files.filter(|file| file.path().is_file()).any(|file| {
        let bytes = std::fs::read(file.path()).unwrap();
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    })
}

#[cfg(unix)]
#[tokio::test]
async fn no_other_user_can_read_the_database_the_files_and_the_folders() {
    use std::os::unix::fs::PermissionsExt;

    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let open = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    lan.upload_file(&draft.id, &photo("file-0001", 100)).await;
    let data = backend.data_dir().to_owned();
    let all = || {
        let folders = [data.clone(), data.join("files")];
        let inside = folders
            .iter()
            .flat_map(|folder| std::fs::read_dir(folder).unwrap());
        let inside = inside.map(|entry| entry.unwrap().path());
        let inside: Vec<_> = inside.filter(|path| path.is_file()).collect();
        assert!(inside.len() >= 4, "{inside:?}");
        folders.into_iter().chain(inside).collect::<Vec<_>>()
    };
    for path in all() {
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&path), expected, "{path:?}");
        // As an earlier backend or a restored back-up left it.
        open(&path, expected | 0o055);
    }
    let backend = backend.restart();
    assert_eq!(backend.data_dir(), data);
    for path in all() {
        assert_eq!(mode(&path) & 0o077, 0, "{path:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_other_users_need_is_no_data_folder() {
    use std::os::unix::fs::PermissionsExt;

    let folder = data_folder();
    let open = std::fs::Permissions::from_mode(0o755);
    std::fs::write(folder.path().join("letter.txt"), "").unwrap();
    std::fs::set_permissions(folder.path(), open).unwrap();
    let refused = refused_start(folder.path(), &["--demo"]);
    assert!(refused.contains("isn't a data folder"), "{refused}");
    assert!(!folder.path().join("files").exists());
    let private = std::fs::Permissions::from_mode(0o700);
    std::fs::set_permissions(folder.path(), private).unwrap();
    drop(RunningProgram::start(folder.path(), &["--demo"]));
}

#[test]
fn a_demonstration_never_becomes_a_real_portal_nor_the_reverse() {
    let demo = data_folder();
    drop(RunningProgram::start(demo.path(), &["--demo"]));
    for _ in 0..2 {
        let refused = refused_start(demo.path(), &[]);
        assert!(refused.contains("belongs to a demonstration"), "{refused}");
    }
    drop(RunningProgram::start(demo.path(), &["--demo"]));
    let real = data_folder();
    drop(RunningProgram::start(real.path(), &["--plain-http"]));
    let refused = refused_start(real.path(), &["--demo"]);
    assert!(refused.contains("belongs to a real portal"), "{refused}");
    drop(RunningProgram::start(real.path(), &[]));
}

#[tokio::test]
async fn a_data_folder_without_a_mark_is_recognised_by_its_content() {
    for (demo, other_mode, expected) in [
        (true, [].as_slice(), "belongs to a demonstration"),
        (false, ["--demo"].as_slice(), "belongs to a real portal"),
    ] {
        let backend = TestBackend::start_with(|config| config.demo = demo);
        let client = backend.client();
        register(&backend, &client, demo).await;
        let unmark = backend
            .state
            .store
            .run(|transaction| Ok(transaction.pragma_update(None, "application_id", 0)?));
        unmark.await.unwrap();
        let refused = refused_start(backend.data_dir(), other_mode);
        assert!(refused.contains(expected), "{refused}");
    }
}

async fn register(backend: &TestBackend, client: &TestClient, demo: bool) {
    let (name, phone) = ("Nguyễn Thị Lan", "0912345678");
    let challenge: Challenge = client.start_registration(name, "045190000001", phone).await;
    let code = if demo {
        backend.last_code(phone).await
    } else {
        let sent = std::fs::read_to_string(backend.data_dir().join("messages.jsonl")).unwrap();
        sent.rsplit('#').next().unwrap()[..6].to_owned()
    };
    client.submit_code(&challenge.id, &code).await;
    let response = client
        .set_password(&challenge.id, crate::kit::PASSWORD)
        .await;
    assert_eq!(response.status, 201);
}

#[tokio::test]
async fn a_deleted_draft_and_a_closed_account_leave_no_trace_in_the_files() {
    let backend = TestBackend::start();
    let lan = backend.register_citizen("Trace Of A Name", "045190000001", "0912345678");
    let lan = lan.await;
    let draft = lan.birth_draft_without_attachment().await;
    let note = "trace-of-an-answer";
    let write = backend.state.store.run(move |transaction| {
        let answers = format!("{{\"note\":\"{}\"}}", note.repeat(500));
        Ok(transaction.execute("UPDATE drafts SET answers = ?1", [answers])?)
    });
    write.await.unwrap();
    backend.run_housekeeping().await;
    let data = backend.data_dir();
    assert!(contains(data, note) && contains(data, "Trace Of A Name"));
    lan.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    let challenge: Challenge = lan.call(&endpoints::POST_CLOSING, &[]).await.json();
    let code = backend.last_code("0912345678").await;
    let outcome: CodeOutcome = lan.submit_code(&challenge.id, &code).await.json();
    assert_eq!(outcome, CodeOutcome::Closed);
    backend.run_housekeeping().await;
    assert!(!contains(data, note));
    assert!(!contains(data, "Trace Of A Name"));
}

#[tokio::test]
async fn files_of_no_attachment_are_deleted_and_all_others_stay() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    lan.upload_file(&draft.id, &photo("file-0001", 100)).await;
    for orphan in ["left-by-a-crash", "0123456789"] {
        backend.overwrite_file(orphan, b"of nobody");
    }
    backend.run_housekeeping().await;
    assert_eq!(backend.files_on_disk(), 1);
    lan.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    assert_eq!(backend.files_on_disk(), 0);
}
