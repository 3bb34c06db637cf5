# SPDX-License-Identifier: GPL-2.0-or-later
#
# cmake/word_table.cmake: the rows it makes from a list, and what it says about a wrong line.
cmake_minimum_required(VERSION 3.25)
set(module ${CMAKE_CURRENT_LIST_DIR}/../../cmake/word_table.cmake)

# Run by itself below, for each list: a wrong one ends the run.
if(DEFINED list_file)
  include(${module})
  ibid_word_rows(rows ${list_file} ${options})
  message("${rows}")
  return()
endif()

set(faults 0)

# rows_of(OUT OPTIONS TEXT): what CMake prints for a list of this text.
function(rows_of out options text)
  file(WRITE words.txt "${text}")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -Dlist_file=words.txt "-Doptions=${options}"
            -P ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
    OUTPUT_VARIABLE printed ERROR_VARIABLE printed)
  set(${out} "${printed}" PARENT_SCOPE)
endfunction()

function(expect_rows options text expected)
  rows_of(printed "${options}" "${text}")
  if(NOT printed STREQUAL "${expected}\n")
    message("of\n${text}\nit makes\n${printed}\nand not\n${expected}\n")
    math(EXPR faults "${faults} + 1")
    set(faults ${faults} PARENT_SCOPE)
  endif()
endfunction()

# `expected`: the line's number and the sentence.
function(expect_error options text expected)
  rows_of(printed "${options}" "${text}")
  string(REGEX REPLACE "[ \n]+" " " printed "${printed}")
  string(FIND "${printed}" "words.txt:${expected}" at)
  if(at EQUAL -1)
    message("of\n${text}\nit says\n${printed}\nand not\n${expected}\n")
    math(EXPR faults "${faults} + 1")
    set(faults ${faults} PARENT_SCOPE)
  endif()
endfunction()

set(one "COLUMNS;word:text")
set(sounds "COLUMNS;word:characters;after:any|no-vowel;alone:flag")
string(ASCII 239 187 191 byte_order_mark)
string(ASCII 176 161 cp949)

expect_rows("${one}" "# \"a\\\"; [\n\n달러\naren't\n" "\"달러\",\n\"aren't\",")
expect_rows("${one};SORTED" "나\nb c\nb\n가\n" "\"b\",\n\"b c\",\n\"가\",\n\"나\",")
expect_rows("${one};LONGEST_FIRST" "은\n에는\n는\n" "\"에는\",\n\"은\",\n\"는\",")
expect_rows("${one}" "${byte_order_mark}# c\r\na\r\nb" "\"a\",\n\"b\",")
expect_rows("${sounds}" "은\tno-vowel\n도\tany\talone\n"
  "{U\"은\", kNoVowel, false},\n{U\"도\", kAny, true},")
expect_rows("COLUMNS;sign:character;code:text;power:number" "₩\tKRW\t12\n$\t-\t0\n"
  "{U'₩', \"KRW\", 12},\n{U'$', \"\", 0},")

expect_error("${one}" "# c\na\n b\n" "3: white space at the beginning or end")
expect_error("${one}" "a\n\nb \n" "3: white space at the beginning or end")
expect_error("${one}" "a  b\n" "1: more than one space or tab between words")
expect_error("${one}" "a\nb\na\n" "3: \"a\" is already in the list")
expect_error("${one}" "a\tb\n" "1: it has 2 columns, the list only 1: word:text")
expect_error("${one}" "a\n# [\nb[\n" "3: a list of words cannot contain [")
expect_error("${one}" "a\nb;c\n" "2: a list of words cannot contain ;")
expect_error("${one}" "a\n\"b\"\n" "2: a list of words cannot contain \"")
expect_error("${one}" "a\nb\\\n" "2: a list of words cannot contain \\")
expect_error("${one}" "a\n${cp949}\n" "2: it is not UTF-8; save the file as UTF-8")
expect_error("${one}" "# nothing\n" "2: the list is empty")
expect_error("${one};LOWER_CASE" "a\nBig\n" "2: write \"big\" in lower case")
expect_error("${sounds}" "은\n" "1: the column \"after\" is missing")
expect_error("${sounds}" "은\tvowel\n" "1: \"vowel\" is not one of any|no-vowel")
expect_error("${sounds}" "은\tany\tyes\n" "1: \"yes\" is not \"alone\"")
expect_error("COLUMNS;word:text;value:number" "a\t1\nb\tx\n" "2: \"x\" is not a number")
expect_error("COLUMNS;sign:character" "ab\n" "1: \"ab\" is not one character")

if(faults GREATER 0)
  message(FATAL_ERROR "${faults} lists were not read as they should be")
endif()
