# SPDX-License-Identifier: GPL-2.0-or-later
#
# The scripts in tools/ explain themselves, and refuse what they do not know, before they do
# anything: they run here without a PATH, so that one that went on could install nothing.
cmake_minimum_required(VERSION 3.25)
find_program(BASH bash REQUIRED)
set(tools ${CMAKE_CURRENT_LIST_DIR}/../../tools)
set(faults 0)

macro(expect what)
  if(NOT (${ARGN}))
    message("tools/${script} ${argument}: ${what}\n${code}\n${printed}${refused}")
    math(EXPR faults "${faults} + 1")
  endif()
endmacro()

foreach(script run-tests quickstart make-screenshots)
  foreach(argument --help -h --nonsense 모두)
    execute_process(
      COMMAND ${CMAKE_COMMAND} -E env PATH=/nowhere ${BASH} ${tools}/${script} ${argument}
      RESULT_VARIABLE code OUTPUT_VARIABLE printed ERROR_VARIABLE refused)
    if(argument MATCHES "^--?h")
      expect("help ends with 0" code EQUAL 0)
      expect("help says how it is called" printed MATCHES "^usage: tools/${script}")
    else()
      expect("an unknown argument ends with 2" code EQUAL 2)
      expect("one sentence" refused MATCHES "^${script}: unknown [a-z]+ [^\n]+\n$")
      expect("nothing else" printed MATCHES "^$")
    endif()
  endforeach()
endforeach()

if(faults GREATER 0)
  message(FATAL_ERROR "${faults} faults")
endif()
