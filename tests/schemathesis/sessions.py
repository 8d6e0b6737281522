"""Signs the tests in, as a citizen would: password, then the code that the demonstration shows."""

import itertools
import os
import re

import requests
import schemathesis

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
