#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Takes the texts of ui/ into the .ts files; run it from the top of the tree after texts changed.
# Two rounds: functions outside a class call say(), and lupdate told so no longer sees a tr() that
# stands inside another say().
set -eu
bin=${QT_BIN:-$(qmake6 -query QT_INSTALL_LIBEXECS 2>/dev/null || echo /usr/lib/qt6/bin)}
[ -x "$bin/lupdate" ] || bin=/usr/lib/qt6/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

update() { # file, options…
    file=$1
    shift
    cp "translations/$file" "$work/tr.ts"
    cp "translations/$file" "$work/say.ts"
    "$bin/lupdate" -silent -locations none -no-obsolete "$@" ui -ts "$work/tr.ts" 2>/dev/null
    "$bin/lupdate" -silent -locations none -no-obsolete "$@" -tr-function-alias tr+=say \
        ui -ts "$work/say.ts" 2>/dev/null
    "$bin/lconvert" -i "$work/tr.ts" "$work/say.ts" -o "translations/$file"
}

update keepwell_de.ts
update keepwell_en.ts -pluralonly
