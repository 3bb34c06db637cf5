// SPDX-License-Identifier: GPL-2.0-or-later
//
// Turns the files and folders that a user named into a sorted list of files to read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/problem.h"

namespace ibid {

// What is said by hand of the reports beside it and below (corpus/given).
inline constexpr char kGivenFileName[] = "ibid.toml";

// What tells a changed report without reading its file. A program may set size and mtime as it
// likes (cp -p, rsync -t, touch -r, a file renamed over another); each of these changes ctime or
// inode.
struct FileStamp {
  std::string path;           // absolute, lexically normal; bytes as the file system has them
  std::uint64_t size = 0;     // bytes
  std::int64_t mtime_ns = 0;  // nanoseconds since the epoch
  std::int64_t ctime_ns = 0;  // likewise; 0 if unknown
  std::uint64_t inode = 0;    // 0 if unknown
  // given_key() and mapping_key() of what is said of the report by hand; discover() leaves it
  // empty.
  std::string given = {};
  bool operator==(const FileStamp&) const = default;
};

// Whether both are of one state of one file, whatever is said of it.
bool is_same_file(const FileStamp& a, const FileStamp& b);

// Returns the stamp of the file that `path` leads to, or nothing if there is none or it is not a
// regular file.
std::optional<FileStamp> stamp_of_file(const std::string& path);

struct Discovery {
  std::vector<FileStamp> files;  // sorted by path bytes, each once
  // The named folders and files that exist, absolute and lexically normal, sorted.
  std::vector<std::string> roots;
  std::vector<Problem> problems;  // unreadable folders, missing paths, named devices
  // Paths of files that exist and are not to be read now, as they are being written, in any order;
  // discover() leaves it empty.
  std::vector<std::string> busy = {};
  // Files below named folders of kinds that are not read (unread_kinds.h), sorted by path; not
  // those with their text beside them: "a.doc" beside "a.txt".
  std::vector<Problem> unread;
  // Files below folders that were skipped for their extension or a leading dot; kGivenFileName is
  // none of them, nor a report, however it is named.
  std::uint64_t skipped = 0;
};

// Returns `path` absolute and lexically normal, as it is in roots and stamps.
std::string absolute_path(const std::string& path);

// A named file is read whatever its extension: its content says what it is. Below a named folder,
// regular files with an extension of a format that is read (format_of_name()) are; hidden files
// (leading dot) are not. Symbolic links to files are followed; links to folders below a named
// folder are not.
//
// A file that several paths lead to through links is in `files` once: below a named folder rather
// than named or through a link in it; of folders, the one that holds the others, then the first
// named. Names of a hard link are different files.
Discovery discover(const std::vector<std::string>& paths);

}  // namespace ibid
