# SPDX-License-Identifier: Apache-2.0
# Sourced by dev: installs what a list of packages names and the machine lacks.

os_release() { (. /etc/os-release 2>/dev/null && echo "${!1-}"); }

require_known_system() {
    local version
    version=$(os_release VERSION_ID)
    case $(os_release ID) in
        debian) [ -n "$version" ] && [ "${version%%.*}" -lt 12 ] || return 0 ;;
        ubuntu) [ "${version%%.*}" -lt 24 ] || return 0 ;;
    esac
    die "This script knows Debian 12 and newer and Ubuntu 24.04 and newer, not $(os_release PRETTY_NAME)." \
        "Elsewhere install what packaging/debian/build-deps.txt lists and SQLCipher 4.5 or newer with its" \
        "static library; then: cmake --preset release && cmake --build --preset release"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "Packages must be installed, and this is neither root nor has sudo. As root:" "  $*"
    fi
}

missing_packages() {
    comm -23 <(cat "$@" | sed 's/#.*//' | tr -d ' ' | grep . | sort -u) \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u)
}

# install_packages LIST...: dpkg is asked each time (30 ms), so no stamp can be wrong.
install_packages() {
    local missing apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q)
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    as_root "${apt[@]}" update
    as_root "${apt[@]}" -y --no-install-recommends install "${missing[@]}"
}
