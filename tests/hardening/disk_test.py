#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A full disk, a read-only disk, and homes that move: a clear error, and nothing lost."""
import contextlib
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from world import UNAVAILABLE, World, bundle, observation


@contextlib.contextmanager
def small_disk(kibibytes):
    """A file system of its own in memory; only root may make one."""
    with tempfile.TemporaryDirectory(prefix="keepwell-disk-") as place:
        options = f"size={kibibytes}k,mode=0700"
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False)
        if done.returncode:
            raise unittest.SkipTest(f"no file system can be mounted here: {done.stderr.decode().strip()}")
        try:
            yield pathlib.Path(place)
        finally:
            subprocess.run(["umount", "-l", place], check=True)


def remount(place, options):
    subprocess.run(["mount", "-o", f"remount,{options}", place], check=True)


def fill(place, leave):
    """Writes zeros until only `leave` bytes are free."""
    free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
    with open(place / "filler", "wb") as filler:
        filler.write(bytes(max(0, free - leave)))


@unittest.skipUnless(os.geteuid() == 0, "only root can mount a small file system")
class SmallDiskTest(unittest.TestCase):
    def test_a_full_disk_loses_nothing(self):
        with small_disk(24 * 1024) as disk, World(disk) as world:
            world.pair()
            world.do("patient", "import", world.input("a.json", bundle([observation(n, "a") for n in range(50)])))
            more = world.input("b.json", bundle([observation(n, "b " * 400) for n in range(100, 1500)]))
            for leave in (0, 8192, 65536, 300_000):
                with self.subTest(bytes_left=leave):
                    fill(disk, leave)
                    status, answer, _ = world.run("patient", "import", more)
                    self.assertEqual(status, UNAVAILABLE, answer)
                    self.assertRegex(answer["error"]["detail"], "(?i)disk|space|full")
                    status, answer, _ = world.run("patient", "share", "new", "--to", "Dr Clara Example", "--all",
                                                  "--purpose", "TREAT", "--reason", "x", "--days", "2")
                    self.assertIn(status, (0, UNAVAILABLE), answer)
                    (disk / "filler").unlink()
                    self.assertEqual(world.count(), 50)
            world.do("patient", "sync")
            self.assertEqual(world.do("patient", "import", more)["added"], 1400)
            self.assertEqual(world.do("patient", "verify")["problems"], [])

    def test_a_read_only_disk_is_said_so(self):
        with small_disk(64 * 1024) as disk, World(disk) as world:
            world.pair()
            file = world.input("a.json", bundle([observation(n, "a") for n in range(50)]))
            world.do("patient", "import", file)
            remount(disk, "ro")
            status, answer, _ = world.run("patient", "import", file)
            self.assertEqual(status, UNAVAILABLE, answer)
            self.assertGreater(len(answer["error"]["detail"]), 20)
            remount(disk, "rw")
            self.assertEqual(world.count(), 50)
            self.assertEqual(world.do("patient", "import", file)["duplicates"], 50)


class MovedTest(unittest.TestCase):
    def test_home_and_network_move(self):
        with World() as world:
            world.pair()
            world.do("patient", "import", world.input("a.json", bundle([observation(1, "a")])))
            grant = world.share()
            os.rename(world.home("patient"), world.folder / "moved home")
            os.rename(world.folder / "network", world.folder / "moved network")
            self.assertFalse((world.folder / "network").exists())
            status, answer, _ = world.run("moved home", "sync")
            self.assertEqual(status, UNAVAILABLE, answer)
            self.assertEqual(world.count("moved home"), 1)
            self.assertFalse((world.folder / "network").exists(), "a lost network must not be made anew")
            moved = world.input("moved.json", {"ledger": {"kind": "embedded", "path": "../moved network/ledger.db"},
                                               "blocks": {"kind": "folder", "path": "../moved network/blocks"}})
            for who in ("moved home", "clinician"):
                world.do(who, "network", "set", moved)
                self.assertIn("moved network", json.dumps(world.do(who, "network", "show")))
            world.open(grant, "opened")
            self.assertEqual(world.do("moved home", "verify")["problems"], [])
            self.assertIn("opened", [row["kind"] for row in world.do("moved home", "activity")])


if __name__ == "__main__":
    unittest.main(verbosity=2)
