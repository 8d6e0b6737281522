//! Results: the office attaches documents and records the hand-over; the citizen reads them.

use contract::dossier::{Dossier, DossierStatus, HandoverChannel};
use contract::endpoints;
use contract::notice::{NoticeKind, NoticePage};
use contract::receipt::Receipt;

use crate::kit::filing::photo;
use crate::kit::group::get_dossier;
use crate::kit::officer::{attach_result_file, post_decision, post_to_desk};
use crate::kit::{CitizenStream, TestBackend, TestClient};

/// A signed PDF file of at least `size` bytes.
fn signed_pdf(size: usize) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n1 0 obj <</Type /Page>> endobj\n\
        2 0 obj <</Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 9 20 5] /Contents <00ff> \
        /Name (UBND X\xC3\xA3 Tri\xE1\xBB\x87u Phong) /M (D:20261124093000+07'00')>> endobj\n%"
        .to_vec();
    file.extend((file.len()..size).map(|index| b'a' + u8::try_from(index % 26).unwrap()));
    file.extend(b"\nxref\ntrailer <<>>\nstartxref\n0\n%%EOF\n");
    file
}

async fn in_process(backend: &TestBackend) -> (TestClient, String) {
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
    for decision in ["move=2", "move=4"] {
        post_decision(&backend.client(), &code, decision).await;
    }
    (lan, code)
}

#[tokio::test]
async fn a_signed_result_reaches_the_citizen_unchanged() {
    let backend = TestBackend::start();
    let (lan, code) = in_process(&backend).await;
    let office = backend.client();
    let file = signed_pdf(3_000_000);
    let name = "Trích lục khai sinh (bản sao)";
    let attached = attach_result_file(&office, &code, name, ("trich luc.pdf", &file)).await;
    assert_eq!(attached.status, 303, "{}", attached.text());
    let dossier = get_dossier(&lan, &code).await;
    assert_eq!(dossier.status, DossierStatus::Processed);
    let [result] = &dossier.results[..] else {
        panic!("{:?}", dossier.results);
    };
    assert_eq!(result.name, name);
    assert_eq!(result.number.as_deref(), Some("125/TLKS-BS"));
    assert_eq!(result.issued_at.0, "2026-11-24");
    assert_eq!(result.file.media_type, "application/pdf");
    assert_eq!(result.file.size, file.len() as u64);
    let signature = &result.signatures[0];
    assert_eq!(signature.signer.as_deref(), Some("UBND Xã Triệu Phong"));
    assert_eq!(signature.at.as_ref().unwrap().0, "2026-11-24T02:30:00Z");
    let bytes = lan
        .call(&endpoints::GET_DOSSIER_FILE, &[&code, &result.file.id])
        .await
        .bytes;
    assert!(bytes == file);
    let messages = backend.client().navigate("/demo").await.text();
    assert!(messages.contains("đã có kết quả, chờ trả cho bạn."));
}

#[tokio::test]
async fn a_result_of_forty_megabytes_is_accepted_and_a_larger_one_refused() {
    let backend = TestBackend::start();
    let (lan, code) = in_process(&backend).await;
    let office = backend.client();
    let limit = 40 * 1024 * 1024;
    let largest = signed_pdf(limit - 100);
    assert!(largest.len() <= limit);
    let attached = attach_result_file(&office, &code, "Lớn", ("a.pdf", &largest)).await;
    assert_eq!(attached.status, 303);
    let larger = signed_pdf(limit);
    let refused = attach_result_file(&office, &code, "Lớn hơn", ("b.pdf", &larger)).await;
    assert_eq!(refused.status, 422);
    let dossier = get_dossier(&lan, &code).await;
    assert_eq!(dossier.results.len(), 1);
    assert_eq!(dossier.results[0].file.size, largest.len() as u64);
}

#[tokio::test]
async fn refuses_a_result_that_nobody_could_open_and_keeps_no_trace_of_it() {
    let backend = TestBackend::start();
    let (lan, code) = in_process(&backend).await;
    let office = backend.client();
    let cut_off = &signed_pdf(1_000)[..500];
    for (name, file) in [
        ("Giấy", ("a.pdf", cut_off)),
        ("Giấy", ("a.pdf", b"<script>alert(1)</script>")),
        ("Giấy", ("a.pdf", b"")),
        ("", ("a.pdf", &signed_pdf(1_000))),
    ] {
        let refused = attach_result_file(&office, &code, name, file).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("role=\"alert\""));
    }
    let dossier = get_dossier(&lan, &code).await;
    assert_eq!(dossier.status, DossierStatus::Processing);
    assert!(dossier.results.is_empty());
    assert_eq!(backend.files_on_disk(), 0);
}

#[tokio::test]
async fn a_result_comes_only_when_the_dossier_was_processed() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
    let picture = photo("file-0001", 200);
    let early =
        attach_result_file(&backend.client(), &code, "Giấy", ("a.jpg", &picture.bytes)).await;
    assert_eq!(early.status, 409);
    assert!(get_dossier(&lan, &code).await.results.is_empty());
    assert_eq!(backend.files_on_disk(), 0);
}

#[tokio::test]
async fn the_hand_over_is_recorded_once_and_returns_the_result() {
    let backend = TestBackend::start();
    let (lan, code) = in_process(&backend).await;
    let office = backend.client();
    let early = post_to_desk(&office, &code, "handover", "channel=post").await;
    assert_eq!(early.status, 409);
    post_decision(&office, &code, "move=9").await;
    for wrong in ["channel=pigeon", "channel=post&note=%E2%80%AE"] {
        let refused = post_to_desk(&office, &code, "handover", wrong).await;
        assert_eq!(refused.status, 422, "{wrong}");
    }
    let body = "channel=post&note=EB123456789VN";
    assert_eq!(
        post_to_desk(&office, &code, "handover", body).await.status,
        303
    );
    assert_eq!(
        post_to_desk(&office, &code, "handover", body).await.status,
        409
    );
    let dossier = get_dossier(&lan, &code).await;
    assert_eq!(dossier.status, DossierStatus::Returned);
    let handover = dossier.handover.unwrap();
    assert_eq!(handover.channel, HandoverChannel::Post);
    assert_eq!(handover.note.as_deref(), Some("EB123456789VN"));
}

#[tokio::test]
async fn a_group_lists_the_results_of_its_parts() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let office = backend.client();
    let birth = &receipt.parts[0].code;
    for decision in ["move=2", "move=4"] {
        post_decision(&office, birth, decision).await;
    }
    let file = signed_pdf(2_000);
    let whole = attach_result_file(&office, &receipt.code, "Giấy", ("a.pdf", &file)).await;
    assert_eq!(whole.status, 409);
    let part = attach_result_file(&office, birth, "Giấy khai sinh", ("a.pdf", &file)).await;
    assert_eq!(part.status, 303);
    for code in [&receipt.code, birth] {
        let dossier: Dossier = get_dossier(&lan, code).await;
        assert_eq!(dossier.results.len(), 1, "{code}");
        let id = &dossier.results[0].file.id;
        let bytes = lan
            .call(&endpoints::GET_DOSSIER_FILE, &[code, id])
            .await
            .bytes;
        assert!(bytes == file);
    }
    assert!(
        get_dossier(&lan, &receipt.parts[1].code)
            .await
            .results
            .is_empty()
    );
}

#[tokio::test]
async fn the_citizen_hears_of_a_second_result_and_of_a_late_hand_over() {
    let backend = TestBackend::start();
    let (lan, code) = in_process(&backend).await;
    let office = backend.client();
    let file = signed_pdf(1_000);
    attach_result_file(&office, &code, "Trích lục", ("mot.pdf", &file)).await;
    post_decision(&office, &code, "move=10").await;

    let mut stream = CitizenStream::open(&lan).await;
    let again = attach_result_file(&office, &code, "Bản sao", ("hai.pdf", &file)).await;
    assert_eq!(again.status, 303, "{}", again.text());
    stream.expect_change(&code).await;
    let page: NoticePage = lan.call(&endpoints::GET_NOTICES, &[]).await.json();
    assert_eq!(page.items[0].kind, NoticeKind::ResultReady);
    assert_eq!(
        page.items[0].text,
        format!("Hồ sơ {code} có thêm kết quả, xem tại mục Hồ sơ của tôi.")
    );

    let handed = post_to_desk(&office, &code, "handover", "channel=counter").await;
    assert_eq!(handed.status, 303, "{}", handed.text());
    stream.expect_change(&code).await;
}
