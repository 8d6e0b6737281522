//! Messages between the citizen and the office.

use contract::account_data::AccountData;
use contract::dossier::{Message, MessageAuthor, MessageCount, MessagePage, MessagesRead};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::group::get_dossier;
use crate::kit::officer::post_to_desk;
use crate::kit::{TestBackend, TestClient, TestResponse};

async fn write(client: &TestClient, code: &str, key: &str, text: &str) -> TestResponse {
    let body = json!({"text": text}).to_string();
    let request = client
        .request(&endpoints::POST_MESSAGE, &[code])
        .header("content-type", "application/json")
        .header("idempotency-key", key);
    client.send(request.body(body.into()).unwrap()).await
}

async fn submitted(backend: &TestBackend) -> (TestClient, String) {
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
    (lan, code)
}

async fn messages(client: &TestClient, code: &str) -> MessagePage {
    client.call(&endpoints::GET_MESSAGES, &[code]).await.json()
}

#[tokio::test]
async fn citizen_and_office_write_to_each_other_and_read_marks_are_kept() {
    let backend = TestBackend::start();
    let (lan, code) = submitted(&backend).await;
    assert_eq!(get_dossier(&lan, &code).await.messages, None);
    let sent = write(&lan, &code, "m-1", "Bao giờ có\nkết quả?").await;
    assert_eq!(sent.status, 201);
    let sent: Message = sent.json();
    assert_eq!((sent.author, sent.unread), (MessageAuthor::Citizen, false));
    // The response was lost, so the phone sends the message again.
    let again = write(&lan, &code, "m-1", "Bao giờ có\nkết quả?").await;
    assert_eq!(
        (again.status.as_u16(), again.json::<Message>().id),
        (200, sent.id)
    );
    write(&lan, &code, "m-1", "Câu khác")
        .await
        .assert_problem(409, ProblemCode::IdempotencyConflict);
    let office = backend.client();
    let page = office.navigate("/demo").await.text();
    assert!(page.contains("Bao giờ có\nkết quả?"), "{page}");
    let answered = post_to_desk(&office, &code, "messages", "text=%3Cb%3EMai.").await;
    assert_eq!(answered.status, 303);
    let count = get_dossier(&lan, &code).await.messages;
    assert_eq!(
        count,
        Some(MessageCount {
            total: 2,
            unread: 1
        })
    );
    let page = messages(&lan, &code).await;
    let answer = &page.items[0];
    assert_eq!(
        (answer.author, answer.unread),
        (MessageAuthor::Office, true)
    );
    assert_eq!(answer.text, "<b>Mai.");
    assert!(
        answer
            .office
            .as_ref()
            .unwrap()
            .starts_with("Bộ phận Một cửa")
    );
    let read = MessagesRead {
        last: answer.id.clone(),
    };
    for _ in 0..2 {
        let marked = lan
            .post(&endpoints::POST_MESSAGES_READ, &[&code], &read)
            .await;
        assert_eq!(marked.status, 204);
    }
    let count = get_dossier(&lan, &code).await.messages;
    assert_eq!(
        count,
        Some(MessageCount {
            total: 2,
            unread: 0
        })
    );
}

#[tokio::test]
async fn the_export_of_an_account_contains_its_messages_and_nobody_elses() {
    let backend = TestBackend::start();
    let (lan, code) = submitted(&backend).await;
    write(&lan, &code, "m-1", "Bao giờ có kết quả?").await;
    post_to_desk(&backend.client(), &code, "messages", "text=Mai.").await;
    let binh = backend.register_binh().await;
    let export = |client: TestClient| async move {
        let response = client.call(&endpoints::GET_ACCOUNT_DATA, &[]).await;
        response.json::<AccountData>().messages
    };
    let texts: Vec<(String, String)> = export(lan)
        .await
        .into_iter()
        .map(|one| (one.dossier, one.message.text))
        .collect();
    let expected = ["Bao giờ có kết quả?", "Mai."].map(|text| (code.clone(), text.to_owned()));
    assert_eq!(texts, expected);
    assert!(export(binh).await.is_empty());
}

#[tokio::test]
async fn messages_come_in_pages_the_newest_first() {
    let backend = TestBackend::start();
    let (lan, code) = submitted(&backend).await;
    for number in 1..=23 {
        write(
            &lan,
            &code,
            &format!("m-{number}"),
            &format!("Tin {number}"),
        )
        .await;
    }
    let first = messages(&lan, &code).await;
    assert_eq!((first.items.len(), first.page, first.pages), (20, 1, 2));
    assert_eq!(first.items[0].text, "Tin 23");
    let older = lan
        .navigate(&format!("/api/dossiers/{code}/messages?page=2"))
        .await;
    let older: MessagePage = older.json();
    assert_eq!(older.items.last().unwrap().text, "Tin 1");
    let beyond = lan
        .navigate(&format!("/api/dossiers/{code}/messages?page=4294967295"))
        .await;
    assert!(beyond.json::<MessagePage>().items.is_empty());
    lan.navigate(&format!("/api/dossiers/{code}/messages?page=0"))
        .await
        .assert_problem(400, ProblemCode::InvalidRequest);
}

#[tokio::test]
async fn refuses_empty_and_unknown_messages_and_too_many_in_a_day() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.filing.messages_a_day = 2;
    });
    let (lan, code) = submitted(&backend).await;
    for text in ["", " \n ", &"a".repeat(4_001)] {
        write(&lan, &code, "m-0", text)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
    }
    let unknown = MessagesRead {
        last: "nothing".to_owned(),
    };
    lan.post(&endpoints::POST_MESSAGES_READ, &[&code], &unknown)
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    for key in ["m-1", "m-2"] {
        assert_eq!(write(&lan, &code, key, "Xin chào").await.status, 201);
    }
    write(&lan, &code, "m-3", "Xin chào")
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    // A repetition of a sent message isn't another message.
    assert_eq!(write(&lan, &code, "m-2", "Xin chào").await.status, 200);
    backend.advance_clock(24 * 3600);
    let lan = backend.sign_in("0912345678").await;
    assert_eq!(write(&lan, &code, "m-3", "Xin chào").await.status, 201);
}

#[tokio::test]
async fn an_officer_writes_only_from_the_desk_and_only_a_text() {
    let backend = TestBackend::start();
    let (lan, code) = submitted(&backend).await;
    let office = backend.client();
    let empty = post_to_desk(&office, &code, "messages", "text=++").await;
    assert_eq!(empty.status, 422);
    let path = format!("/demo/dossiers/{code}/messages");
    let foreign = [("sec-fetch-site", "cross-site")];
    let forged = crate::kit::officer::post_form(&office, &path, "text=x", &foreign).await;
    assert_eq!(forged.status, 403);
    assert!(messages(&lan, &code).await.items.is_empty());
}
