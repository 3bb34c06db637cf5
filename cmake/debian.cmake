# SPDX-License-Identifier: GPL-2.0-or-later
#
# The Debian packages that cpack makes: ibid of component "program", libibid-dev of "development".
# With IBID_DEBIAN_FILES files are as Debian's policy asks: compressed manual pages (12.1), a
# copyright file (12.5), a changelog in Debian's form (12.7).

set(IBID_MAINTAINER "ibid maintainers <maintainers@ibid.example>" CACHE STRING
  "Name and address of who answers for the Debian packages")

if(IBID_DEBIAN_FILES)
  find_program(DATE date REQUIRED)

  # The day of the release is in CHANGELOG.md.
  file(STRINGS CHANGELOG.md heading REGEX "^## \\[${PROJECT_VERSION}\\] - ")
  string(REGEX MATCH "[0-9]+-[0-9]+-[0-9]+$" day "${heading}")
  if(NOT day)
    message(FATAL_ERROR "CHANGELOG.md has no heading \"## [${PROJECT_VERSION}] - DATE\"")
  endif()
  execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ${DATE} --utc --rfc-email --date=${day}
    OUTPUT_VARIABLE IBID_RELEASE_DATE OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "-.*" "" IBID_RELEASE_YEAR "${day}")

  set(debian ${PROJECT_BINARY_DIR}/debian)
  configure_file(cmake/debian_changelog.in ${debian}/changelog @ONLY)
  configure_file(cmake/debian_copyright.in ${debian}/copyright @ONLY)
  # A native package: its changelog is the one of Debian. -n: no time, so that builds are the same.
  execute_process(COMMAND ${GZIP} -9nc ${debian}/changelog OUTPUT_FILE ${debian}/changelog.gz
    COMMAND_ERROR_IS_FATAL ANY)
  foreach(package_of program:ibid development:libibid-dev)
    string(REPLACE ":" ";" pair ${package_of})
    list(GET pair 0 component)
    list(GET pair 1 package)
    install(FILES ${debian}/changelog.gz ${debian}/copyright
      DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
  endforeach()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ibid)
set(CPACK_PACKAGE_CONTACT "${IBID_MAINTAINER}")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME ibid)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# Maps of Korean characters in PDF files: libpoppler only recommends it, and loses text without. The
# program is not linked with libmicrohttpd, but loads it.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "poppler-data, libmicrohttpd12 (>= 0.9.75)")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"Finds passages in English and Korean reports, and shows each with its report,
section, cited sources and byte range.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libibid-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"Indexes and searches reports, looks up passages, verifies quotations and audits
attribution from programs in C++20. Contains the static library, its headers
and its CMake package.")
# Programs with the static library link these.
string(JOIN ", " CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  libxapian-dev libicu-dev libstemmer-dev nettle-dev libfmt-dev libdeflate-dev libmd4c-dev libzstd-dev
  zlib1g-dev pkg-config)
include(CPack)
