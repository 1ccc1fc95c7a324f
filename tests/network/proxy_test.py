#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The cutting lines themselves: a test that goes through them must be able to trust what they did."""
import contextlib
import socket
import threading
import unittest

from proxy import Lines
from services import eventually


class Echo:
    """Sends back what it gets."""

    def __init__(self):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                call, _ = self._listener.accept()
                threading.Thread(target=self._answer, args=(call,), daemon=True).start()

    @staticmethod
    def _answer(call):
        with contextlib.suppress(OSError), call:
            while data := call.recv(100):
                call.sendall(data)

    def close(self):
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # or accept() would go on
        self._listener.close()


class LinesTest(unittest.TestCase):
    def setUp(self):
        self.echo, self.lines = Echo(), Lines()
        self.addCleanup(self.echo.close)
        self.addCleanup(self.lines.close)
        self.port = self.lines.to(self.echo.port)

    def call(self):
        call = socket.create_connection(("127.0.0.1", self.port), timeout=5)
        self.addCleanup(call.close)
        return call

    def said(self, call, word=b"word"):
        call.sendall(word)
        return call.recv(100)

    def assertCut(self, call):
        with self.assertRaises(OSError):
            if not self.said(call):
                raise ConnectionResetError

    def test_carries_both_ways_and_counts(self):
        call = self.call()
        self.assertEqual(self.said(call), b"word")
        self.assertEqual(self.lines.pieces, 2)

    def test_cuts_open_calls_and_new_ones_until_mended(self):
        call = self.call()
        self.assertEqual(self.said(call), b"word")
        self.lines.cut()
        self.assertCut(call)
        with contextlib.suppress(ConnectionError):
            self.assertCut(self.call())
        self.lines.mend()
        self.assertEqual(self.said(self.call()), b"word")

    def test_cuts_before_the_named_piece(self):
        self.lines.cut_at = 3
        call = self.call()
        self.assertEqual(self.said(call), b"word")
        self.assertCut(call)  # the question passes as piece 3, the answer does not
        self.assertEqual(self.lines.pieces, 4)

    def test_calls_the_test_at_the_named_piece(self):
        called = threading.Event()
        self.lines.at_cut, self.lines.cut_at = called.set, 1
        self.assertEqual(self.said(self.call()), b"word")
        self.assertTrue(called.is_set())

    def test_stalls(self):
        call = self.call()
        self.lines.stall()
        call.settimeout(0.3)
        with self.assertRaises(TimeoutError):
            self.said(call)
        self.lines.mend()
        call.settimeout(5)
        self.assertEqual(call.recv(100), b"word")

    def test_refuses_where_nobody_listens(self):
        self.echo.close()
        gone = self.lines.to(self.echo.port)
        call = socket.create_connection(("127.0.0.1", gone), timeout=5)
        self.addCleanup(call.close)
        eventually("the call ends", lambda: self._ended(call), seconds=5)

    @staticmethod
    def _ended(call):
        with contextlib.suppress(ConnectionError):
            return call.recv(1) == b""
        return True


if __name__ == "__main__":
    unittest.main(verbosity=2)
