# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where, and the .deb that `cpack -G DEB` makes of it.
include(GNUInstallDirs)
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CMAKE_INSTALL_DOCDIR "${CMAKE_INSTALL_DATADIR}/doc/keepwell")
set(KEEPWELL_APP_ID "io.github.keepwell.Keepwell")
set(linux "${CMAKE_SOURCE_DIR}/packaging/linux")

install(FILES "${linux}/${KEEPWELL_APP_ID}.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
configure_file("${linux}/${KEEPWELL_APP_ID}.metainfo.xml" "${KEEPWELL_APP_ID}.metainfo.xml" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${KEEPWELL_APP_ID}.metainfo.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${CMAKE_SOURCE_DIR}/resources/keepwell.svg" RENAME "${KEEPWELL_APP_ID}.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${linux}/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# keepwell_install_compressed(keepwell.1 <destination>): Debian wants manuals and changelogs so.
function(keepwell_install_compressed source name destination)
    set(packed "${CMAKE_CURRENT_BINARY_DIR}/${name}.gz")
    add_custom_command(OUTPUT "${packed}" DEPENDS "${source}" VERBATIM
        COMMAND sh -c "gzip -9nc \"$1\" >\"$2\"" sh "${source}" "${packed}")
    string(MAKE_C_IDENTIFIER "packed_${name}" target)
    add_custom_target(${target} ALL DEPENDS "${packed}")
    install(FILES "${packed}" DESTINATION "${destination}")
endfunction()
keepwell_install_compressed("${linux}/keepwell.1" keepwell.1 "${CMAKE_INSTALL_MANDIR}/man1")
keepwell_install_compressed("${linux}/keepwell-cli.1" keepwell-cli.1 "${CMAKE_INSTALL_MANDIR}/man1")
keepwell_install_compressed("${linux}/keepwell-contract.1" keepwell-contract.1 "${CMAKE_INSTALL_MANDIR}/man1")
keepwell_install_compressed("${CMAKE_SOURCE_DIR}/CHANGELOG.md" NEWS "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME keepwell)
set(CPACK_PACKAGE_VENDOR "The Keepwell authors")
set(CPACK_PACKAGE_CONTACT "The Keepwell authors <keepwell@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "health wallet that keeps, shares and logs medical records")
set(CPACK_PACKAGE_DESCRIPTION
"Keepwell keeps a person's health records encrypted on their own computer, shares
parts of them with clinicians for a limited time, and shows, with proof, who
opened what and when. It comes with a window (keepwell) and a command line
(keepwell-cli), and with the contract server for those who run a network
(keepwell-contract).")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "hicolor-icon-theme, python3:any")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS qt6-wayland)
include(CPack)
