# SPDX-License-Identifier: Apache-2.0
"""The lines between a wallet and its network, which a test can cut, stall and slow down at any piece of any call."""
import contextlib
import socket
import threading

from services import free_port


class Lines:
    """Forwards loopback ports of its own to those of peers and nodes. Any thread.

    `pieces` and `bytes` count what was forwarded, both ways, on all lines. When `cut_at` pieces have gone by, `at_cut` is called
    (cut(), unless a test says otherwise). `delay` seconds are waited before each piece.
    """

    def __init__(self):
        self.pieces, self.bytes, self.cut_at, self.delay, self.at_cut = 0, 0, None, 0.0, self.cut
        self._lock, self._flowing = threading.Lock(), threading.Event()
        self._flowing.set()
        self._up, self._open, self._listeners = True, set(), []

    def to(self, target):
        """A new line; the port to call instead of `target`."""
        port = free_port()
        listener = socket.create_server(("127.0.0.1", port))
        self._listeners.append(listener)
        threading.Thread(target=self._accept, args=(listener, target), daemon=True).start()
        return port

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
            self._up, self.pieces, self.cut_at, self.delay, self.at_cut = True, 0, None, 0.0, self.cut
        self._flowing.set()

    def stall(self):
        """Lines stay open and nothing comes through any more."""
        self._flowing.clear()

    def close(self):
        self._flowing.set()
        self.cut()
        for listener in self._listeners:
            _reset(listener)

    def _accept(self, listener, target):
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            far = _connect(target) if self._up else None
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
                if self._is_the_end(len(data)):
                    self.at_cut()
                if not self._up:
                    return
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
            return
        _reset(source)
        _reset(sink)

    def _is_the_end(self, size):
        with self._lock:
            self.pieces += 1
            self.bytes += size
            return self.cut_at is not None and self.pieces == self.cut_at + 1


def _connect(port):
    with contextlib.suppress(OSError):
        return socket.create_connection(("127.0.0.1", port))
    return None


def _reset(one):
    """Closes at once, without the other end's leave."""
    with contextlib.suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        one.shutdown(socket.SHUT_RDWR)
    one.close()
