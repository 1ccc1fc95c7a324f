#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Clocks that are wrong: a contract server's and a wallet's, by ten minutes and by ten years, either way.

Programs are started with a library that moves their clock (clock/shifted_clock.c); they know nothing of it.
"""
import unittest

import binaries
from case import needs
from wallets import PairCase

MINUTES, YEARS = 600, 10 * 365 * 86400


@needs(blocks=True, cli=True)
@unittest.skipIf(binaries.shifted_clock() is None, "skipped: the library that moves a clock is not built")
class ClockTest(PairCase):
    SHAPE = {"kubo": 2}

    def mend(self):
        super().mend()
        for contract in self.network.contracts:
            if contract.service.env:
                self.restart(contract, 0)

    def restart(self, contract, shift):
        contract.service.env = {"LD_PRELOAD": str(binaries.shifted_clock()),
                                "KEEPWELL_TEST_CLOCK_SHIFT": str(shift)} if shift else {}
        contract.service.stop()
        contract.start()

    def contract_off_by(self, seconds, which):
        """Nothing is accepted and nothing released while a host's clock is wrong; afterwards all is as it was."""
        grant = self.share()
        self.patient.settle()
        self.doctor.ok("inbox")
        self.restart(self.network.contracts[which], seconds)
        answer = self.doctor.ask("inbox", "open", grant, "--reason", "r", "--out", self.folder / "while")
        self.assertIn(answer.status, (5, 7, 10), answer)
        self.assertFalse((self.folder / "while").exists())
        self.mend()
        self.doctor.settle()
        opened = sum(row["kind"] == "opened" for row in self.activity(grant))
        self.assertLessEqual(opened, 1, "a request may have been logged; nothing was shown for it")
        self.doctor.ok("inbox", "open", grant, "--reason", "r", "--out", self.folder / "after")
        self.assertEqual(sum(row["kind"] == "opened" for row in self.activity(grant)), opened + 1)
        self.assertWhole()

    def test_custodians_contract_ten_minutes_ahead(self):
        self.contract_off_by(MINUTES, 0)

    def test_custodians_contract_ten_minutes_behind(self):
        self.contract_off_by(-MINUTES, 0)

    def test_custodians_contract_ten_years_ahead(self):
        self.contract_off_by(YEARS, 0)

    def test_custodians_contract_ten_years_behind(self):
        self.contract_off_by(-YEARS, 0)

    def test_other_contract_ten_minutes_ahead(self):
        self.contract_off_by(MINUTES, 1)

    def test_other_contract_ten_years_behind(self):
        self.contract_off_by(-YEARS, 1)

    def wallet_off_by(self, seconds):
        """A wallet whose clock is wrong writes nothing that others believe, and what it kept is sent later."""
        self.patient.clock = seconds
        answer = self.patient.ask(*self.share_words())
        self.assertIn(answer.status, (0, 7, 10), answer)
        if answer.status == 0:
            self.assertEqual(answer.json["state"], "queued")
        else:
            self.assertTrue(answer.json["error"]["detail"])
        return answer.status == 0

    def assertMadeForLater(self):
        """It was kept with the time of a clock that was ahead: made once, and it begins when that clock said."""
        self.mend()
        self.patient.settle()
        row, = self.new_grants()
        self.doctor.ok("inbox")
        answer = self.doctor.refused("denied", "inbox", "open", row["grant"], "--reason", "r", "--out",
                                     self.folder / "early")
        self.assertIn("not begun", answer.json["error"]["detail"])
        self.assertEqual(sorted(row["kind"] for row in self.activity(row["grant"])), ["refused", "shared"])
        self.assertWhole()

    def test_wallet_ten_minutes_ahead(self):
        self.assertTrue(self.wallet_off_by(MINUTES))
        self.assertMadeForLater()

    def test_wallet_ten_minutes_behind(self):
        self.assertOnce(promised=self.wallet_off_by(-MINUTES))

    def test_wallet_ten_years_ahead(self):
        self.assertFalse(self.wallet_off_by(YEARS))
        self.assertOnce(promised=False)

    def test_wallet_ten_years_behind(self):
        self.assertFalse(self.wallet_off_by(-YEARS))
        self.assertOnce(promised=False)


if __name__ == "__main__":
    unittest.main(verbosity=2)
