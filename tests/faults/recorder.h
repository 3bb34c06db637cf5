// SPDX-License-Identifier: GPL-2.0-or-later
//
// Calls that change files or folders below one folder, each made and written down as one step. The
// environment says which folder and where (power_cut_run.cc). Errors are those of the calls.
#pragma once

#include <stdio.h>
#include <sys/types.h>

#include <cstddef>

namespace ibid::recorder {

int open_recorded(int folder, const char* name, int flags, mode_t mode);
FILE* open_stream(const char* name, const char* mode);
// `at`: -1 for where the file is.
ssize_t write_recorded(int file, const void* bytes, std::size_t size, off_t at);
int sync_recorded(long call, int file);
int truncate_recorded(int file, off_t size);
int rename_recorded(int from_folder, const char* from, int to_folder, const char* to,
                    unsigned flags);
int link_recorded(const char* from, const char* to);
int symlink_recorded(const char* to, const char* path);
int unlink_recorded(int folder, const char* name, int flags);
int mkdir_recorded(int folder, const char* name, mode_t mode);
void* map_recorded(void* where, std::size_t size, int protection, int flags, int file, off_t at);

// Writes down that `name` was called, which the log cannot express.
void note_other(const char* name, int file);
void note_other(const char* name, const char* path);

}  // namespace ibid::recorder
