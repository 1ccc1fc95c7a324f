# SPDX-License-Identifier: Apache-2.0
"""A certificate authority of an organisation: fabric-ca-server with the organisation's own CA key."""
import base64
import json
import ssl
import urllib.error
import urllib.request

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

from services import Service, eventually, free_port

ADMIN = ("registrar", "registrar-password")


class Authority:
    """Enrols members over TLS; registered identities are `client`s, as wallets are."""

    def __init__(self, programs, folder, org):
        self.org, self.port, self.operations_port = org, free_port(), free_port()
        self.folder = folder / f"ca.{org.domain}"
        self.folder.mkdir()
        self._write_settings("8760h")
        self.service = Service(f"ca.{org.domain}", [programs / "fabric-ca-server", "start", "--home", self.folder],
                               self.folder / "log", cwd=self.folder)

    def _write_settings(self, life):
        org, machine = self.org, self.org.machine("peer0")
        settings = {
            "port": self.port, "address": "127.0.0.1", "crlsizelimit": 512000,
            "tls": {"enabled": True, "certfile": str(machine.tls_certificate), "keyfile": str(machine.tls_key)},
            "ca": {"name": f"ca-{org.domain}", "certfile": str(org.ca_certificate), "keyfile": str(org.ca_key)},
            "registry": {"maxenrollments": -1, "identities": [{
                "name": ADMIN[0], "pass": ADMIN[1], "type": "client", "affiliation": "",
                "attrs": {"hf.Registrar.Roles": "*", "hf.Registrar.DelegateRoles": "*", "hf.Revoker": True,
                          "hf.Registrar.Attributes": "*", "hf.GenCRL": True}}]},
            "db": {"type": "sqlite3", "datasource": "fabric-ca-server.db"}, "affiliations": {},
            "signing": {"default": {"usage": ["digital signature"], "expiry": life}},
            "bccsp": {"default": "SW", "sw": {"hash": "SHA2", "security": 256,
                                              "filekeystore": {"keystore": "msp/keystore"}}},
            "operations": {"listenAddress": f"127.0.0.1:{self.operations_port}"}, "metrics": {"provider": "disabled"}}
        (self.folder / "fabric-ca-server-config.yaml").write_text(json.dumps(settings, indent=1))

    def give_for(self, life):
        """From now on certificates are good for `life` (and dated five minutes back)."""
        self._write_settings(life)
        self.service.stop()
        self.start()

    @property
    def url(self):
        return f"https://127.0.0.1:{self.port}"

    def describe(self, secrets):
        """Where and as whom to enrol; `secrets` maps new names to the secret each may enrol with once."""
        for name, secret in secrets.items():
            self.register(name, secret)
        return {"url": self.url, "caname": f"ca-{self.org.domain}", "tls_ca": str(self.org.tls_ca),
                "members": [{"id": name, "secret": secret} for name, secret in secrets.items()]}

    def start(self):
        self.service.start().wait_for_port(self.port)
        eventually(f"{self.service.name} answers", lambda: self._ask("GET", "/api/v1/cainfo"))

    def register(self, name, secret):
        """A member who may enrol once with this secret. Signed by the registrar, as fabric-ca wants it."""
        body = json.dumps({"id": name, "type": "client", "secret": secret, "max_enrollments": 1,
                           "affiliation": ""}).encode()
        self._ask("POST", "/api/v1/identities", body, self._token("POST", "/api/v1/identities", body))

    def given(self, name):
        """How many certificates `name` was given."""
        path = f"/api/v1/certificates?id={name}"
        return len(self._ask("GET", path, None, self._token("GET", path, b""))["result"]["certs"])

    def revoke(self, name):
        """Takes back all that `name` was given; the authority's revocation list, PEM."""
        body = json.dumps({"id": name, "reason": "keycompromise", "gencrl": True}).encode()
        answer = self._ask("POST", "/api/v1/revoke", body, self._token("POST", "/api/v1/revoke", body))
        return base64.b64decode(answer["result"]["CRL"])

    def _token(self, method, path, body):
        certificate, key = self._registrar()
        encoded = base64.b64encode(certificate).decode()
        parts = (method, base64.b64encode(path.encode()).decode(), base64.b64encode(body).decode(), encoded)
        return f"{encoded}.{base64.b64encode(_low_s(key, '.'.join(parts).encode())).decode()}"

    def _registrar(self):
        """Enrols the registrar, once."""
        if not hasattr(self, "_enrolled"):
            self._enrolled = self.enrol(*ADMIN)
        return self._enrolled

    def enrol(self, name, secret):
        """(certificate PEM, key) of a fresh key."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        csr = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key, hashes.SHA256())
        body = json.dumps({"certificate_request": csr.public_bytes(serialization.Encoding.PEM).decode()}).encode()
        basic = "Basic " + base64.b64encode(f"{name}:{secret}".encode()).decode()
        return base64.b64decode(self._ask("POST", "/api/v1/enroll", body, basic)["result"]["Cert"]), key

    def _ask(self, method, path, body=None, authorization=None):
        request = urllib.request.Request(self.url + path, body, {"Content-Type": "application/json"}, method=method)
        if authorization:
            request.add_header("authorization", authorization)
        trust = ssl.create_default_context(cafile=str(self.org.tls_ca))
        try:
            with urllib.request.urlopen(request, timeout=10, context=trust) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.code} {error.read()[:500]!r}") from None


def _low_s(key, message):
    order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
    r, s = decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256())))
    return encode_dss_signature(r, min(s, order - s))
