# SPDX-License-Identifier: Apache-2.0
"""No path of the machine it was written on, and no host but those that standards and examples name."""
import re

PATH = re.compile(r"(?<![\w.$}/-])/(?:work|root|home/(?!you\b|me\b|ann\b|anna\b)\w+)(?=/|\b)")
HOST = re.compile(r"https?://([A-Za-z0-9.-]+)")
HOSTS = {
    # standards and terminologies whose names are URLs
    "hl7.org", "www.hl7.org", "terminology.hl7.org", "loinc.org", "snomed.info", "unitsofmeasure.org",
    "www.w3.org", "www.ietf.org", "datatracker.ietf.org", "www.rfc-editor.org", "profiles.ihe.net",
    "www.apache.org", "www.freedesktop.org", "specifications.freedesktop.org", "www.whocc.no",
    "www.nlm.nih.gov", "hl7.org.au", "dicom.nema.org", "fhir.org", "c2sp.org", "www.usps.com",
    "standardterms.edqm.eu", "www.ada.org", "synthetichealth.github.io",
    "www.ama-assn.org", "nucc.org", "ns.electronichealth.net.au",
    # ours and examples
    "github.com", "io.github.keepwell", "127.0.0.1", "localhost", "server", "x", "example.org", "example.com", "example.net",
    "www.debian.org",  # its copyright format
}
# Files that are only read as text by this rule's own samples, or that must name a host.
EXEMPT = {"LICENSE", "tests/lint/rules/places.py"}

GOOD = [("a.md", "see http://hl7.org/fhir/R4 and http://system.example.org/x"), ("a.cpp", '"work/root/home"'),
        ("dev", "$root/build"), ("a.py", "/usr/bin/python3 and /tmp/x"), ("a.md", "https://github.com/a/b")]
BAD = [("a.cpp", 'open("/work/shared/data")'), ("a.md", "in /root/.cache"), ("a.py", "'/home/bob/x'"),
       ("dev", "curl https://mirror.some-registry.net/x"), ("a.txt", "http://packages.test-host.io/")]


def check(path, text):
    if path in EXEMPT:
        return []
    complaints = [f"names the path {found}" for found in sorted(set(PATH.findall(text)))]
    hosts = {host.rstrip(".").lower() for host in HOST.findall(text)}
    return complaints + [f"names the host {host}" for host in sorted(hosts) if not known(host)]


def known(host):
    return (host in HOSTS or host.endswith((".example.org", ".example.com", ".example.net", ".example", ".test",
                                            ".invalid")))
