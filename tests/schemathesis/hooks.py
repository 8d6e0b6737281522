"""Schemathesis hooks for the reference backend: they sign citizens in (with a password and the one-time code that
`/demo` shows), generate texts for the contract's named formats, and insert the ids of existing objects."""

import base64
import itertools
import os
import re
import zlib

import requests
import schemathesis
from hypothesis import strategies as st

URL = os.environ["MOTCUA_URL"]
READY_ACCOUNT = r"phone (\d+) or citizen id \d+, password (\S+)"
NEW_CITIZENS = itertools.count(1)
IDEMPOTENCY_KEYS = itertools.count(1)
PLACE = {"province": "44", "commune": "19624"}
BIRTH_REGISTRATION = "1.001193"
BIRTH_CERTIFICATE = "000.00.00.G15-KQ004389"
COPY_OF_A_RECORD = "2.000635"
ANSWERS = {
    "owner_name": "Nguyễn Thị Thử",
    "owner_citizen_id": "001190000001",
    "owner_phone": "0912345678",
    "owner_birth_date": "15/03/1990",
    "owner_residence": {**PLACE, "detail": "Thôn Một"},
    "request": "Đề nghị cấp 2 bản sao trích lục khai sinh.",
    "declaration": True,
}


def send(client, method, path, body, **headers):
    headers = {"Motcua-Request": "1", **headers}
    response = client.request(method, f"{URL}/api{path}", json=body, headers=headers, timeout=30)
    response.raise_for_status()
    return response.json()


def post(client, path, body, **headers):
    return send(client, "POST", path, body, **headers)


def create_draft(client, procedure):
    key = {"Idempotency-Key": f"key-{next(IDEMPOTENCY_KEYS)}"}
    return post(client, "/drafts", {"procedure": procedure, "agency": PLACE}, **key)


def latest_code(**phone):
    messages = requests.get(f"{URL}/demo/messages.json", params=phone, timeout=30).json()
    return next((message["code"] for message in messages if message["code"]), "000000")


def confirm_code(client, challenge, phone):
    post(client, f"/challenges/{challenge['id']}/code", {"code": latest_code(phone=phone)})


def sign_in_ready_account():
    client = requests.Session()
    phone, password = re.fullmatch(READY_ACCOUNT, os.environ["MOTCUA_READY"]).groups()
    challenge = post(client, "/sign-ins", {"identifier": phone, "password": password})
    confirm_code(client, challenge, phone)
    return client


def register_new_citizen():
    client = requests.Session()
    number = next(NEW_CITIZENS)
    phone = f"07{number:08}"
    consents = [{"purpose": "file_dossiers", "version": 1}]
    registration = {
        "name": "Nguyễn Văn Mới",
        "citizen_id": f"{number:012}",
        "phone": phone,
        "consents": consents,
    }
    challenge = post(client, "/registrations", registration)
    confirm_code(client, challenge, phone)
    post(client, f"/challenges/{challenge['id']}/password", {"password": "một mật khẩu dài"})
    return client.cookies["sid"]


def file_dossier(client):
    draft = create_draft(client, COPY_OF_A_RECORD)
    patch = {"answers": ANSWERS, "delivery": {"channel": "online"}}
    draft = send(client, "PATCH", f"/drafts/{draft['id']}", patch, **{"If-Match": '"1"'})
    submission = {"version": draft["version"], "attachments": []}
    path = f"/drafts/{draft['id']}/submission"
    return post(client, path, submission, **{"Idempotency-Key": "the-first"})["code"]


def create_upload(client):
    draft = create_draft(client, BIRTH_REGISTRATION)
    headers = {
        "Motcua-Request": "1",
        "Tus-Resumable": "1.0.0",
        "Upload-Length": "100",
        "Upload-Metadata": metadata("anh", 1),
    }
    response = client.post(f"{URL}/api/drafts/{draft['id']}/uploads", headers=headers, timeout=30)
    response.raise_for_status()
    return response.headers["Location"].rsplit("/", 1)[1]


READY_CLIENT = sign_in_ready_account()
DOSSIER = file_dossier(READY_CLIENT)


# Operations that end the session of the request, or return a challenge whose code ends it.
SESSION_ENDING_OPERATIONS = {
    "POST /challenges/{id}/code",
    "POST /challenges/{id}/password",
    "PATCH /session",
    "DELETE /session",
    "POST /session/renewal",
    "DELETE /account/devices",
    "DELETE /account/devices/{id}",
    "POST /account/closing",
}
# Session cookie of the account that owns a device, by device id.
COOKIE_BY_DEVICE = {}


def create_device():
    cookie = register_new_citizen()
    devices = requests.get(f"{URL}/api/account/devices", cookies={"sid": cookie}, timeout=30)
    devices.raise_for_status()
    (own,) = devices.json()
    COOKIE_BY_DEVICE[own["id"]] = cookie
    return own["id"]


@schemathesis.auth(refresh_interval=None)
class Citizen:
    """Authenticates all requests as one citizen. A request that ends its session gets a new citizen instead."""

    def get(self, case, _context):
        if case.operation.label not in SESSION_ENDING_OPERATIONS:
            return READY_CLIENT.cookies["sid"]
        return COOKIE_BY_DEVICE.get((case.path_parameters or {}).get("id")) or register_new_citizen()

    def set(self, case, cookie, _context):
        case.cookies["sid"] = cookie


@schemathesis.serializer("application/offset+octet-stream")
def upload_chunk(_context, value):
    return value if isinstance(value, bytes) else str(value).encode()


NUMBERS = "một hai ba bốn năm sáu bảy tám chín".split()
NAME_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậứừửữự"
WORDS = st.text(NAME_LETTERS, min_size=1, max_size=8)
NAMES = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: " ".join(words).title())


def metadata(name, number):
    pairs = {"filename": f"{name}.jpg", "component": BIRTH_CERTIFICATE, "file_id": f"file-{number:06}"}
    encoded = ((key, base64.b64encode(text.encode()).decode()) for key, text in pairs.items())
    return ",".join(f"{key} {value}" for key, value in encoded)


PASSWORDS = st.text("abcdưấ 0123456789!", min_size=7, max_size=100).map("x{}".format)

schemathesis.openapi.format("person-name", NAMES)
schemathesis.openapi.format("new-password", PASSWORDS)
schemathesis.openapi.format("upload-metadata", st.builds(metadata, WORDS, st.integers(0, 999_999)))

# A generated value rarely matches an existing object. The hooks below therefore replace half of the valid values with
# those of existing objects. A checksum of the value selects the half, so that a run can be repeated.


def is_selected(value):
    return zlib.crc32(repr(value).encode()) % 2 == 0


@schemathesis.hook("map_path_parameters")
def use_existing_ids(context, parameters):
    if not parameters or not is_selected(parameters):
        return parameters
    if context.operation.path.startswith("/dossiers/{code}"):
        return {**parameters, "code": DOSSIER}
    if context.operation.path == "/forms/{key}":
        return {**parameters, "key": "birth-registration"}
    if context.operation.path.startswith("/drafts/{id}"):
        return {**parameters, "id": create_draft(READY_CLIENT, COPY_OF_A_RECORD)["id"]}
    if context.operation.path == "/account/devices/{id}":
        return {**parameters, "id": create_device()}
    if context.operation.path == "/uploads/{id}":
        return {**parameters, "id": create_upload(READY_CLIENT)}
    return parameters


@schemathesis.hook.apply_to(method="POST", path="/registrations")
def map_body(_context, body):
    consents = body.get("consents") if isinstance(body, dict) else None
    if isinstance(consents, list) and all(is_consent(one, {"purpose", "version"}) for one in consents):
        return {**body, "consents": [{"purpose": "file_dossiers", "version": 1}]}
    return body


@schemathesis.hook.apply_to(method="POST", path="/account/consents")
def map_body(_context, body):  # noqa: F811
    if is_consent(body, {"purpose", "version", "given"}) and isinstance(body["given"], bool):
        return {**body, "purpose": "reuse_answers", "version": 1}
    return body


@schemathesis.hook.apply_to(method="POST", path="/drafts")
def map_body(_context, body):  # noqa: F811
    if isinstance(body, dict) and is_text(body.get("procedure"), 1, 40):
        agency = {"agency": PLACE} if is_place(body.get("agency")) else {}
        return {**body, "procedure": BIRTH_REGISTRATION, **agency}
    return body


@schemathesis.hook.apply_to(method="PATCH", path="/drafts/{id}")
def map_body(_context, body):  # noqa: F811
    if not isinstance(body, dict) or not is_selected(body):
        return body
    if isinstance(body.get("answers"), dict):
        body = {**body, "answers": {"child_name": value for value in body["answers"].values()}}
    if is_place(body.get("agency")):
        body = {**body, "agency": PLACE}
    return body


@schemathesis.hook.apply_to(method="PATCH", path="/drafts/{id}")
def map_headers(_context, headers):
    if headers and re.fullmatch(r'"[0-9]{1,15}"', str(headers.get("If-Match"))) and is_selected(headers):
        return {**headers, "If-Match": '"1"'}
    return headers


@schemathesis.hook.apply_to(method="POST", path="/drafts/{id}/uploads")
def map_headers(_context, headers):  # noqa: F811
    length = str((headers or {}).get("Upload-Length"))
    if re.fullmatch("[0-9]+", length) and int(length) <= 2**53 - 1 and is_selected(headers):
        return {**headers, "Upload-Length": str(int(length) % 5000 + 1)}
    return headers


@schemathesis.hook.apply_to(method="POST", path="/challenges/{id}/code")
def map_body(_context, body):  # noqa: F811
    if isinstance(body, dict) and re.fullmatch("[0-9]{6}", str(body.get("code"))) and is_selected(body):
        return {**body, "code": latest_code()}
    return body


@schemathesis.hook.apply_to(method="POST", path="/lookups")
def map_body(_context, body):  # noqa: F811
    if has_exactly_texts(body, code=60, filed_by=40) and is_selected(body):
        phone, _ = re.fullmatch(READY_ACCOUNT, os.environ["MOTCUA_READY"]).groups()
        return {"code": DOSSIER, "filed_by": phone}
    return body


@schemathesis.hook.apply_to(method="POST", path="/feedback")
def map_body(_context, body):  # noqa: F811
    if has_exactly_texts(body, name=100, title=200, content=4000, challenge=60, answer=20) and is_selected(body):
        captcha = requests.post(f"{URL}/api/feedback/challenge", headers={"Motcua-Request": "1"}, timeout=30).json()
        left, right = re.fullmatch("(.*) cộng (.*) bằng mấy[?]", captcha["question"].lower()).groups()
        total = NUMBERS.index(left) + NUMBERS.index(right) + 2
        return {**body, "challenge": captcha["id"], "answer": str(total)}
    return body


def has_exactly_texts(value, **max_lengths):
    return (
        isinstance(value, dict)
        and value.keys() == max_lengths.keys()
        and all(is_text(value[name], 1, max_length) for name, max_length in max_lengths.items())
    )


def is_consent(value, keys):
    return (
        isinstance(value, dict)
        and value.keys() == keys
        and is_text(value["purpose"], 1, 60)
        and not isinstance(value["version"], bool)
        and isinstance(value["version"], (int, float))
        and value["version"] == int(value["version"])
        and 0 <= value["version"] < 2**32
    )


def is_text(value, min_length, max_length):
    return isinstance(value, str) and min_length <= len(value) <= max_length


def is_place(value):
    return (
        isinstance(value, dict)
        and value.keys() == PLACE.keys()
        and re.fullmatch("[0-9]{2}", str(value["province"])) is not None
        and re.fullmatch("[0-9]{5}", str(value["commune"])) is not None
    )
