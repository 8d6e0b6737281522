//! What a citizen does with the app between «Nộp hồ sơ» and «Gửi hồ sơ», in the app's own requests.

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

use super::{Answer, Backend, Visitor};

/// «Đăng ký khai sinh»: has a form of its own and one required paper.
pub(crate) const BIRTH: &str = "1.001193";
/// Its required paper, «Giấy chứng sinh».
pub(crate) const BIRTH_PAPER: &str = "000.00.00.G15-KQ004389";
/// A paper of it that some need.
pub(crate) const OPTIONAL_PAPER: &str = "000.00.00.G15-KQ003159";
/// A row of its papers that is a form, so nothing is attached to it.
pub(crate) const PAPER_FORM: &str = "000.00.00.G15-KQ003204";
/// «Cấp bản sao Trích lục hộ tịch»: the general declaration and no required paper.
pub(crate) const COPY: &str = "2.000635";

/// Xã Triệu Phong, Tỉnh Quảng Trị.
pub(crate) fn trieu_phong() -> PlaceRef {
    PlaceRef {
        province: "44".to_owned(),
        commune: "19624".to_owned(),
    }
}

/// A file as a phone has it.
pub(crate) struct File {
    pub(crate) id: &'static str,
    pub(crate) name: String,
    pub(crate) component: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// A JPEG of so many bytes.
pub(crate) fn photo(id: &'static str, size: usize) -> File {
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE0];
    bytes.extend((4..size).map(|place| u8::try_from(place % 251).unwrap()));
    File {
        id,
        name: "giay-chung-sinh.jpg".to_owned(),
        component: BIRTH_PAPER,
        bytes,
    }
}

impl File {
    pub(crate) fn sha256(&self) -> String {
        let hash = Sha256::digest(&self.bytes);
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

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

/// Answers to the general declaration.
pub(crate) fn declaration() -> Value {
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

/// Answers to the birth registration by a mother who isn't married.
pub(crate) fn birth() -> Value {
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

impl Visitor {
    /// «Thêm mới» at Xã Triệu Phong.
    pub(crate) async fn begin(&self, procedure: &str) -> Draft {
        let new = NewDraft {
            procedure: procedure.to_owned(),
            agency: Some(trieu_phong()),
            for_whom: ForWhom::default(),
        };
        let key = random::id().unwrap().replace('_', "-");
        self.begin_as(&key, &new).await.body()
    }

    /// «Thêm mới» under this very key.
    pub(crate) async fn begin_as(&self, key: &str, new: &NewDraft) -> Answer {
        let request = self
            .request(&endpoints::POST_DRAFT, &[])
            .header("content-type", "application/json")
            .header("idempotency-key", key);
        let body = serde_json::to_string(new).unwrap();
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// The draft as it stands.
    pub(crate) async fn draft(&self, id: &str) -> Answer {
        self.call(&endpoints::GET_DRAFT, &[id]).await
    }

    /// Saves what changed since `version`.
    pub(crate) async fn save(&self, id: &str, version: u64, patch: &Value) -> Answer {
        let request = self
            .request(&endpoints::PATCH_DRAFT, &[id])
            .header("content-type", "application/json")
            .header("if-match", format!("\"{version}\""));
        self.send(request.body(Body::from(patch.to_string())).unwrap())
            .await
    }

    /// Begins an upload.
    pub(crate) async fn create_upload(&self, draft: &str, file: &File) -> Answer {
        self.create_upload_of(draft, file, file.bytes.len()).await
    }

    /// Begins an upload and says it has that length.
    pub(crate) async fn create_upload_of(&self, draft: &str, file: &File, size: usize) -> Answer {
        let request = self
            .tus(self.request(&endpoints::POST_UPLOAD, &[draft]))
            .header("upload-length", size)
            .header("upload-metadata", file.metadata());
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a chunk.
    pub(crate) async fn send_chunk(&self, upload: &str, from: usize, body: Body) -> Answer {
        let request = self
            .tus(self.request(&endpoints::PATCH_UPLOAD, &[upload]))
            .header("content-type", "application/offset+octet-stream")
            .header("upload-offset", from);
        self.send(request.body(body).unwrap()).await
    }

    /// Where an upload stands.
    pub(crate) async fn head_upload(&self, upload: &str) -> Answer {
        let request = self.tus(self.request(&endpoints::HEAD_UPLOAD, &[upload]));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Takes a file away again.
    pub(crate) async fn remove_upload(&self, upload: &str) -> Answer {
        let request = self.tus(self.request(&endpoints::DELETE_UPLOAD, &[upload]));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Uploads a file in one chunk and returns its id.
    pub(crate) async fn attach(&self, draft: &str, file: &File) -> String {
        let created = self.create_upload(draft, file).await;
        assert_eq!(created.status, 201, "{}", created.text());
        let id = upload_id(&created);
        let sent = self
            .send_chunk(&id, 0, Body::from(file.bytes.clone()))
            .await;
        assert_eq!(sent.status, 204, "{}", sent.text());
        id
    }

    /// «Gửi hồ sơ» with a seal on every attachment that the server says it holds.
    pub(crate) async fn submit(&self, id: &str, key: &str) -> Answer {
        let draft: Draft = self.draft(id).await.body();
        self.submit_as(id, key, &sealed(&draft)).await
    }

    /// «Gửi hồ sơ» with this very manifest.
    pub(crate) async fn submit_as(&self, id: &str, key: &str, submission: &Submission) -> Answer {
        let request = self
            .request(&endpoints::POST_SUBMISSION, &[id])
            .header("content-type", "application/json")
            .header("idempotency-key", key);
        let body = serde_json::to_string(submission).unwrap();
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// A draft of a copy from the register that lacks nothing.
    pub(crate) async fn filled_copy(&self) -> Draft {
        let draft = self.begin(COPY).await;
        let patch = json!({"answers": declaration(), "delivery": {"channel": "online"}});
        self.save(&draft.id, draft.version, &patch).await.body()
    }

    /// A draft of a birth that lacks nothing but its paper.
    pub(crate) async fn filled_birth(&self) -> Draft {
        let draft = self.begin(BIRTH).await;
        let patch = json!({"answers": birth(), "delivery": {"channel": "counter"}});
        self.save(&draft.id, draft.version, &patch).await.body()
    }

    fn tus(&self, request: Builder) -> Builder {
        request.header("tus-resumable", "1.0.0")
    }
}

impl Backend {
    /// The owner of this phone with a new session.
    pub(crate) async fn signed_in_again(&self, phone: &str) -> Visitor {
        self.device(phone, &[]).await.0
    }

    /// Rows of a table.
    pub(crate) async fn count(&self, table: &'static str) -> u32 {
        let count = self.state.store.run(move |transaction| {
            let sql = format!("SELECT count(*) FROM {table}");
            Ok(transaction.query_row(&sql, [], |row| row.get(0))?)
        });
        count.await.unwrap()
    }

    /// Attached files on disk.
    pub(crate) fn files_on_disk(&self) -> usize {
        std::fs::read_dir(&self.state.files_dir).unwrap().count()
    }

    /// Writes other bytes over a file on disk, as a failing disk might.
    pub(crate) fn spoil(&self, attachment: &str, bytes: &[u8]) {
        std::fs::write(self.state.files_dir.join(attachment), bytes).unwrap();
    }

    /// Asks where an upload stands until its writer has put something on record.
    pub(crate) async fn offset_once_free(&self, visitor: &Visitor, upload: &str) -> u64 {
        let asking = async {
            loop {
                let head = visitor.head_upload(upload).await;
                let offset: u64 = head.header("upload-offset").unwrap().parse().unwrap();
                if offset > 0 {
                    return offset;
                }
                tokio::task::yield_now().await;
            }
        };
        let limit = std::time::Duration::from_secs(20);
        tokio::time::timeout(limit, asking)
            .await
            .expect("the writer ends with its line")
    }
}

/// The manifest of a draft whose files the app has compared with its own.
pub(crate) fn sealed(draft: &Draft) -> Submission {
    let seal = |file: &contract::attachment::Attachment| SealedAttachment {
        id: file.id.clone(),
        size: file.size,
        sha256: file.sha256.clone().unwrap_or_default(),
    };
    Submission {
        version: draft.version,
        attachments: draft.attachments.iter().map(seal).collect(),
    }
}

/// The id at the end of `Location`.
pub(crate) fn upload_id(created: &Answer) -> String {
    let location = created.header("location").unwrap();
    location.strip_prefix("/api/uploads/").unwrap().to_owned()
}
