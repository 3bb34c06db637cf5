# SPDX-License-Identifier: GPL-2.0-or-later
#
# cmake -DIBID=program -DSOURCE=folder -DVERSION=n -DOUT=folder [-DGZIP=program] -P make_share.cmake
#
# Makes the manual pages (of each command, from its help; of two documents), compressed with GZIP if
# it is given, and the shell completions.
execute_process(COMMAND ${IBID} help --list OUTPUT_VARIABLE names COMMAND_ERROR_IS_FATAL ANY)
string(STRIP "${names}" names)
string(REPLACE "\n" ";" names "${names}")
file(REMOVE_RECURSE ${OUT})
file(MAKE_DIRECTORY ${OUT}/man/man1 ${OUT}/man/man5 ${OUT}/man/man7 ${OUT}/completions)

function(write_output file)
  execute_process(COMMAND ${ARGN} OUTPUT_FILE ${OUT}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

write_output(man/man1/ibid.1 ${IBID} help --man)
foreach(name IN LISTS names)
  write_output(man/man1/ibid-${name}.1 ${IBID} help --man ${name})
endforeach()

function(page_of_document name section summary document)
  write_output(man/man${section}/${name}.${section}
    awk -v name=${name} -v section=${section} -v version=${VERSION} -v summary=${summary}
        -f ${SOURCE}/tools/manual/markdown_man.awk ${SOURCE}/docs/${document})
endfunction()

page_of_document(ibid-query 7 "the query language of ibid" query-language.md)
page_of_document(ibid-output 5 "JSON lines and exit codes of ibid" output-format.md)

if(GZIP)
  # -n: without a time, so that builds are the same.
  execute_process(COMMAND ${GZIP} -9nr ${OUT}/man COMMAND_ERROR_IS_FATAL ANY)
endif()

foreach(shell bash zsh fish)
  write_output(completions/ibid.${shell} ${IBID} help --completion ${shell})
endforeach()
