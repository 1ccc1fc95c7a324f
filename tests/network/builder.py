# SPDX-License-Identifier: Apache-2.0
"""The external builder that peers call for a contract that runs as a service."""

DETECT = 'grep -Eq \'"type"[[:space:]]*:[[:space:]]*"ccaas"\' "$2/metadata.json"'
BUILD = 'cp "$1/connection.json" "$2/metadata.json" "$3/"'
RELEASE = 'mkdir -p "$2/chaincode/server" && cp "$1/connection.json" "$2/chaincode/server/"'


def place(folder):
    """The folder with bin/detect, bin/build and bin/release."""
    scripts = folder / "builder" / "bin"
    scripts.mkdir(parents=True)
    for name, line in (("detect", DETECT), ("build", BUILD), ("release", RELEASE)):
        script = scripts / name
        script.write_text(f"#!/bin/sh\nset -eu\n{line}\n")
        script.chmod(0o755)
    return scripts.parent
