# SPDX-License-Identifier: GPL-2.0-or-later
#
# The headers of a few libraries take half of the compile time, so they are precompiled: one set for
# each combination of libraries that rooms include. A set brings no header into a file whose room
# does not name the library. -DIBID_PRECOMPILE=OFF shows which includes a file is missing.
option(IBID_PRECOMPILE "Precompile the headers of the standard library, Xapian, JSON, CLI11" ON)

set(ibid_std_headers
  <algorithm> <array> <chrono> <cstdint> <filesystem> <fstream> <functional> <map> <memory> <mutex>
  <optional> <set> <sstream> <string> <string_view> <thread> <unordered_map> <utility> <vector>
  <fmt/core.h>)

# ibid_precompile(TARGET LIBRARY...): `TARGET` includes headers of these libraries.
function(ibid_precompile target)
  if(NOT IBID_PRECOMPILE)
    return()
  endif()
  set(owner ibid_std)
  set(headers ${ibid_std_headers})
  foreach(pair "Xapian::xapian xapian.h" "nlohmann_json::nlohmann_json nlohmann/json.hpp"
          "CLI11::CLI11 CLI/CLI.hpp" "spdlog::spdlog_header_only spdlog/spdlog.h"
          "GTest::gmock gmock/gmock.h")
    string(REPLACE " " ";" pair ${pair})
    list(GET pair 0 library)
    list(GET pair 1 header)
    if(library IN_LIST ARGN)
      string(REGEX REPLACE ".*::" "" short ${library})
      string(APPEND owner _${short})
      list(APPEND headers <${header}>)
    endif()
  endforeach()
  # A target with other compile options has its own set.
  get_target_property(options ${target} COMPILE_OPTIONS)
  if(options)
    string(SHA1 hash "${options}")
    string(SUBSTRING ${hash} 0 6 hash)
    string(APPEND owner _${hash})
  endif()
  if(NOT TARGET ${owner})
    file(WRITE ${PROJECT_BINARY_DIR}/precompiled/empty.cc "")
    add_library(${owner} OBJECT ${PROJECT_BINARY_DIR}/precompiled/empty.cc)
    target_link_libraries(${owner} PRIVATE ibid_flags ${ARGN})
    if(options)
      target_compile_options(${owner} PRIVATE ${options})
    endif()
    target_precompile_headers(${owner} PRIVATE ${headers})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
