# SPDX-License-Identifier: GPL-2.0-or-later
#
# cmake -DIBID=program -DOUT=folder -P make_man.cmake: writes a manual page for each command.
execute_process(COMMAND ${IBID} help --list OUTPUT_VARIABLE names COMMAND_ERROR_IS_FATAL ANY)
string(STRIP "${names}" names)
string(REPLACE "\n" ";" names "${names}")
file(MAKE_DIRECTORY ${OUT})
execute_process(COMMAND ${IBID} help --man OUTPUT_FILE ${OUT}/ibid.1 COMMAND_ERROR_IS_FATAL ANY)
foreach(name IN LISTS names)
  execute_process(COMMAND ${IBID} help --man ${name} OUTPUT_FILE ${OUT}/ibid-${name}.1
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
