#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh BUILD: starts the demo, a patient and a clinician on one network. With a display in two windows;
# without one the story is told in text and the pages are drawn to build/tour.
set -euo pipefail
build=$1
cli=$build/app/cli/keepwell-cli
gui=$build/app/gui/keepwell

if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    echo "There is no display, so here is the story in text."
    rm -rf build/story
    python3 -B packaging/demo/story.py "$cli" build/story
    echo
    echo "Drawing the pages of the program into build/tour"
    QT_QPA_PLATFORM=offscreen "$gui" --tour build/tour
    exit
fi

demo=$PWD/build/demo
if [ ! -e "$demo/passphrase" ]; then
    rm -rf "$demo"
    "$cli" demo "$demo"
fi
echo "Two windows open: the patient's wallet and the clinician's."
echo "Both open with this passphrase:  $(cat "$demo/passphrase")"
echo "To start again from the beginning, remove $demo."
"$gui" --home "$demo/patient" &
"$gui" --home "$demo/clinician" &
wait
