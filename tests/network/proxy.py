# SPDX-License-Identifier: Apache-2.0
"""A line between a wallet and a peer or node that a test can cut, stall and slow down at any piece of any call."""
import contextlib
import socket
import threading

from services import free_port


class CuttingProxy:
    """Forwards a loopback port to another. Everything it does is said by its fields, from any thread.

    `pieces` counts what was forwarded, both ways; the line is cut (both ends reset, new calls refused) once
    `cut_at` pieces have gone by. `delay` seconds are waited before each piece.
    """

    def __init__(self, target):
        self.target, self.port = target, free_port()
        self.pieces, self.cut_at, self.delay = 0, None, 0.0
        self._lock, self._flowing = threading.Lock(), threading.Event()
        self._flowing.set()
        self._up, self._open = True, set()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        """Ends every call now and refuses new ones."""
        with self._lock:
            self._up = False
            ending, self._open = self._open, set()
        for one in ending:
            _reset(one)

    def mend(self):
        """As new: nothing cut, stalled or slow, and the count at zero."""
        with self._lock:
            self._up, self.pieces, self.cut_at, self.delay = True, 0, None, 0.0
        self._flowing.set()

    def stall(self):
        """Lines stay open and nothing comes through any more."""
        self._flowing.clear()

    def close(self):
        self._flowing.set()
        self._listener.close()
        self.cut()

    def _accept(self):
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                up = self._up
            far = _connect(self.target) if up else None
            if far is None:
                _reset(near)
                continue
            with self._lock:
                self._open |= {near, far}
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, source, sink):
        with contextlib.suppress(OSError, ValueError):
            while data := source.recv(16384):
                self._flowing.wait()
                if self.delay:
                    threading.Event().wait(self.delay)
                if self._counted():
                    self.cut()
                    return
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
            return
        _reset(source)
        _reset(sink)

    def _counted(self):
        """True for the piece that the line is cut before."""
        with self._lock:
            self.pieces += 1
            return self.cut_at is not None and self.pieces > self.cut_at


def _connect(port):
    with contextlib.suppress(OSError):
        return socket.create_connection(("127.0.0.1", port), timeout=None)
    return None


def _reset(one):
    """Closes at once, without the other end's leave."""
    with contextlib.suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        one.shutdown(socket.SHUT_RDWR)
    one.close()
