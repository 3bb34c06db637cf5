// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index contains, and whether it is whole.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ibid {

struct IndexInfo {
  std::string directory;
  std::uint64_t format_version = 0;
  std::string analyzer;            // "ibid-en-ko/1"
  std::string created_by;          // "ibid 0.1.0"
  std::string storage;             // "xapian glass 1.4.22"
  std::vector<std::string> roots;  // the folders and files that it was made from; see Manifest
  std::string metadata;            // the file of corrections that was named; likewise
  std::uint64_t generation = 0;
  std::uint64_t committed = 0;  // when, seconds since 1970; 0: by a program that did not note it
  // Passages of which it is not known in which generation they were first seen: older than the
  // format that says so.
  std::uint64_t undated_passages = 0;
  std::uint64_t reports = 0, passages = 0, citations = 0;
  std::uint64_t sources = 0;  // distinct ones cited
  std::map<std::string, std::uint64_t> passages_by_language;
  std::map<std::string, std::uint64_t> passages_by_kind;
  std::string first_date, last_date;  // "2024-06-27"; empty if no report has one
  std::uint64_t disk_bytes = 0;
};

// Checks the whole index: the checksums of its blocks, Xapian's own check, that every stored
// passage decodes, that every report has its number of passages, that every passage is found by its
// id. Returns one sentence for each fault; empty if the index is whole. Throws Error{kIndex} if
// there is no index at all.
std::vector<std::string> check_index(const std::string& index_dir);

// After a check that found nothing: notes in a copy that another program made that it is whole, so
// that opening it does not compare its checksums each time. Does nothing if it may not be written.
void note_whole_copy(const std::string& index_dir);

}  // namespace ibid
