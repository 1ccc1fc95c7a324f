# SPDX-License-Identifier: Apache-2.0
"""From exec to a window that can be used, beside KeePassXC, each alone on a display of its own."""
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import time

from measuring import Line

TICKS = os.sysconf("SC_CLK_TCK")
MOST_SECONDS = 60


class Display:
    """A virtual screen that ends with the block it is used in."""

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        deadline = time.perf_counter() + MOST_SECONDS
        while subprocess.run(["xdotool", "getdisplaygeometry"], capture_output=True, check=False,
                             env={"DISPLAY": self.name, "PATH": os.environ["PATH"]}).returncode != 0:
            if time.perf_counter() > deadline or self.server.poll() is not None:
                raise SystemExit("Xvfb did not start")
        return self.name

    def __exit__(self, *_):
        self.server.send_signal(signal.SIGTERM)
        self.server.wait()


def cpu_of(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def rss_of(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def start(command, environment):
    """Wall and CPU seconds until the first visible window, and the resident MiB then."""
    with Display() as display:
        started = time.perf_counter()
        process = subprocess.Popen(command, env=environment | {"DISPLAY": display},
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while True:
                # Alone on its display: any window with a name is its own.
                seen = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "[A-Za-z]"],
                                      env={"DISPLAY": display, "PATH": os.environ["PATH"]},
                                      capture_output=True, check=False).stdout
                if seen.strip():
                    return time.perf_counter() - started, cpu_of(process.pid), rss_of(process.pid)
                if process.poll() is not None or time.perf_counter() - started > MOST_SECONDS:
                    raise SystemExit(f"{command[0]} showed no window (status {process.poll()})")
        finally:
            process.kill()
            process.wait()


def measure(build, folder, wanted):
    if not shutil.which("keepassxc") or not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("skipped: needs keepassxc, xvfb and xdotool")
        return
    passphrase = folder / "passphrase"
    passphrase.write_text("a passphrase for measuring\n")
    passphrase.chmod(0o600)
    home = folder / "home"
    subprocess.run([build / "app/cli/keepwell-cli", "--home", home, "--passphrase-file", passphrase,
                    "init", "--name", "Ann Example", "--role", "patient", "--unlock-cost", "low",
                    "--phrase-file", folder / "words"], check=True, capture_output=True)
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {"HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8",
                   "XDG_RUNTIME_DIR": str(runtime)}
    ours, peers = [], []
    for _ in range(wanted.runs + 1):  # the first of each reads the disk; it does not count
        ours.append(start([build / "app/gui/keepwell", "--home", str(home)], environment))
        peers.append(start(["keepassxc"], environment))
    ours, peers = ([statistics.median(column) for column in zip(*runs[1:])] for runs in (ours, peers))
    yield Line("exec to the unlock page, wall", ours[0] * 1000, "ms", note=f"cpu {ours[1] * 1000:.0f} ms")
    yield Line("KeePassXC to its window, wall", peers[0] * 1000, "ms", note=f"cpu {peers[1] * 1000:.0f} ms")
    yield Line("ratio, cpu", ours[1] / peers[1], "x", 0.5)
    yield Line("ratio, wall", ours[0] / peers[0], "x", 0.5)
    yield Line("resident then", ours[2], "MiB", note=f"KeePassXC {peers[2]:.0f} MiB")
    yield Line("ratio", ours[2] / peers[2], "x", 0.6)
