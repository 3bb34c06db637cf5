# SPDX-License-Identifier: GPL-2.0-or-later
#
# What `cmake --install` installs: component "program" is the Debian package ibid, "development" is
# libibid-dev (cmake/debian.cmake).
#
# The library is static: there is no stable ABI before 1.0, and a program built with it runs even if
# ibid is not installed, or in another version.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
include(cmake/public_headers.cmake)

set(ibid_share ${PROJECT_BINARY_DIR}/share)  # made by tools/commands

# ---- the program, its pages and completions --------------------------------------------

install(TARGETS ibid COMPONENT program)
# Started by ibid only, which finds it from its own place: corpus/reader_process.
install(TARGETS ibid-read DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/ibid COMPONENT program)
install(DIRECTORY ${ibid_share}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
install(FILES ${ibid_share}/completions/ibid.bash RENAME ibid
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${ibid_share}/completions/ibid.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
# Debian's zsh has its own folder for the completions of packages.
set(zsh_folder site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(zsh_folder vendor-completions)
endif()
install(FILES ${ibid_share}/completions/ibid.zsh RENAME _ibid
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${zsh_folder} COMPONENT program)
# Units of systemd's user manager, which looks below the home folder in share only. The service names
# the program by its whole path, which is known when it is installed: --prefix may be another. A
# package is installed into a folder of its own first.
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(unit_folder lib/systemd/user)
  set(program_folder "/usr/bin")
else()
  set(unit_folder share/systemd/user)
  set(program_folder "\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}")
endif()
install(CODE "set(IBID_PROGRAM \"${program_folder}/ibid\")
  configure_file(\"${PROJECT_SOURCE_DIR}/tools/serve/ibid-serve.service.in\"
    \"${PROJECT_BINARY_DIR}/ibid-serve.service\" @ONLY)" COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/ibid-serve.service tools/serve/ibid-serve.socket
  tools/systemd/ibid-watch.service
  DESTINATION ${unit_folder} COMPONENT program)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
if(NOT IBID_DEBIAN_FILES)
  install(FILES LICENSE RENAME copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
  install(FILES LICENSES/GPL-3.0.txt DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
endif()
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

# ---- the library -----------------------------------------------------------------------

# One archive of all rooms except those of tools, and what only ibid-read links: libibid.a,
# ibid::ibid.
get_property(ibid_reader_rooms GLOBAL PROPERTY ibid_reader_rooms)
get_property(rooms GLOBAL PROPERTY ibid_room_libraries)
list(FILTER rooms EXCLUDE REGEX "^ibid_tools")
list(REMOVE_ITEM rooms ${ibid_reader_rooms})
list(TRANSFORM rooms REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>")
add_library(ibid_library STATIC ${rooms})
set_target_properties(ibid_library PROPERTIES
  OUTPUT_NAME ibid EXPORT_NAME ibid LINKER_LANGUAGE CXX)
target_compile_features(ibid_library PUBLIC cxx_std_20)
target_sources(ibid_library PUBLIC
  FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ibid_public_headers})
# Targets that ibid-config.cmake finds.
target_link_libraries(ibid_library INTERFACE
  $<INSTALL_INTERFACE:PkgConfig::IBID_LIBRARIES>
  $<INSTALL_INTERFACE:ICU::i18n> $<INSTALL_INTERFACE:ICU::uc> $<INSTALL_INTERFACE:fmt::fmt>
  $<INSTALL_INTERFACE:ZLIB::ZLIB>
  $<INSTALL_INTERFACE:Threads::Threads>
  $<INSTALL_INTERFACE:ibid::stemmer>)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/ibid)
# <ibid/search/hits/searcher.h> for users; the headers name each other from their own root.
install(TARGETS ibid_library EXPORT ibid
  ARCHIVE COMPONENT development
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/ibid COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT ibid NAMESPACE ibid:: FILE ibid-targets.cmake DESTINATION ${package_folder}
  COMPONENT development)
configure_package_config_file(cmake/ibid-config.cmake.in ibid-config.cmake
  INSTALL_DESTINATION ${package_folder})
# Before 1.0 a minor version may change the API.
write_basic_package_version_file(ibid-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ibid-config.cmake ${PROJECT_BINARY_DIR}/ibid-config-version.cmake
  DESTINATION ${package_folder} COMPONENT development)

include(cmake/debian.cmake)
