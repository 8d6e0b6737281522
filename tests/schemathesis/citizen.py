"""What the tests must know to get past the door: how a citizen signs in (password, then the code that the
demonstration shows), what texts our named formats allow, and which procedures there are."""

import base64
import itertools
import os
import re

import requests
import schemathesis
from hypothesis import strategies as st

URL = os.environ["MOTCUA_URL"]
READY = re.fullmatch(r"phone (\d+) or citizen id \d+, password (\S+)", os.environ["MOTCUA_READY"])
NEWCOMERS = itertools.count(1)


def post(client, path, body):
    answer = client.post(f"{URL}/api{path}", json=body, headers={"Motcua-Request": "1"}, timeout=30)
    answer.raise_for_status()
    return answer.json()


def answer_with_code(client, challenge, phone):
    messages = client.get(f"{URL}/demo/messages.json", params={"phone": phone}, timeout=30).json()
    post(client, f"/challenges/{challenge['id']}/code", {"code": messages[0]["code"]})


def ready_account():
    client = requests.Session()
    phone, password = READY.groups()
    challenge = post(client, "/sign-ins", {"identifier": phone, "password": password})
    answer_with_code(client, challenge, phone)
    return client.cookies["sid"]


def newcomer():
    client = requests.Session()
    number = next(NEWCOMERS)
    phone = f"07{number:08}"
    slip = {"name": "Nguyễn Văn Mới", "citizen_id": f"{number:012}", "phone": phone}
    challenge = post(client, "/registrations", slip)
    answer_with_code(client, challenge, phone)
    post(client, f"/challenges/{challenge['id']}/password", {"password": "một mật khẩu dài"})
    return client.cookies["sid"]


@schemathesis.auth(refresh_interval=None)
class Citizen:
    """One citizen for everything, but a newcomer for each signing-out: the others go on."""

    cookie = None

    def get(self, case, _context):
        if case.operation.label == "DELETE /session":
            return newcomer()
        if self.cookie is None:
            self.cookie = ready_account()
        return self.cookie

    def set(self, case, cookie, _context):
        case.cookies["sid"] = cookie


NAME_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậứừửữự"
WORDS = st.text(NAME_LETTERS, min_size=1, max_size=8)
NAMES = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: " ".join(words).title())

BIRTH_REGISTRATION = "1.001193"
BIRTH_PAPER = "000.00.00.G15-KQ004389"


def metadata(name, number):
    pairs = {"filename": f"{name}.jpg", "component": BIRTH_PAPER, "file_id": f"file-{number:06}"}
    encoded = ((key, base64.b64encode(text.encode()).decode()) for key, text in pairs.items())
    return ",".join(f"{key} {value}" for key, value in encoded)


schemathesis.openapi.format("person-name", NAMES)
schemathesis.openapi.format("new-password", st.text("abcdưấ 0123456789!", min_size=7, max_size=100).map("x{}".format))
schemathesis.openapi.format("upload-metadata", st.builds(metadata, WORDS, st.integers(0, 999_999)))


@schemathesis.hook.apply_to(method="POST", path="/drafts")
def map_body(_context, body):
    """A procedure that exists, where the schema is kept: otherwise no draft would ever begin."""
    if isinstance(body, dict) and isinstance(body.get("procedure"), str) and 1 <= len(body["procedure"]) <= 40:
        return {**body, "procedure": BIRTH_REGISTRATION}
    return body
