# SPDX-License-Identifier: Apache-2.0
"""A core module includes only itself and modules before it, and no Qt; ui knows only the wallet. Within the ledger on
Fabric, each part includes only itself and the parts it needs."""
import re

ORDER = ["base", "crypto", "contract", "identity", "store", "vault", "ledger", "records", "sharing",
         "audit", "wallet"]
CONTRACT_NEEDS = {"base", "crypto", "contract"}
# The parts of core/ledger/fabric, and what each may include of the others; what stands above all parts may include all.
FABRIC = "core/ledger/fabric/"
FABRIC_NEEDS = {
    "member": set(),
    "enrolment": {"member"},
    "chain": {"member"},
    "gateway": {"member"},
    "mirror": {"member", "chain", "gateway"},
    "whole": {"member", "chain", "gateway", "mirror"},
    "light": {"member", "chain", "gateway", "mirror"},
}
# What the interface may see of core: the facade, and the vocabulary that its methods speak.
UI_SEES = {"core/base", "core/wallet"}
UI_SEES_FILES = {"core/crypto/secret.hpp", "core/crypto/secret_text.hpp", "core/crypto/sodium.hpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)

GOOD = [
    ("core/store/cid.hpp", '#include "core/base/bytes.hpp"\n#include "core/store/x.hpp"\n#include <vector>\n'),
    ("core/contract/a.cpp", '#include "core/crypto/hash.hpp"\n'),
    ("ui/records/page.cpp", '#include "core/wallet/wallet.hpp"\n#include <QWidget>\n#include "ui/theme/a.hpp"\n'),
    ("app/cli/main.cpp", '#include "core/wallet/wallet.hpp"\n'),
    ("core/ledger/fabric/light/a.cpp", '#include "core/ledger/fabric/mirror/a.hpp"\n#include "core/ledger/ledger.hpp"\n'),
    ("core/ledger/fabric/host.cpp", '#include "core/ledger/fabric/light/a.hpp"\n'),
]
BAD = [
    ("core/base/bytes.hpp", '#include "core/crypto/hash.hpp"\n'),
    ("core/store/cid.cpp", "#include <QString>\n"),
    ("core/store/cid.cpp", "#  include <QtCore/QString>\n"),
    ("core/contract/a.cpp", '#include "core/identity/a.hpp"\n'),
    ("core/wallet/a.cpp", '#include "ui/theme/a.hpp"\n'),
    ("core/none/a.cpp", '#include "core/base/a.hpp"\n'),
    ("ui/records/page.cpp", '#include "core/vault/vault.hpp"\n'),
    ("ui/records/page.cpp", '#include "app/gui/main.hpp"\n'),
    ("app/contract/main.cpp", '#include "core/vault/vault.hpp"\n'),
    ("core/ledger/fabric/light/a.cpp", '#include "core/ledger/fabric/whole/a.hpp"\n'),
    ("core/ledger/fabric/chain/a.cpp", '#include "core/ledger/fabric/gateway/a.hpp"\n'),
    ("core/ledger/fabric/chain/a.cpp", '#include "core/ledger/fabric/host.hpp"\n'),
    ("core/ledger/fabric/none/a.cpp", '#include "core/ledger/ledger.hpp"\n'),
    ("core/ledger/ledger.cpp", '#include "core/ledger/fabric/host.hpp"\n'),
]


def check(path, text):
    parts = path.split("/")
    if not path.endswith((".cpp", ".hpp", ".h", ".c")) or parts[0] not in ("core", "ui", "app"):
        return []
    complaints = []
    for included in INCLUDE.findall(text):
        target = included.split("/")
        if parts[0] == "core":
            complaints += from_core(parts[1], included, target) + within_ledger(path, included)
        elif parts[0] == "ui" and not of_ui(included, target):
            complaints.append(f"ui must not include {included}")
        elif path.startswith("app/contract/") and target[0] == "core" and target[1] not in CONTRACT_NEEDS:
            complaints.append(f"the contract host must not include {included}")
    return complaints


def from_core(module, included, target):
    if re.match(r"Q[A-Z]", target[0]) or re.match(r"Qt[A-Z]", target[0]):
        return [f"core must not include Qt ({included})"]
    if target[0] in ("ui", "app", "tests"):
        return [f"core must not include {included}"]
    if module not in ORDER:
        return [f"{module} is no module of ORDER"]
    if target[0] != "core":
        return []
    late = target[1] not in ORDER or ORDER.index(target[1]) > ORDER.index(module)
    if late or (module == "contract" and target[1] not in CONTRACT_NEEDS):
        return [f"{module} must not include {included}"]
    return []


def within_ledger(path, included):
    """Of the includes of core/ledger alone."""
    if path.startswith("core/ledger/") and not path.startswith(FABRIC):
        return [f"what every ledger shares must not include {included}"] if included.startswith(FABRIC) else []
    part = part_of(path)
    if part == "":
        return []
    if part not in FABRIC_NEEDS:
        return [f"{part} is no part of FABRIC_NEEDS"]
    if not included.startswith(FABRIC) or part_of(included) in FABRIC_NEEDS[part] | {part}:
        return []
    return [f"{part} must not include {included}"]


def part_of(path):
    """The folder below core/ledger/fabric; "" above them, or elsewhere."""
    return path[len(FABRIC):].rpartition("/")[0] if path.startswith(FABRIC) else ""


def of_ui(included, target):
    if target[0] in ("app", "tests"):
        return False
    return target[0] != "core" or "/".join(target[:2]) in UI_SEES or included in UI_SEES_FILES
