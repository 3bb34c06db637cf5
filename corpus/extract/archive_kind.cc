// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/archive_kind.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace ibid {
namespace {

struct NamedKind {
  std::string_view name;
  FormatGuess guess;
};

FormatGuess is(FileFormat format) { return {format, {}}; }
FormatGuess refuse(std::string why) { return {FileFormat::kText, std::move(why)}; }

constexpr const char* kSpreadsheet =
    "it is a spreadsheet; save what is to be indexed as .docx, .pdf or .txt";
constexpr const char* kSlides = "it is a presentation; export it as .pdf and index that";
constexpr const char* kDrawing = "it is a drawing; export it as .pdf and index that";

// By what the entry "mimetype" says, which comes first and is not packed. The longest first, where
// one begins another.
const std::vector<NamedKind>& media_types() {
  static const std::vector<NamedKind> kTypes = {
      {"application/epub+zip", is(FileFormat::kEpub)},
      {"application/hwp+zip", is(FileFormat::kHwpx)},
      {"application/vnd.oasis.opendocument.text-master",
       refuse("it is a master document whose text is in other files; export it as .pdf")},
      {"application/vnd.oasis.opendocument.text", is(FileFormat::kOdt)},
      {"application/vnd.oasis.opendocument.spreadsheet", refuse(kSpreadsheet)},
      {"application/vnd.oasis.opendocument.presentation", refuse(kSlides)},
      {"application/vnd.oasis.opendocument.graphics", refuse(kDrawing)},
  };
  return kTypes;
}

// By a name in the list; a "/" at the end means any name in the folder. The first that is
// there counts.
const std::vector<NamedKind>& zip_kinds() {
  static const std::vector<NamedKind> kKinds = {
      {"word/document.xml", is(FileFormat::kDocx)},
      {"Contents/content.hpf", is(FileFormat::kHwpx)},
      {"Contents/section0.xml", is(FileFormat::kHwpx)},
      {"xl/", refuse(kSpreadsheet)},
      {"ppt/", refuse(kSlides)},
      {"visio/", refuse(kDrawing)},
      {"word/", is(FileFormat::kDocx)},
      {"OEBPS/", is(FileFormat::kEpub)},
      {"Index/", refuse("it is a file of Pages, Numbers or Keynote; export it as .docx or .pdf")},
      {"META-INF/MANIFEST.MF", refuse("it is a Java program")},
      {"AndroidManifest.xml", refuse("it is an Android program")},
      {"META-INF/container.xml", is(FileFormat::kEpub)},
  };
  return kKinds;
}

const std::vector<NamedKind>& ole_kinds() {
  static const std::vector<NamedKind> kKinds = {
      {"EncryptedPackage", refuse("it is an encrypted Office file; open it with its password and "
                                  "save it without one")},
      {"WordDocument", refuse("it is an old Word file (.doc); save it as .docx")},
      {"Workbook", refuse(kSpreadsheet)},
      {"Book", refuse(kSpreadsheet)},
      {"PowerPoint Document", refuse(kSlides)},
      {"VisioDocument", refuse(kDrawing)},
      {"__properties_version1.0", refuse("it is an Outlook message (.msg); save it as .eml")},
  };
  return kKinds;
}

// Little-endian; 0 outside of `bytes`.
std::uint64_t number(std::string_view bytes, std::uint64_t at, unsigned size) {
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  std::uint64_t value = 0;
  for (unsigned i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

constexpr std::size_t kMostNames = 20'000;

// What the entry "mimetype" holds and, as the packed size may be behind it, what follows.
std::string_view media_type(std::string_view bytes) {
  constexpr std::string_view kName = "mimetype";
  const std::uint64_t name = number(bytes, 26, 2);
  const std::uint64_t begin = 30 + name + number(bytes, 28, 2);
  constexpr std::uint64_t kStored = 0;
  if (name != kName.size() || begin > bytes.size() || bytes.substr(30, name) != kName ||
      number(bytes, 8, 2) != kStored) {
    return {};
  }
  return bytes.substr(begin, 100);
}

}  // namespace

std::vector<std::string_view> zip_names(std::string_view bytes) {
  constexpr std::size_t kEndSize = 22, kMostComment = 65'535, kEntrySize = 46;
  const std::size_t last = std::min(bytes.size(), kEndSize + kMostComment);
  const std::string_view tail = bytes.substr(bytes.size() - last);
  const std::size_t end = tail.rfind("PK\x05\x06");
  std::vector<std::string_view> names;
  if (end == std::string_view::npos) return names;
  std::uint64_t at = number(tail, end + 16, 4);
  while (names.size() < kMostNames && at < bytes.size() && bytes.size() - at >= kEntrySize &&
         bytes.substr(at, 4) == "PK\x01\x02") {
    const std::uint64_t name = number(bytes, at + 28, 2);
    names.push_back(bytes.substr(at + kEntrySize, name));
    at += kEntrySize + name + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  }
  return names;
}

FormatGuess tell_zip(std::string_view bytes) {
  const std::string_view type = media_type(bytes);
  for (const NamedKind& kind : media_types()) {
    if (type.starts_with(kind.name)) return kind.guess;
  }
  const std::vector<std::string_view> names = zip_names(bytes);
  if (names.empty()) {
    return refuse("it is a damaged archive (.docx, .hwpx and .zip are archives); get a new copy");
  }
  for (const NamedKind& kind : zip_kinds()) {
    const bool folder = kind.name.back() == '/';
    const bool there = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return folder ? name.starts_with(kind.name) : name == kind.name;
    });
    if (there) return kind.guess;
  }
  // OpenDocument whose media type is not where it belongs. Whether it is a text its reader says,
  // which unpacks it.
  const auto has = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (has("content.xml") && has("META-INF/manifest.xml")) return is(FileFormat::kOdt);
  return refuse("it is a ZIP archive; unpack it and index the files in it");
}

// ---- OLE -------------------------------------------------------------------------------
// [MS-CFB]: sectors in chains; the chain of sector n goes on at FAT[n]; where the FAT is, DIFAT
// says.
namespace {

class OleFile {
 public:
  explicit OleFile(std::string_view bytes)
      : bytes_(bytes), shift_(static_cast<unsigned>(number(bytes, 30, 2))) {
    if (shift_ != 9 && shift_ != 12) return;
    sectors_ = bytes.size() >> shift_;
    for (std::uint64_t i = 0; i < 109; ++i) add_fat_sector(number(bytes, 76 + 4 * i, 4));
    // What does not fit the head: a chain of sectors, its next one in the last place of each.
    std::uint64_t sector = number(bytes, 68, 4);
    // Not more of them than there are: they may go in a circle.
    for (std::uint64_t n = std::min(number(bytes, 72, 4), sectors_); n > 0 && is_sector(sector);
         --n) {
      const std::uint64_t places = (std::uint64_t{1} << shift_) / 4 - 1;
      for (std::uint64_t i = 0; i < places; ++i) {
        add_fat_sector(number(bytes, begin_of(sector) + 4 * i, 4));
      }
      sector = number(bytes, begin_of(sector) + 4 * places, 4);
    }
  }

  std::vector<std::string> names_in_root() {
    read_directory();
    std::vector<std::string> names;
    if (entries_.empty()) return names;
    std::vector<bool> seen(entries_.size());
    std::vector<std::uint64_t> open = {child_of(0)};
    while (!open.empty() && names.size() < kMostNames) {
      const std::uint64_t id = open.back();
      open.pop_back();
      if (id >= entries_.size() || seen[id]) continue;
      seen[id] = true;
      names.push_back(name_of(entries_[id]));
      open.push_back(number(entries_[id], 68, 4));  // its siblings, a tree
      open.push_back(number(entries_[id], 72, 4));
    }
    return names;
  }

 private:
  static constexpr std::size_t kEntrySize = 128;

  bool is_sector(std::uint64_t sector) const {
    return sector < sectors_ && begin_of(sector) < bytes_.size();
  }
  std::uint64_t begin_of(std::uint64_t sector) const { return (sector + 1) << shift_; }
  void add_fat_sector(std::uint64_t sector) {
    if (is_sector(sector) && fat_.size() <= sectors_) fat_.push_back(sector);
  }
  std::uint64_t next(std::uint64_t sector) const {
    const std::uint64_t in_a_sector = (std::uint64_t{1} << shift_) / 4;
    const std::uint64_t place = sector / in_a_sector;
    if (place >= fat_.size()) return UINT32_MAX;
    return number(bytes_, begin_of(fat_[place]) + 4 * (sector % in_a_sector), 4);
  }
  void read_directory() {
    std::uint64_t sector = number(bytes_, 48, 4);
    for (std::uint64_t n = 0; n < sectors_ && is_sector(sector); ++n, sector = next(sector)) {
      const std::string_view entries = bytes_.substr(begin_of(sector), std::size_t{1} << shift_);
      for (std::size_t at = 0; at + kEntrySize <= entries.size(); at += kEntrySize) {
        if (entries_.size() < kMostNames) entries_.push_back(entries.substr(at, kEntrySize));
      }
    }
  }
  std::uint64_t child_of(std::size_t id) const { return number(entries_[id], 76, 4); }
  static std::string name_of(std::string_view entry) {
    std::string name;
    for (std::size_t at = 0; at < 64; at += 2) {
      const std::uint64_t unit = number(entry, at, 2);
      if (unit == 0) break;
      name += unit < 0x80 ? static_cast<char>(unit) : '?';
    }
    return name;
  }

  std::string_view bytes_;
  unsigned shift_ = 0;
  std::uint64_t sectors_ = 0;
  std::vector<std::uint64_t> fat_;  // its sectors in order
  std::vector<std::string_view> entries_;
};

}  // namespace

std::vector<std::string> ole_names(std::string_view bytes) {
  return OleFile(bytes).names_in_root();
}

FormatGuess tell_ole(std::string_view bytes) {
  const std::vector<std::string> names = ole_names(bytes);
  const auto has = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (names.empty()) return refuse("it is a damaged .hwp, .doc, .xls or .ppt file; get a new copy");
  if (has("FileHeader") && (has("DocInfo") || has("BodyText") || has("ViewText"))) {
    return is(FileFormat::kHwp);
  }
  for (const NamedKind& kind : ole_kinds()) {
    if (has(kind.name)) return kind.guess;
  }
  return refuse("it is an office file of an unknown kind; save it as .docx, .hwpx or .pdf");
}

}  // namespace ibid
