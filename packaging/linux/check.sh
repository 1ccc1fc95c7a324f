#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks a built .deb: what it holds, what it needs, its desktop files, and that its programs start.
# As root with --install it is also installed and removed again.
set -euo pipefail
package=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dpkg-deb -x "$package" "$work"

for file in usr/bin/keepwell usr/bin/keepwell-cli usr/share/applications/io.github.keepwell.Keepwell.desktop \
    usr/share/icons/hicolor/scalable/apps/io.github.keepwell.Keepwell.svg \
    usr/share/man/man1/keepwell.1.gz usr/share/doc/keepwell/copyright; do
    [ -e "$work/$file" ] || { echo "the package lacks $file"; exit 1; }
done
desktop-file-validate "$work"/usr/share/applications/*.desktop
appstreamcli validate --no-net "$work"/usr/share/metainfo/*.metainfo.xml
for program in "$work"/usr/bin/*; do
    ! nm -D --defined-only "$program" | grep -q ' sqlite3_' || { echo "$program exports SQLite"; exit 1; }
    ! ldd "$program" | grep -qE 'libsqlcipher|libsqlite3|Charts|NetworkAuth|poppler|not found' ||
        { echo "$program is linked with what it must not be:"; ldd "$program"; exit 1; }
done
ldd "$work/usr/bin/keepwell-cli" | grep -q Qt && { echo "keepwell-cli is linked with Qt"; exit 1; }
QT_QPA_PLATFORM=offscreen "$work/usr/bin/keepwell" --version
"$work/usr/bin/keepwell-cli" --version
lintian --fail-on error --suppress-tags no-changelog,embedded-library "$package"
if [ "${2-}" = --install ]; then
    apt-get install -qq -y --no-install-recommends "$(realpath "$package")"
    keepwell-cli --version
    apt-get remove -qq -y keepwell
fi
echo "$(basename "$package") is as it should be"
