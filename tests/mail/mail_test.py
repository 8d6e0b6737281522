"""Tests e-mails against aiosmtpd, a real SMTP server: STARTTLS with a certificate of a private authority, authentication,
and the content of the e-mails. The backend runs as an operator runs it, without --demo."""

import email
import email.policy
import json
import re
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

BACKEND, WORK = sys.argv[1], Path(sys.argv[2])
USER, PASSWORD = "motcua", "bí mật"
PERSON = {"name": "Nguyễn Thị Thử", "citizen_id": "045190000001", "phone": "0912345678"}
PLACE = {"province": "44", "commune": "19624"}
WAIT_SECONDS = 20


class Mailbox:
    """Keeps what the server receives."""

    def __init__(self):
        self.emails = []

    async def handle_DATA(self, _server, session, envelope):
        assert session.ssl and session.authenticated, "the e-mail came without TLS or authentication"
        self.emails.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 OK"

    def wait_for(self, count):
        """Returns the e-mails as soon as there are `count` of them."""
        end = time.monotonic() + WAIT_SECONDS
        while len(self.emails) < count:
            assert time.monotonic() < end, f"{len(self.emails)} of {count} e-mails came"
            time.sleep(0.05)
        return self.emails


def authenticate(_server, _session, _envelope, _mechanism, data):
    return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()))


def free_port():
    """A port that nobody uses. The controller of aiosmtpd can't choose one by itself."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=WORK)


def make_certificates():
    """Makes an authority, and a certificate that it issues for localhost."""
    (WORK / "names").write_text("subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")
    key = ("-newkey", "rsa:2048", "-nodes")
    openssl("req", "-x509", *key, "-days", "2", "-subj", "/CN=Authority", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", *key, "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr")
    signing = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names")
    openssl("x509", "-req", "-in", "server.csr", *signing, "-out", "server.pem")


class Client:
    """A browser that is signed in."""

    def __init__(self, origin):
        self.origin = origin
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def send(self, method, path, body=None, **headers):
        headers = {"Motcua-Request": "1", "Content-Type": "application/json", "X-Forwarded-For": "192.0.2.1", **headers}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.origin}/api{path}", data, headers, method=method)
        with self.opener.open(request, timeout=30) as response:
            return json.load(response)

    def register(self):
        consents = [{"purpose": key, "version": 1} for key in ("file_dossiers", "progress_messages")]
        challenge = self.send("POST", "/registrations", {**PERSON, "consents": consents})
        messages = (WORK / "data/messages.jsonl").read_text().splitlines()
        code = json.loads(messages[-1])["text"].rsplit("#", 1)[1]
        self.send("POST", f"/challenges/{challenge['id']}/code", {"code": code})
        self.send("POST", f"/challenges/{challenge['id']}/password", {"password": "một mật khẩu dài"})

    def file_dossier(self):
        key = {"Idempotency-Key": "key-1"}
        draft = self.send("POST", "/drafts", {"procedure": "2.000635", "agency": PLACE}, **key)
        answers = {
            "owner_name": PERSON["name"],
            "owner_citizen_id": "001190000001",
            "owner_phone": PERSON["phone"],
            "owner_birth_date": "15/03/1990",
            "owner_residence": {**PLACE, "detail": "Thôn Một"},
            "request": "Đề nghị cấp 2 bản sao.",
            "declaration": True,
        }
        patch = {"answers": answers, "delivery": {"channel": "online"}}
        draft = self.send("PATCH", f"/drafts/{draft['id']}", patch, **{"If-Match": '"1"'})
        submission = {"version": draft["version"], "attachments": []}
        return self.send("POST", f"/drafts/{draft['id']}/submission", submission, **key)["code"]


def check(origin, mailbox):
    client = Client(origin)
    client.register()
    change = {"email": "lan@example.vn", "password": "một mật khẩu dài"}
    challenge = client.send("POST", "/account/email", change)
    recipients, message = mailbox.wait_for(1)[0]
    assert recipients == ["lan@example.vn"], recipients
    code = re.search(r"Mã Một Cửa (\d{6})", message.get_content())[1]
    assert code not in message["Subject"]
    outcome = client.send("POST", f"/challenges/{challenge['id']}/code", {"code": code})
    assert outcome["account"]["email"] == "lan@example.vn", outcome
    dossier = client.file_dossier()
    _, message = mailbox.wait_for(2)[1]
    text = message.get_content()
    assert message["From"] == "Một Cửa <no-reply@example.vn>", message["From"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert f"https://dichvucong.example.vn/dossiers/{dossier}" in text, text
    for personal in PERSON.values():
        assert personal not in text + str(message["Subject"]), text


def main():
    make_certificates()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(WORK / "server.pem", WORK / "server.key")
    mailbox = Mailbox()
    server = Controller(
        mailbox, hostname="127.0.0.1", port=free_port(), tls_context=context, require_starttls=True,
        authenticator=authenticate, auth_required=True,
    )
    server.start()
    (WORK / "password").write_text(PASSWORD)
    settings = {
        "host": "localhost",
        "port": server.port,
        "from": "Một Cửa <no-reply@example.vn>",
        "user": USER,
        "password": {"file": str(WORK / "password")},
        "ca_file": str(WORK / "ca.pem"),
    }
    (WORK / "mail.json").write_text(json.dumps(settings))
    command = [
        BACKEND, "--listen", "127.0.0.1:0", "--data", WORK / "data", "--plain-http",
        "--email-gateway", WORK / "mail.json", "--public-url", "https://dichvucong.example.vn",
    ]
    backend = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        origin = re.search(r"http://[^/]*", backend.stdout.readline())[0]
        check(origin, mailbox)
    finally:
        backend.terminate()
        backend.wait()
        server.stop()
    print("test result: ok. 1 passed; 0 failed;")


main()
