# SPDX-License-Identifier: GPL-2.0-or-later
#
# A room is a folder of the source tree that answers one question, and a library of its own. A room
# may include only the rooms that it names: the repository is not an include folder. The headers of
# search/plan are linked into build/…/rooms/search_plan/search/plan, and build/…/rooms/search_plan
# is an include folder only of rooms that name this room; everywhere else "search/plan/plan.h" is a
# missing file. docs/architecture.md lists the rooms in their order.

# ibid_room(PATH QUESTION TEXT
#           [SEES ROOM...]         rooms that its headers include: whoever sees it sees them, too
#           [USES ROOM...]         rooms that only its sources include
#           [LIBRARIES TARGET...]  libraries that its sources include
#           [HEADERS FILE...] [SOURCES FILE...])
# Files are named from the folder PATH. The target is ibid_<PATH, with _ for />.
function(ibid_room path)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "QUESTION" "SEES;USES;LIBRARIES;HEADERS;SOURCES")
  if(ARG_UNPARSED_ARGUMENTS OR NOT ARG_QUESTION)
    message(FATAL_ERROR "ibid_room(${path}): QUESTION is missing, or unknown arguments: "
      "${ARG_UNPARSED_ARGUMENTS}")
  endif()
  string(REPLACE "/" "_" name ${path})
  set(folder ${PROJECT_BINARY_DIR}/rooms/${name})
  ibid_link_headers(${folder}/${path} ${ARG_HEADERS})

  set(target ibid_${name})
  set(scope PUBLIC)
  if(ARG_SOURCES)
    add_library(${target} STATIC ${ARG_SOURCES})
    target_link_libraries(${target} PUBLIC ibid_flags PRIVATE ${ARG_LIBRARIES})
    foreach(room IN LISTS ARG_USES)
      string(REPLACE "/" "_" room ${room})
      target_link_libraries(${target} PRIVATE ibid_${room})
    endforeach()
    ibid_precompile(${target} ${ARG_LIBRARIES})
    set_property(GLOBAL APPEND PROPERTY ibid_room_libraries ${target})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${folder})
  foreach(room IN LISTS ARG_SEES)
    string(REPLACE "/" "_" room ${room})
    target_link_libraries(${target} ${scope} ibid_${room})
  endforeach()

  # For tests/tree: the rooms in their order, what each names, and its compiler's include folders.
  string(JOIN " " named ${ARG_SEES} ${ARG_USES})
  string(JOIN " " libraries ${ARG_LIBRARIES})
  set(directories INTERFACE_INCLUDE_DIRECTORIES)
  if(ARG_SOURCES)
    set(directories INCLUDE_DIRECTORIES)
  endif()
  set_property(GLOBAL APPEND PROPERTY ibid_room_lines "${path}\t${ARG_QUESTION}\t${named}\t${libraries}\
\t$<JOIN:$<TARGET_PROPERTY:${target},${directories}>, >\n")
endfunction()

# Links the headers into `folder`, and removes links of headers that no longer exist.
function(ibid_link_headers folder)
  file(GLOB_RECURSE old LIST_DIRECTORIES false ${folder}/*.h)
  foreach(header IN LISTS ARGN)
    set(link ${folder}/${header})
    list(REMOVE_ITEM old ${link})
    cmake_path(GET link PARENT_PATH parent)
    file(MAKE_DIRECTORY ${parent})
    if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${header})
      message(FATAL_ERROR "there is no header ${CMAKE_CURRENT_SOURCE_DIR}/${header}")
    endif()
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}/${header} ${link} SYMBOLIC)
  endforeach()
  if(old)
    file(REMOVE ${old})
  endif()
endfunction()

# Called after all rooms are defined: writes rooms.tsv for tests/tree.
function(ibid_write_rooms)
  get_property(lines GLOBAL PROPERTY ibid_room_lines)
  string(REPLACE "\n;" "\n" lines "${lines}")
  file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/rooms.tsv CONTENT "${lines}")
endfunction()
