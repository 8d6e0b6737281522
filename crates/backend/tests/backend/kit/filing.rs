//! The requests that the app sends while a citizen files a dossier, from «Nộp hồ sơ» (start a draft) to «Gửi hồ sơ»
//! (submit it).

use axum::body::Body;
use axum::http::request::Builder;
use backend::auth::random;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::attachment::SealedAttachment;
use contract::draft::{Draft, ForWhom, NewDraft, Submission};
use contract::endpoints;
use contract::place::PlaceRef;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{TestClient, TestResponse};

/// Code of the procedure «Đăng ký khai sinh» (birth registration). It has its own form and one required component.
pub(crate) const BIRTH: &str = "1.001193";
/// Code of the required component of [`BIRTH`], «Giấy chứng sinh» (birth certificate from the hospital).
pub(crate) const BIRTH_COMPONENT: &str = "000.00.00.G15-KQ004389";
/// Code of an optional component of [`BIRTH`], which only some citizens need.
pub(crate) const OPTIONAL_COMPONENT: &str = "000.00.00.G15-KQ003159";
/// Code of a component of [`BIRTH`] that is itself a form to fill in. So no file can be attached to it.
pub(crate) const FORM_COMPONENT: &str = "000.00.00.G15-KQ003204";
/// Code of the procedure «Cấp bản sao Trích lục hộ tịch» (copy of a civil-status record). It uses the general
/// declaration and requires no component.
pub(crate) const COPY: &str = "2.000635";

/// Separates the fields in [`File::form`].
pub(crate) const FORM_BOUNDARY: &str = "------the-boundary";

/// The commune Xã Triệu Phong in Tỉnh Quảng Trị.
pub(crate) fn trieu_phong() -> PlaceRef {
    PlaceRef {
        province: "44".to_owned(),
        commune: "19624".to_owned(),
    }
}

/// A file that a citizen attaches.
pub(crate) struct File {
    /// The file's id, which the client chooses. The backend recognises a repeated request by this id and starts no
    /// second upload.
    pub(crate) id: &'static str,
    pub(crate) name: String,
    /// The code of the component that the file is attached to.
    pub(crate) component: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// A JPEG file of `size` bytes (at least 40), to be attached to [`BIRTH_COMPONENT`].
pub(crate) fn photo(id: &'static str, size: usize) -> File {
    let mut bytes = vec![0xFF, 0xD8];
    // The size of the picture, and the head of its data.
    bytes.extend([0xFF, 0xC0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0]);
    bytes.extend([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]);
    bytes.extend((bytes.len() + 2..size).map(|index| u8::try_from(index % 251).unwrap()));
    bytes.extend([0xFF, 0xD9]);
    File {
        id,
        name: "giay-chung-sinh.jpg".to_owned(),
        component: BIRTH_COMPONENT,
        bytes,
    }
}

impl File {
    /// The SHA-256 hash of the file's bytes in lower-case hex.
    pub(crate) fn sha256(&self) -> String {
        let hash = Sha256::digest(&self.bytes);
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The form that a browser sends to upload the whole file in one request. `size` is the announced size of the file.
    pub(crate) fn form(&self, size: usize) -> Vec<u8> {
        let size = size.to_string();
        let fields = [
            ("component", self.component),
            ("file_id", self.id),
            ("size", &size),
        ];
        let begin = format!("--{FORM_BOUNDARY}\r\nContent-Disposition: form-data; name=");
        let fields = fields.map(|(name, value)| format!("{begin}\"{name}\"\r\n\r\n{value}\r\n"));
        let file = format!(
            "{begin}\"file\"; filename=\"{}\"\r\nContent-Type: image/jpeg\r\n\r\n",
            self.name
        );
        let end = format!("\r\n--{FORM_BOUNDARY}--\r\n");
        [
            fields.concat().as_bytes(),
            file.as_bytes(),
            &self.bytes,
            end.as_bytes(),
        ]
        .concat()
    }

    /// The value of the header `Upload-Metadata` (tus 1.0): keys, each with a base64 value.
    pub(crate) fn metadata(&self) -> String {
        let pairs = [
            ("filename", self.name.as_str()),
            ("filetype", "image/jpeg"),
            ("component", self.component),
            ("file_id", self.id),
        ];
        let pairs = pairs.map(|(key, value)| format!("{key} {}", STANDARD.encode(value)));
        pairs.join(",")
    }
}

/// A valid answer to every required question of the general declaration.
pub(crate) fn general_declaration_answers() -> Value {
    json!({
        "owner_name": "Nguyễn Thị Lan",
        "owner_citizen_id": "045190000001",
        "owner_phone": "0912345678",
        "owner_birth_date": "15/03/1990",
        "owner_residence": {"province": "44", "commune": "19624", "detail": "Thôn Một"},
        "request": "Đề nghị cấp 2 bản sao trích lục khai sinh.",
        "declaration": true
    })
}

/// A valid answer to every required question of the birth registration. The applicant is the mother, who isn't married.
pub(crate) fn birth_answers() -> Value {
    let place = json!({"province": "44", "commune": "19624", "detail": "Trạm y tế"});
    json!({
        "requester_relation": "Mẹ",
        "requester_name": "Nguyễn Thị Lan",
        "requester_birth_date": "15/03/1990",
        "requester_citizen_id": "045190000001",
        "child_name": "Nguyễn Minh Anh",
        "child_birth_date": "15/03/2026",
        "child_sex": "Nam",
        "child_ethnicity": "Kinh",
        "child_nationality": "Việt Nam",
        "child_birthplace": place,
        "child_home_place": place,
        "mother_name": "Nguyễn Thị Lan",
        "mother_birth_date": "15/03/1990",
        "mother_ethnicity": "Kinh",
        "mother_nationality": "Việt Nam",
        "mother_citizen_id": "045190000001",
        "parents_married": false,
        "copies_wanted": false,
        "declaration": true
    })
}

impl TestClient {
    /// Creates a draft («Thêm mới») whose agency is Xã Triệu Phong.
    pub(crate) async fn create_draft(&self, procedure: &str) -> Draft {
        let new = NewDraft {
            procedure: procedure.to_owned(),
            agency: Some(trieu_phong()),
            for_whom: ForWhom::default(),
            copy_of: None,
        };
        let key = random::id().unwrap().replace('_', "-");
        self.create_draft_with_key(&key, &new).await.json()
    }

    /// Sends a request to create the draft `new`, with `key` as its `Idempotency-Key`.
    pub(crate) async fn create_draft_with_key(&self, key: &str, new: &NewDraft) -> TestResponse {
        let request = self
            .request(&endpoints::POST_DRAFT, &[])
            .header("content-type", "application/json")
            .header("idempotency-key", key);
        let body = serde_json::to_string(new).unwrap();
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Requests the draft as it is stored now.
    pub(crate) async fn get_draft(&self, id: &str) -> TestResponse {
        self.call(&endpoints::GET_DRAFT, &[id]).await
    }

    /// Saves a patch of the draft. `version` is the version that the patch is based on (`If-Match`).
    pub(crate) async fn save_draft(&self, id: &str, version: u64, patch: &Value) -> TestResponse {
        let request = self
            .request(&endpoints::PATCH_DRAFT, &[id])
            .header("content-type", "application/json")
            .header("if-match", format!("\"{version}\""));
        self.send(request.body(Body::from(patch.to_string())).unwrap())
            .await
    }

    /// Creates an upload of a file. Sends no bytes of the file yet.
    pub(crate) async fn create_upload(&self, draft: &str, file: &File) -> TestResponse {
        self.create_upload_of_size(draft, file, file.bytes.len())
            .await
    }

    /// Creates an upload with `size` as its `Upload-Length`, which may differ from the file's real length.
    pub(crate) async fn create_upload_of_size(
        &self,
        draft: &str,
        file: &File,
        size: usize,
    ) -> TestResponse {
        let request = self
            .tus(self.request(&endpoints::POST_UPLOAD, &[draft]))
            .header("upload-length", size)
            .header("upload-metadata", file.metadata());
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a chunk of an upload. `offset` is the position of the chunk's first byte in the file.
    pub(crate) async fn send_chunk(&self, upload: &str, offset: usize, body: Body) -> TestResponse {
        let request = self
            .tus(self.request(&endpoints::PATCH_UPLOAD, &[upload]))
            .header("content-type", "application/offset+octet-stream")
            .header("upload-offset", offset);
        self.send(request.body(body).unwrap()).await
    }

    /// Asks how many bytes of an upload the backend has stored.
    pub(crate) async fn head_upload(&self, upload: &str) -> TestResponse {
        let request = self.tus(self.request(&endpoints::HEAD_UPLOAD, &[upload]));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Deletes an upload.
    pub(crate) async fn delete_upload(&self, upload: &str) -> TestResponse {
        let request = self.tus(self.request(&endpoints::DELETE_UPLOAD, &[upload]));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Uploads a file in one chunk and returns the id of the upload.
    pub(crate) async fn upload_file(&self, draft: &str, file: &File) -> String {
        let created = self.create_upload(draft, file).await;
        assert_eq!(created.status, 201, "{}", created.text());
        let id = upload_id(&created);
        let sent = self
            .send_chunk(&id, 0, Body::from(file.bytes.clone()))
            .await;
        assert_eq!(sent.status, 204, "{}", sent.text());
        id
    }

    /// Submits a draft («Gửi hồ sơ»). The request's manifest lists all attachments that the server holds.
    pub(crate) async fn submit(&self, id: &str, key: &str) -> TestResponse {
        let draft: Draft = self.get_draft(id).await.json();
        self.submit_with_manifest(id, key, &manifest_of(&draft))
            .await
    }

    /// Submits a draft with the given manifest.
    pub(crate) async fn submit_with_manifest(
        &self,
        id: &str,
        key: &str,
        submission: &Submission,
    ) -> TestResponse {
        let request = self
            .request(&endpoints::POST_SUBMISSION, &[id])
            .header("content-type", "application/json")
            .header("idempotency-key", key);
        let body = serde_json::to_string(submission).unwrap();
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Creates a draft of [`COPY`] that is ready to be submitted.
    pub(crate) async fn complete_draft(&self) -> Draft {
        let draft = self.create_draft(COPY).await;
        let patch =
            json!({"answers": general_declaration_answers(), "delivery": {"channel": "online"}});
        self.save_draft(&draft.id, draft.version, &patch)
            .await
            .json()
    }

    /// Creates a draft of [`BIRTH`] that could be submitted if its required attachment weren't missing.
    pub(crate) async fn birth_draft_without_attachment(&self) -> Draft {
        let draft = self.create_draft(BIRTH).await;
        let patch = json!({"answers": birth_answers(), "delivery": {"channel": "counter"}});
        self.save_draft(&draft.id, draft.version, &patch)
            .await
            .json()
    }

    fn tus(&self, request: Builder) -> Builder {
        request.header("tus-resumable", "1.0.0")
    }
}

/// A manifest, which is the body of a submission, with the version and all attachments of a draft.
pub(crate) fn manifest_of(draft: &Draft) -> Submission {
    let attachment = |file: &contract::attachment::Attachment| SealedAttachment {
        id: file.id.clone(),
        size: file.size,
        sha256: file.sha256.clone().unwrap_or_default(),
    };
    Submission {
        version: draft.version,
        attachments: draft.attachments.iter().map(attachment).collect(),
    }
}

/// Reads the id of a new upload in the `Location` header.
pub(crate) fn upload_id(created: &TestResponse) -> String {
    let location = created.header("location").unwrap();
    location.strip_prefix("/api/uploads/").unwrap().to_owned()
}
