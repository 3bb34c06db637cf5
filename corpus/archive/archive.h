// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts of a ZIP archive: DOCX, HWPX, ODT, EPUB. What an archive says of its parts is not
// believed: bytes are counted as they are unpacked. Names are keys and never paths.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/reader_input.h"

namespace ibid {

class Archive {
 public:
  // `bytes` are lent for the archive's life. Throws Error{kInput} if they are not an archive, if
  // two parts have one name, or if there are more than `limits.entries`.
  Archive(std::string_view bytes, const ReaderLimits& limits);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // In the archive's order; UTF-8, made of CP437 where the archive does not say UTF-8.
  const std::vector<std::string>& names() const { return names_; }
  bool contains(std::string_view name) const { return by_name_.contains(name); }
  // The name of the part whose name is `name` whatever the case of ASCII letters, as OPC (ECMA-376
  // part 2) compares names; empty if there is none. Throws Error{kInput} if there are two.
  std::string find_any_case(std::string_view name) const;

  // The part as unpacked. Throws Error{kInput}, naming the part: it is not there, is encrypted, is
  // packed in a way that cannot be read, is damaged (CRC-32), has not the size that the archive
  // says, or is beyond a limit. Each reading counts towards limits.file_bytes.
  std::string read(std::string_view name);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::uint64_t archive_bytes_;
  ReaderLimits limits_;
  std::uint64_t unpacked_ = 0;  // of all parts read
  std::vector<std::string> names_;
  std::map<std::string, std::uint64_t, std::less<>> by_name_;  // -> the entry's number
  std::multimap<std::string, std::string, std::less<>> by_lower_name_;
};

// For ExtractedFile::parts.
SourcePart source_part(std::string name, std::string_view bytes);

// The name of the part that the relative or absolute `target` leads to from the part `source`:
// "word/document.xml" and "../a.xml" are "a.xml".
std::string resolved_name(std::string_view source, std::string_view target);

// True for the begin of a ZIP archive.
bool looks_like_zip(std::string_view bytes);

}  // namespace ibid
