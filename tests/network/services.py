# SPDX-License-Identifier: Apache-2.0
"""Programs that run while a test runs: started with a log, stopped by their own handle, and gone with the test."""
import ctypes
import os
import random
import signal
import socket
import subprocess
import time

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


def end_with_the_test():
    """For preexec_fn: the program does not outlive this one, however it ends."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def free_port(_given=set()):  # what was given once is not given again, though nobody listens yet
    """A loopback port below those that the system hands out to clients by itself."""
    while True:
        port = random.SystemRandom().randrange(18000, 32000)
        if port in _given:
            continue
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        _given.add(port)
        return port


def environment(**changed):
    """Nothing of the user's own Fabric, IPFS or wallet settings."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("CORE_", "ORDERER_", "FABRIC_", "IPFS_", "LIBP2P_", "GOLOG_", "KEEPWELL_"))}
    return {**kept, **changed}


LOGS = {"FABRIC_LOGGING_SPEC": "info:grpc=error:comm.grpc=warning",
        "FABRIC_LOGGING_FORMAT": "%{time:15:04:05.000} %{level:.4s} [%{module}] %{message}"}


class Broken(AssertionError):
    """The network itself did not do what the test needs; the text ends with the logs."""


class Service:
    """One program; `log` takes all that it says, over all its lives."""

    def __init__(self, name, command, log, cwd=None, **env):
        self.name, self.command, self.log, self.cwd, self.env = name, [str(word) for word in command], log, cwd, env
        self.process = None

    def start(self):
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            cwd=self.cwd, env=environment(**self.env),
                                            preexec_fn=end_with_the_test)
        return self

    @property
    def running(self):
        return self.process is not None and self.process.poll() is None

    def signal(self, number):
        if self.running:
            self.process.send_signal(number)

    def stop(self, seconds=10):
        """Asks it to end, and insists after a while."""
        self.signal(signal.SIGCONT)
        self.signal(signal.SIGTERM)
        try:
            self.process and self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self):
        """As a power cut would."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def pause(self):
        self.signal(signal.SIGSTOP)

    def resume(self):
        self.signal(signal.SIGCONT)

    def restart(self):
        self.stop()
        return self.start()

    def wait_for_port(self, port, seconds=30):
        """Returns once somebody listens; raises with the log if the program ended or took too long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.running:
                raise Broken(f"{self.name} ended with {self.process.returncode}\n{self.tail()}")
            with socket.socket() as probe:
                probe.settimeout(1)
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return self
            time.sleep(0.05)
        raise Broken(f"{self.name} does not listen on {port}\n{self.tail()}")

    def tail(self, lines=25):
        """The end of its log, to be read by a person."""
        text = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return "\n".join([f"--- {self.name}: the end of {self.log}", *text[-lines:]])


def run(name, command, seconds=60, cwd=None, check=True, **env):
    """A program that ends by itself; its output, or Broken with it."""
    done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, capture_output=True, cwd=cwd,
                          env=environment(**env), timeout=seconds, check=False)
    if check and done.returncode:
        raise Broken(f"{name} ended with {done.returncode}\n{' '.join(map(str, command))}\n"
                     f"{(done.stdout + done.stderr).decode(errors='replace')[-4000:]}")
    return done


def eventually(what, ask, seconds=30, pause=0.1):
    """The first true answer of `ask`; a Broken answer counts as not yet."""
    end, last = time.monotonic() + seconds, None
    while time.monotonic() < end:
        try:
            answer = ask()
            if answer:
                return answer
        except Broken as broken:
            last = broken
        time.sleep(pause)
    raise Broken(f"{what}: not within {seconds} s\n{last or ''}")
