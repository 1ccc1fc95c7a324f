# SPDX-License-Identifier: Apache-2.0
"""The modified client of these tests: network_probe sends whatever it is told, signed by whoever signs."""
import json
import subprocess
import time

import protocol
from services import environment


SEQ = 5  # E_SEQ


class Refused(Exception):
    """What the network answered instead; `code` is the contract's, -1 where it never came to it."""

    def __init__(self, told):
        super().__init__(told["detail"])
        self.code, self.trouble = told["code"], told["trouble"]


class Probe:
    """A member of one organisation, talking to the gateways of a network file."""

    def __init__(self, program, network_file, custodian):
        self.custodian, self.told = custodian, None
        self._process = subprocess.Popen([program, network_file], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         text=True, env=environment())

    def close(self):
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def ask(self, **command):
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise AssertionError(f"network_probe ended with {self._process.wait()}")
        told = json.loads(line)
        if "answer" not in told:
            raise Refused(told)
        self.told = told
        return bytes.fromhex(told["answer"])

    def odd(self, function, *arguments):
        """A call that was endorsed and then sent with fields that nobody knows; what peers say of it, 0: valid."""
        self.ask(do="odd", function=function, arguments=[one.hex() for one in arguments])
        return self.told["code"]

    def submit(self, envelope, organisations=()):
        """What the contract decided: {1: tx id, 2: type, 3: code, 4: t}, committed."""
        return protocol.undcbor(self.ask(do="submit", function="Submit", arguments=[envelope.hex()],
                                         organisations=list(organisations)))

    def enter(self, signer, kind, body):
        """The next entry of `signer`: its tx id, and the code of its outcome."""
        envelope, tx = signer.envelope(int(time.time()), kind, body)
        for _ in range(50):
            try:
                outcome = self.submit(envelope)
                break
            except Refused as refused:
                if refused.code != SEQ:
                    raise
                time.sleep(0.1)  # a peer that has not seen the block before
        else:
            raise AssertionError(f"entry of {kind} is out of turn for every peer")
        signer.accepted(tx)
        return tx, outcome[3]

    def deposit(self, field, identity, epoch, value, own=True):
        slot = protocol.dcbor({1: field, 2: identity, 3: epoch})
        return self.ask(do="submit", own=own, function="Deposit", arguments=[slot.hex()],
                        transient={"value": value.hex()}, organisations=[self.custodian])

    def query(self, question, at=0, organisation=None):
        return self.ask(do="evaluate", at=at, function="Query", arguments=[question.hex()],
                        organisations=[organisation or self.custodian])

    def finds(self, at, organisation):
        """Whether a gateway reaches the contract at `organisation` now."""
        try:
            return self.ask(do="evaluate", at=at, function="Info", arguments=[], organisations=[organisation])
        except Refused:
            return None

    def info(self):
        """{1: payload version, 2: network id, 3: MSP id}."""
        return protocol.undcbor(self.ask(do="evaluate", at=0, function="Info", arguments=[], organisations=[]))
