// SPDX-License-Identifier: GPL-2.0-or-later
//
// Format: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16. Numbers are little-endian.
#include "search/bundles/bundle_layout.h"

#include <fmt/core.h>
#include <zlib.h>

#include <algorithm>
#include <set>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "search/bundles/bundle_manifest.h"
#include "search/render/escape_terminal.h"

namespace ibid {
namespace {

constexpr std::string_view kLocal = "PK\x03\x04";
constexpr std::string_view kCentral = "PK\x01\x02";
constexpr std::string_view kEnd = "PK\x05\x06";
constexpr std::size_t kLocalBytes = 30;  // without the name
constexpr std::size_t kCentralBytes = 46;

void put(std::string& out, std::uint64_t value, int bytes) {
  for (; bytes > 0; --bytes, value >>= 8) out += static_cast<char>(value & 0xFF);
}

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  while (count-- > 0) value = value << 8 | static_cast<unsigned char>(bytes[at + count]);
  return value;
}

// The fields that both headers of an entry share.
std::string common_header(const BundleEntry& entry, std::uint64_t crc) {
  const bool ascii = std::all_of(entry.name.begin(), entry.name.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::string out;
  put(out, 10, 2);                  // version needed: 1.0
  put(out, ascii ? 0 : 0x0800, 2);  // the name is UTF-8
  put(out, 0, 2);                   // stored
  put(out, 0, 2);                   // 00:00
  put(out, 33, 2);                  // 1980-01-01
  put(out, crc, 4);
  put(out, entry.bytes.size(), 4);
  put(out, entry.bytes.size(), 4);
  put(out, entry.name.size(), 2);
  put(out, 0, 2);  // no extra field
  return out;
}

class Walk {
 public:
  explicit Walk(std::string_view bundle) : bundle_(bundle) {}

  BundleArchive run() {
    while (has_signature_nearly(at_, kLocal) && read_entry()) {
    }
    if (lost_) {
      for (const BundleEntry& entry : out_.entries) compare_local(entry, entry_crc(entry));
    } else {
      read_directory();
    }
    if (!lost_) read_end();
    check_seal();
    return std::move(out_);
  }

 private:
  // Finds a header in spite of one changed byte.
  bool has_signature_nearly(std::uint64_t at, std::string_view signature) const {
    if (at > bundle_.size() || bundle_.size() - at < signature.size()) return false;
    std::size_t equal = 0;
    for (std::size_t i = 0; i < signature.size(); ++i) equal += bundle_[at + i] == signature[i];
    return equal + 1 >= signature.size();
  }
  bool is_followed(std::uint64_t end) const {
    return has_signature_nearly(end, kLocal) || has_signature_nearly(end, kCentral);
  }
  void lose(const std::string& where, ByteRange bytes, const std::string& message) {
    lost_ = true;
    out_.problems.push_back({where, bytes, message});
  }
  // Adds a problem for each stretch at `at` that differs from `expected`.
  void compare(std::size_t at, std::string_view expected, const std::string& where) {
    constexpr std::size_t kMostStretches = 8;
    std::vector<ByteRange> stretches;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (bundle_[at + i] == expected[i]) continue;
      if (stretches.empty() || stretches.back().end != at + i)
        stretches.push_back({at + i, at + i});
      stretches.back().end = at + i + 1;
    }
    if (stretches.size() > kMostStretches) {
      return lose(where, {at, at + expected.size()}, "it has been overwritten");
    }
    for (const ByteRange stretch : stretches) {
      out_.problems.push_back({where, stretch, "these bytes are not what ibid writes here"});
    }
  }

  bool read_entry() {
    const std::string ordinal = fmt::format("the header of entry {}", out_.entries.size() + 1);
    if (out_.entries.size() == kMaxBundleFiles) {
      throw Error(ErrorKind::kInput, fmt::format("it holds more than {} files", kMaxBundleFiles));
    }
    if (bundle_.size() - at_ < kLocalBytes) {
      lose(ordinal, {at_, bundle_.size()}, "the file ends there");
      return false;
    }
    const std::size_t name_bytes = number(bundle_, at_ + 26, 2);
    const std::size_t data = at_ + kLocalBytes + name_bytes;
    // The size may have been changed: it is stored twice, and a header must follow the entry.
    std::uint64_t size = number(bundle_, at_ + 18, 4);
    if (!is_followed(data + size)) size = number(bundle_, at_ + 22, 4);
    if (!is_followed(data + size)) {
      const bool cut = data + size > bundle_.size();
      lose(ordinal, {at_, std::min<std::uint64_t>(data, bundle_.size())},
           cut ? "the entry ends past the end of the file, which is cut short or changed"
               : "no header follows the end of the entry: its size or the length of its name has "
                 "changed");
      return false;
    }
    const BundleEntry entry{bundle_.substr(at_ + kLocalBytes, name_bytes),
                            bundle_.substr(data, size), data};
    add(entry, at_);
    at_ = data + size;
    return true;
  }

  void add(const BundleEntry& entry, std::size_t header) {
    const ByteRange name{header + kLocalBytes, header + kLocalBytes + entry.name.size()};
    const std::string shown =
        is_bundle_name(entry.name) ? std::string(entry.name) : escape_terminal(entry.name);
    const std::string where = "the header of " + shown;
    if (!is_bundle_name(entry.name))
      out_.problems.push_back({where, name, "not a name for a file of a bundle"});
    if (!names_.insert(entry.name).second) {
      out_.problems.push_back({where, name, "the name of an earlier entry"});
    }
    if ((number(bundle_, header + 6, 2) & 1) != 0) {
      out_.problems.push_back(
          {where, {header + 6, header + 8}, "the entry is marked as encrypted"});
    }
    if (number(bundle_, header + 8, 2) != 0) {
      out_.problems.push_back(
          {where, {header + 8, header + 10}, "the entry is marked as compressed"});
    }
    out_.entries.push_back(entry);
  }

  static std::size_t header_of(const BundleEntry& entry) {
    return entry.offset - entry.name.size() - kLocalBytes;
  }
  void compare_local(const BundleEntry& entry, std::uint64_t crc) {
    compare(header_of(entry), local_header(entry, crc),
            "the header of " + escape_terminal(entry.name));
  }
  // If both headers agree on another checksum, the entry's bytes have changed.
  std::uint64_t agreed_crc(const BundleEntry& entry) {
    const std::uint64_t actual = entry_crc(entry);
    const std::uint64_t local = number(bundle_, header_of(entry) + 14, 4);
    if (local == actual || local != number(bundle_, at_ + 16, 4)) return actual;
    out_.problems.push_back({escape_terminal(entry.name),
                             {entry.offset, entry.offset + entry.bytes.size()},
                             fmt::format("its CRC-32 is {:08x}, not {:08x}", actual, local)});
    return local;
  }

  void read_directory() {
    directory_.begin = at_;
    directory_.entries = out_.entries.size();
    for (const BundleEntry& entry : out_.entries) {
      if (lost_) return;
      const std::string where = "the directory entry of " + escape_terminal(entry.name);
      if (bundle_.size() - at_ < kCentralBytes + entry.name.size()) {
        lose(where, {at_, bundle_.size()}, "the file ends there");
        break;
      }
      const std::uint64_t crc = agreed_crc(entry);
      compare_local(entry, crc);
      compare(at_, central_header(entry, crc), where);
      at_ += kCentralBytes + entry.name.size();
    }
    directory_.bytes = at_ - directory_.begin;
  }

  void read_end() {
    const std::string expected = end_record(directory_);
    if (bundle_.size() - at_ < expected.size() + kSealDigits) {
      return lose("the end record", {at_, bundle_.size()}, "the file ends there");
    }
    compare(at_, expected, "the end record");
    at_ += expected.size();
    seal_at_ = at_;
    out_.seal = bundle_.substr(at_, kSealDigits);
    at_ += kSealDigits;
    if (at_ < bundle_.size()) {
      out_.problems.push_back(
          {"the end", {at_, bundle_.size()}, "bytes after the end of the bundle"});
    }
  }

  // Useful only if all else agrees; otherwise the seal repeats an earlier problem.
  void check_seal() {
    if (lost_ || !out_.problems.empty()) return;
    const std::string actual = sha256_hex(bundle_.substr(0, seal_at_));
    if (actual == out_.seal) return;
    out_.problems.push_back({"the seal",
                             {seal_at_, seal_at_ + kSealDigits},
                             "the bytes before it have the SHA-256 " + actual});
  }

  std::string_view bundle_;
  std::size_t at_ = 0;
  std::size_t seal_at_ = 0;
  bool lost_ = false;  // the start of the next part is unknown
  std::set<std::string_view> names_;
  CentralDirectory directory_;
  BundleArchive out_;
};

// A single change leaves at least one of the two intact, the first file's name or the seal.
bool looks_like_bundle(std::string_view bytes) {
  if (bytes.size() >= kLocalBytes && bytes.substr(kLocalBytes).starts_with(kManifestName)) {
    return true;
  }
  const std::size_t seal = kSealHead.size() + kSealDigits;
  return bytes.size() > seal && bytes.substr(bytes.size() - seal).starts_with(kSealHead);
}

}  // namespace

std::uint64_t entry_crc(const BundleEntry& entry) {
  const std::string_view bytes = entry.bytes;
  return crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()),  // NOLINT(*-reinterpret-cast)
                 bytes.size());
}

std::uint64_t entry_offset(std::uint64_t header, std::string_view name) {
  return header + kLocalBytes + name.size();
}

std::string local_header(const BundleEntry& entry, std::uint64_t crc) {
  return std::string(kLocal) + common_header(entry, crc) + std::string(entry.name);
}

std::string central_header(const BundleEntry& entry, std::uint64_t crc) {
  std::string out(kCentral);
  put(out, 0x033F, 2);  // made by: Unix, 6.3
  out += common_header(entry, crc);
  put(out, 0, 2);  // no comment
  put(out, 0, 2);  // disk
  put(out, 0, 2);  // internal attributes
  put(out, std::uint64_t{0100644} << 16, 4);
  put(out, entry.offset - entry.name.size() - kLocalBytes, 4);
  return out + std::string(entry.name);
}

std::string end_record(const CentralDirectory& directory) {
  std::string out(kEnd);
  put(out, 0, 2);  // disks
  put(out, 0, 2);
  put(out, directory.entries, 2);
  put(out, directory.entries, 2);
  put(out, directory.bytes, 4);
  put(out, directory.begin, 4);
  put(out, kSealHead.size() + kSealDigits, 2);
  return out + std::string(kSealHead);
}

BundleArchive read_bundle_archive(std::string_view bundle) {
  if (!looks_like_bundle(bundle)) {
    const bool zip = bundle.starts_with("PK");
    throw Error(ErrorKind::kInput, zip ? "it is a ZIP file that ibid bundle did not make"
                                       : "it is not a bundle, or its beginning and end are gone");
  }
  if (bundle.size() > kMaxBundleBytes) {
    throw Error(ErrorKind::kInput, fmt::format("it is larger than {} bytes", kMaxBundleBytes));
  }
  return Walk(bundle).run();
}

}  // namespace ibid
