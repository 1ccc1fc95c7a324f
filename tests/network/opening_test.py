#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The order of opening is the network's, not the wallet's: a client that leaves out a step gets nothing.

Every attempt is made by a client of our own that keeps no rule (protocol.py, probe.py), as a member of the channel.
"""
import os
import time
import unittest

import binaries
import protocol
from case import NetworkCase, needs
from probe import Probe, Refused
from protocol import GRANT, NONE, RELEASE, REQUEST, REVOKE, REVOKE_KEY, Signer, commitment
from services import eventually

SIG, SEQ, TIME, AUTH, NOTFOUND, PARTY, EXPIRED, REVOKED, STATE = 3, 5, 6, 10, 11, 13, 16, 17, 20
OPENS, NOTLOGGED, PURGED, MISMATCH = 19, 30, 33, 34
FIELD_RELEASE = 1


@needs(probe=True)
class OpeningTest(NetworkCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        net = cls.network
        folder = net.folder / "wallets"
        folder.mkdir(exist_ok=True)
        custodian = net.organisations[0].msp_id
        cls.patient = Probe(binaries.probe_program(), net.network_file(folder / "p.json", 0), custodian)
        cls.addClassCleanup(cls.patient.close)
        cls.clinician = Probe(binaries.probe_program(), net.network_file(folder / "c.json", 1), custodian)
        cls.addClassCleanup(cls.clinician.close)
        told = eventually("the contract answers", lambda: cls._info())
        cls.network_id = told[2]

    @classmethod
    def _info(cls):
        try:
            return cls.patient.info()
        except Refused:
            return None

    def setUp(self):
        super().setUp()
        self.owner, self.grantee, self.stranger = (Signer(self.network_id) for _ in range(3))
        self.one_time = Signer(self.network_id).public  # an Ed25519 key serves as 32 bytes that nobody opens with

    def grant(self, *, seconds=3600, most=0):
        """A grant with its release part deposited: (gid, r)."""
        gid, r = os.urandom(32), os.urandom(32)
        now = int(time.time())
        release = commitment(self.network_id, "release", gid, 1, r)
        _, code = self.patient.enter(self.owner, GRANT, [gid, self.grantee.public, os.urandom(32), os.urandom(32),
                                                         release, 0, now - 60, now + seconds, most,
                                                         self.patient.custodian])
        self.assertEqual(code, 0)
        self.patient.deposit(FIELD_RELEASE, gid, 1, r)
        return gid, r

    def request(self, gid, signer=None):
        return self.clinician.enter(signer or self.grantee, REQUEST, [gid, 1, self.one_time, NONE])

    def release(self, rid, signer=None, at=1, organisation=None):
        signer = signer or self.grantee
        return self.clinician.query(signer.query(int(time.time()), RELEASE, rid), at, organisation)

    def assertNothing(self, codes, ask, *words, **how):
        with self.assertRaises(Refused) as refused:
            ask(*words, **how)
        self.assertIn(refused.exception.code, codes, refused.exception)

    def test_the_order_of_opening_opens(self):
        """Without this, all the others would prove nothing."""
        gid, r = self.grant()
        rid, code = self.request(gid)
        self.assertEqual(code, 0)
        sealed = self.release(rid)
        self.assertGreater(len(sealed), 32)
        self.assertNotIn(r, sealed)
        self.assertNotEqual(self.release(rid), sealed, "each answer is sealed anew")

    def test_without_a_request_nothing_is_released(self):
        gid, _ = self.grant()
        self.assertNothing({NOTLOGGED}, self.release, os.urandom(32))
        self.assertNothing({NOTLOGGED}, self.release, gid)
        _, tx = self.grantee.envelope(int(time.time()), REQUEST, [gid, 1, self.one_time, NONE])
        self.assertNothing({NOTLOGGED}, self.release, tx)

    def test_a_request_that_was_only_endorsed_releases_nothing(self):
        """Evaluated, so that every rule was asked and nothing committed."""
        gid, _ = self.grant()
        envelope, tx = self.grantee.envelope(int(time.time()), REQUEST, [gid, 1, self.one_time, NONE])
        self.clinician.ask(do="evaluate", at=0, function="Submit", arguments=[envelope.hex()], organisations=[])
        self.assertNothing({NOTLOGGED}, self.release, tx)

    def test_another_organisations_peer_has_nothing(self):
        gid, r = self.grant()
        rid, _ = self.request(gid)
        for at in (0, 1):
            with self.assertRaises(Refused):
                self.release(rid, at=at, organisation=self.network.organisations[1].msp_id)
        self.assertGreater(len(self.release(rid, at=0)), 32)

    def test_another_key_gets_nothing(self):
        gid, _ = self.grant()
        rid, _ = self.request(gid)
        self.assertNothing({AUTH, NOTLOGGED}, self.release, rid, self.stranger)
        self.assertNothing({AUTH, NOTLOGGED}, self.release, rid, self.owner)
        refused, code = self.request(gid, self.stranger)
        self.assertEqual(code, PARTY)
        self.assertNothing({PARTY}, self.release, refused, self.stranger)
        self.assertNothing({AUTH, NOTLOGGED, PARTY}, self.release, refused, self.grantee)

    def test_a_signature_of_another_gets_nothing(self):
        gid, _ = self.grant()
        rid, _ = self.request(gid)
        question, signature = protocol.undcbor(self.stranger.query(int(time.time()), RELEASE, rid))
        forged = protocol.undcbor(question)
        forged[4] = self.grantee.public
        self.assertNothing({SIG}, self.clinician.query, protocol.dcbor([protocol.dcbor(forged), signature]), 1)

    def test_an_old_question_gets_nothing(self):
        gid, _ = self.grant()
        rid, _ = self.request(gid)
        for age in (-600, 600, 10 * 365 * 86400):
            self.assertNothing({TIME}, self.clinician.query, self.grantee.query(int(time.time()) - age, RELEASE, rid), 1)

    def test_an_old_request_cannot_be_sent_again(self):
        gid, _ = self.grant(most=1)
        envelope, tx = self.grantee.envelope(int(time.time()), REQUEST, [gid, 1, self.one_time, NONE])
        self.assertEqual(self.clinician.submit(envelope)[3], 0)
        self.grantee.accepted(tx)
        self.assertNothing({SEQ}, self.clinician.submit, envelope)
        rid, code = self.request(gid)
        self.assertEqual(code, OPENS)
        self.assertNothing({OPENS}, self.release, rid)

    def test_after_a_revoke_nothing_is_released(self):
        gid, r = self.grant()
        rid, _ = self.request(gid)
        self.release(rid)
        self.patient.enter(self.owner, REVOKE, [[gid], 0])
        self.assertNothing({REVOKED, PURGED}, self.release, rid)
        refused, code = self.request(gid)
        self.assertEqual(code, REVOKED)
        self.assertNothing({REVOKED}, self.release, refused)
        self.assertNothing({STATE, REVOKED}, self.patient.deposit, FIELD_RELEASE, gid, 1, r)
        self.assertNothing({REVOKED, PURGED}, self.release, rid)

    def test_after_the_owners_key_is_dead_nothing_is_released(self):
        gid, _ = self.grant()
        rid, _ = self.request(gid)
        self.patient.enter(self.owner, REVOKE_KEY, [])
        with self.assertRaises(Refused):
            self.release(rid)
        _, code = self.request(gid)
        self.assertNotEqual(code, 0)

    def test_after_its_end_nothing_is_released(self):
        gid, _ = self.grant(seconds=6)
        rid, code = self.request(gid)
        self.assertEqual(code, 0)
        # Only time ends a grant by itself.
        eventually("the grant ends", lambda: self._ended(rid), seconds=20)
        refused, code = self.request(gid)
        self.assertEqual(code, EXPIRED)
        self.assertNothing({EXPIRED}, self.release, refused)

    def _ended(self, rid):
        try:
            self.release(rid)
            return False
        except Refused as refused:
            self.assertEqual(refused.code, EXPIRED)
            return True

    def test_only_the_committed_value_can_be_deposited(self):
        gid, r = self.grant()
        self.assertNothing({MISMATCH}, self.patient.deposit, FIELD_RELEASE, gid, 1, os.urandom(32))
        self.assertNothing({NOTFOUND}, self.patient.deposit, FIELD_RELEASE, os.urandom(32), 1, r)
        self.patient.deposit(FIELD_RELEASE, gid, 1, r)  # the same again: a custodian may have lost it

    def test_a_release_that_is_submitted_gives_nobody_anything(self):
        """What the contract answers then stands in a block for ever: sealed, and to the same key."""
        gid, r = self.grant()
        rid, _ = self.request(gid)
        question = self.grantee.query(int(time.time()), RELEASE, rid)
        before = self.everything()
        try:
            self.clinician.ask(do="submit", function="Query", arguments=[question.hex()],
                               organisations=[self.clinician.custodian])
        except Refused:
            pass
        eventually("the blocks are written", lambda: self.everything() != before)
        kept = self.everything()
        self.assertGreater(sum(gid in data for data in kept.values()), 2, "the search must be able to find")
        for name, data in kept.items():
            self.assertNotIn(r, data, name)
            self.assertNotIn(r.hex().encode(), data, name)

    def everything(self):
        """All that anybody but the custodian's own private stores keeps: blocks, states, logs of all programs."""
        private = {"pvtdataStore", "transientstore", "stateLeveldb"}
        custodian = self.network.peers[0][0].folder
        files = [file for file in self.network.folder.rglob("*") if file.is_file()
                 and not (custodian in file.parents and private & set(file.parts))]
        return {str(file): file.read_bytes() for file in files}


if __name__ == "__main__":
    unittest.main(verbosity=2)
