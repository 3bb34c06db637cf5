// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that survive a power cut: written whole, synced, then named. All functions throw
// Error{kSystem} with the path and the system's reason.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

#include "corpus/file_descriptor.h"

namespace ibid {

// `what`: "cannot open /a/b"; `error`: an errno.
[[noreturn]] void fail_system(const std::string& what, int error);

// `flags` of open(2); O_CLOEXEC is added.
FileDescriptor open_file(const std::string& path, int flags, mode_t mode = 0);

// Writes all of `bytes`, however often the system takes only some. `path` is for the message.
void write_all(const FileDescriptor& file, const std::string& path, std::string_view bytes);

// Creates or replaces `path` and syncs it; its name is durable only after sync_folder().
void write_durably(const std::string& path, std::string_view bytes);

// Returns the bytes of a small file, or nothing if it is missing.
std::optional<std::string> read_if_there(const std::string& path);

// Makes the names in a folder durable: of files that were created, renamed or removed there.
void sync_folder(const std::string& path);
// Makes the name of the folder `path` durable, and those of the folders above it in the same file
// system. Leaves out folders that the process may not read, or whose file system cannot sync them.
void sync_folders_above(const std::string& path);
// A rename that happened has not failed, even if the system says so, as over NFS when the answer is
// lost.
void rename_or_throw(const std::string& from, const std::string& to);

}  // namespace ibid
