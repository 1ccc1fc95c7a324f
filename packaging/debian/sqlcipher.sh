# SPDX-License-Identifier: Apache-2.0
# Sourced by dev: gets a static SQLCipher of 4.5 or newer, for cmake/SqlCipher.cmake to find:
#   1. the distribution's own (Debian 13), installed as a package, if it can search text (FTS5);
#   2. on Debian 12 the backport's static library, unpacked into .deps/sqlcipher;
#   3. else the source of Debian 13's or Ubuntu 24.04's package in .deps, which our CMake builds
#      (Ubuntu 24.04 has 4.5.6, without FTS5).
# Other suites are read from the mirror that this machine's apt is configured with, beside its
# configuration, which stays as it is. KEEPWELL_SQLCIPHER=source asks for 3 at once.

readonly sqlcipher_oldest=4.5
# SUITE COMPONENT VERSION KEYRING of the source; its checksum is in cmake/SqlCipherSource.cmake.
case $(os_release ID) in
    ubuntu) sqlcipher_source=(noble universe 4.5.6 ubuntu-archive-keyring) ;;
    *) sqlcipher_source=(trixie main 4.6.1 debian-archive-keyring) ;;
esac
readonly sqlcipher_source
readonly sqlcipher_tarball=.deps/sqlcipher_${sqlcipher_source[2]}.orig.tar.gz

# apt_elsewhere SUITE TYPE COMMAND...: apt-get that sees SUITE on this machine's mirror and nothing
# else. Lists and archives go under .deps/apt, so no root is needed; COMMAND runs inside .deps.
apt_elsewhere() {
    local suite=$1 type=$2 dir=$root/.deps/apt/$1 mirror signed=''
    shift 2
    mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Identifier: Packages' |
        sed -n "s/^$(os_release VERSION_CODENAME) //p" | head -n 1)
    [ -n "$mirror" ] || return 1
    local keyring=/usr/share/keyrings/${sqlcipher_source[3]}.gpg
    [ ! -r "$keyring" ] || signed="[signed-by=$keyring]"
    mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
    echo "$type $signed $mirror $suite ${sqlcipher_source[1]}" >"$dir/sources.list"
    local apt=(apt-get -qq -o Dir::Etc::sourcelist="$dir/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o Dir::State::lists="$dir/lists" -o Dir::Cache="$dir/cache" -o APT::Sandbox::User=
        -o Acquire::Languages=none)
    (cd .deps && "${apt[@]}" update && "${apt[@]}" "$@")
}

sqlcipher_of_distribution() {
    local version
    version=$(apt-cache policy libsqlcipher-dev | sed -n 's/^  Candidate: //p')
    dpkg --compare-versions "${version:-0}" ge "$sqlcipher_oldest" || return 1
    install_packages <(echo libsqlcipher-dev)
    grep -q fts5vocab /usr/lib/"$(gcc -print-multiarch)"/libsqlcipher.a
}

sqlcipher_of_backports() {
    [ "$(os_release VERSION_CODENAME)" = bookworm ] || return 1
    say "Fetching SQLCipher from Debian 12's backports"
    apt_elsewhere bookworm-backports deb download libsqlcipher-dev || return 1
    dpkg-deb -x .deps/libsqlcipher-dev_*.deb .deps/sqlcipher || return 1
    rm -f .deps/libsqlcipher-dev_*.deb
}

sqlcipher_of_source() {
    install_packages <(echo tcl)
    [ ! -e "$sqlcipher_tarball" ] || return 0
    say "Fetching the source of SQLCipher ${sqlcipher_source[2]}"
    # Only the tarball matters; CMake checks it.
    apt_elsewhere "${sqlcipher_source[0]}" deb-src source --download-only --only-source sqlcipher >/dev/null ||
        [ -e "$sqlcipher_tarball" ] ||
        die "A SQLCipher that Keepwell can use is not on this machine's mirror." \
            "Put ${sqlcipher_tarball##*/} of Debian 13 or Ubuntu 24.04 into .deps and start again."
    rm -f .deps/sqlcipher_*.dsc .deps/sqlcipher_*.debian.tar.xz
}

provide_sqlcipher() {
    mkdir -p .deps
    case ${KEEPWELL_SQLCIPHER:-auto} in
        source) sqlcipher_of_source ;;
        auto)
            [ -d .deps/sqlcipher ] || [ -e "$sqlcipher_tarball" ] || sqlcipher_of_distribution ||
                sqlcipher_of_backports || sqlcipher_of_source
            ;;
        *) die "KEEPWELL_SQLCIPHER is auto or source, not '$KEEPWELL_SQLCIPHER'." ;;
    esac
}
