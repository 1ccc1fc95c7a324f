#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The story of tests/ui/story_test.cpp on Fabric and IPFS: in windows, by mouse alone and by keyboard alone.

The patient is a member of the first organisation with node A, the clinician of the second with node B.
"""
import os
import shutil
import subprocess
import unittest

import binaries
from case import NetworkCase, needs


@unittest.skipUnless(binaries.program("KEEPWELL_WINDOW_STORY", "test_ui_story"), "the test ui/story is not built")
@needs(blocks=True)
class WindowTest(NetworkCase):
    SHAPE = {"kubo": 2}

    def story(self, *display, **how):
        files = [self.network.network_file(self.folder / f"{org}.json", org) for org in (0, 1)]
        environment = {**os.environ, "KEEPWELL_PATIENT_NETWORK": str(files[0]),
                       "KEEPWELL_CLINICIAN_NETWORK": str(files[1]), **how}
        done = subprocess.run([*display, binaries.program("KEEPWELL_WINDOW_STORY", "test_ui_story")],
                              env=environment, capture_output=True, text=True, timeout=900)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("0 failed, 0 skipped", done.stdout)

    @unittest.skipUnless(shutil.which("xvfb-run"), "no xvfb-run")
    def test_on_an_x_server(self):
        self.story("xvfb-run", "-a", "-s", "-screen 0 1400x900x24", QT_QPA_PLATFORM="xcb")

    @unittest.skipIf(shutil.which("xvfb-run"), "done on an X server")
    def test_without_a_screen(self):
        self.story(QT_QPA_PLATFORM="offscreen")


if __name__ == "__main__":
    unittest.main(verbosity=2)
