#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The network is cut, or the wallet killed, at one call after another: nothing is lost and nothing done twice."""
import shutil
import signal
import unittest

from case import LONG, needs
from wallets import PairCase

POINTS = 40 if LONG else 4  # spread over all pieces of an act


def at_every_point(name, act):
    """Adds a test for each point, so that each is one that can fail."""
    def add(cls):
        for point in range(POINTS):
            def test(self, point=point):
                act(self, (point + 0.5) / POINTS)
            setattr(cls, f"test_{name}_at_point_{point + 1}_of_{POINTS}", test)
        return cls
    return add


def cut_share(self, part):
    """Both organisations' gateways are lost at once, and stay lost until the command has ended."""
    promised = self.share_while(self.patient.lines.cut, max(1, int(self.whole * part)))
    self.assertTrue(promised, "a wallet that lost its network keeps what it was told")
    self.assertOnce()


def kill_share(self, part):
    running = []

    def kill():
        running[0].send_signal(signal.SIGKILL)
    self.patient.lines.at_cut, self.patient.lines.cut_at = kill, max(1, int(self.whole * part))
    running.append(self.patient.start(*self.share_words()))
    running[0].communicate(timeout=120)
    if part < 0.7:
        self.assertEqual(running[0].returncode, -signal.SIGKILL, "it was to be killed on its way")
    self.assertOnce(promised=running[0].returncode == 0)


def cut_opening(self, part):
    """An opening is now or never: the wallet says that it failed, and whether it is in the log."""
    grant = self.share()
    self.patient.settle()
    self.doctor.ok("inbox")
    self.doctor.lines.mend()
    self.doctor.lines.cut_at = max(1, int(self.whole * part))
    out = self.folder / "cut"
    answer = self.doctor.ask("inbox", "open", grant, "--reason", "r", "--out", out)
    self.doctor.mend()
    self.doctor.settle()
    opened = [row for row in self.activity(grant) if row["kind"] == "opened"]
    self.assertLessEqual(len(opened), 1)
    if answer.status == 0:
        self.assertEqual(len(opened), 1)
    else:
        self.assertEqual(answer.status, 7, answer)
        self.assertFalse(out.exists())
    self.assertWhole()


@needs(blocks=True, cli=True)
@at_every_point("cut", cut_share)
@at_every_point("killed", kill_share)
@at_every_point("opening_cut", cut_opening)
class WireTest(PairCase):
    SHAPE = {"kubo": 2}
    whole = 0

    def setUp(self):
        super().setUp()
        if not self.whole:
            self.patient.mend()
            self.share()
            type(self).whole = self.patient.lines.pieces
            self.before |= {row["grant"] for row in self.new_grants()}
            type(self).visits += 1
            self.reason = f"Visit {self.visits}"
        self.patient.mend()

    def test_an_older_copy_of_the_wallet_sends_again(self):
        """What a copy still has in its outbox was done already: it is found done, not done twice."""
        self.patient.ok("--offline", *self.share_words())
        older = self.folder / "older"
        shutil.copytree(self.patient.home, older)
        self.patient.settle()
        shutil.rmtree(self.patient.home)
        shutil.copytree(older, self.patient.home)
        self.assertOnce()

    def test_stands_still(self):
        self.patient.lines.stall()
        self.share()
        self.assertOnce()


if __name__ == "__main__":
    unittest.main(verbosity=2)
