//! Messages with files: filled in as a draft, and sent once.

use contract::dossier::{MessageAuthor, MessagePage};
use contract::draft::Draft;
use contract::endpoints;
use contract::problem::ProblemCode;
use serde_json::json;

use crate::kit::TestBackend;
use crate::kit::filing::{File, photo};
use crate::kit::group::get_dossier;

fn picture(id: &'static str) -> File {
    File {
        component: "message",
        ..photo(id, 500)
    }
}

#[tokio::test]
async fn a_message_with_a_file_reaches_the_office_once_and_keeps_its_bytes() {
    let backend = TestBackend::start();
    let (lan, code) = backend.birth_under_way().await;
    let begun = lan.begin_reply(&code, &json!({"kind": "message"})).await;
    assert_eq!(begun.status, 201, "{}", begun.text());
    let draft: Draft = begun.json();
    lan.send_reply(&draft.id, "m-0")
        .await
        .assert_problem(422, ProblemCode::IncompleteDossier);
    let patch = json!({"answers": {"text": "Tôi gửi ảnh sổ."}});
    lan.save_draft(&draft.id, draft.version, &patch).await;
    let file = picture("file-0009");
    lan.upload_file(&draft.id, &file).await;
    let before = get_dossier(&lan, &code).await;
    let sent = lan.send_reply(&draft.id, "m-1").await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let page: MessagePage = lan.call(&endpoints::GET_MESSAGES, &[&code]).await.json();
    let [message] = &page.items[..] else {
        panic!("{:?}", page.items);
    };
    assert_eq!(message.author, MessageAuthor::Citizen);
    assert_eq!(message.text, "Tôi gửi ảnh sổ.");
    let id = &message.files[0].id;
    let bytes = lan.call(&endpoints::GET_DOSSIER_FILE, &[&code, id]).await;
    assert!(bytes.bytes == file.bytes);
    // A message changes neither the status nor the files of the dossier.
    let after = get_dossier(&lan, &code).await;
    assert_eq!((after.status, after.files), (before.status, before.files));
    let desk = backend.client().navigate("/demo").await.text();
    assert!(desk.contains("Tệp kèm theo: giay-chung-sinh.jpg"), "{desk}");
}
