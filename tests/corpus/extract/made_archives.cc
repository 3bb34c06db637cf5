// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/extract/made_archives.h"

#include <cstdint>

namespace ibid::testing {
namespace {

void put(std::string& out, std::uint64_t value, unsigned size) {
  for (; size > 0; --size, value >>= 8) out += static_cast<char>(value & 0xFF);
}

void set(std::string& out, std::size_t at, std::uint64_t value, unsigned size) {
  std::string bytes;
  put(bytes, value, size);
  out.replace(at, size, bytes);
}

constexpr std::uint64_t kNone = 0xFFFFFFFF, kEndOfChain = 0xFFFFFFFE, kFatSector = 0xFFFFFFFD;

std::string directory_entry(const std::string& name, unsigned type) {
  std::string entry(128, '\0');
  for (std::size_t i = 0; i < name.size(); ++i) entry[2 * i] = name[i];
  set(entry, 64, 2 * (name.size() + 1), 2);
  set(entry, 66, type, 1);
  for (const std::size_t at : {68U, 72U, 76U}) set(entry, at, kNone, 4);
  return entry;
}

}  // namespace

std::string make_zip(const ZipEntries& entries) {
  std::string out, list;
  for (const auto& [name, content] : entries) {
    const std::size_t begin = out.size();
    std::string head;  // what both kinds of entries say
    put(head, 20, 2);  // version
    put(head, 0, 2);   // flags
    put(head, 0, 2);   // stored
    put(head, 0, 8);   // time, checksum
    put(head, content.size(), 4);
    put(head, content.size(), 4);
    put(head, name.size(), 2);
    put(head, 0, 2);
    out += "PK\x03\x04" + head + name + content;
    list += "PK\x01\x02";
    put(list, 20, 2);
    list += head;
    put(list, 0, 10);
    put(list, begin, 4);
    list += name;
  }
  const std::size_t begin = out.size();
  out += list + "PK\x05\x06";
  put(out, 0, 4);
  put(out, entries.size(), 2);
  put(out, entries.size(), 2);
  put(out, list.size(), 4);
  put(out, begin, 4);
  put(out, 0, 2);
  return out;
}

std::string make_ole(const std::vector<std::string>& root, const std::vector<std::string>& inside,
                     unsigned sector_shift) {
  const std::size_t sector = std::size_t{1} << sector_shift;
  // Each entry's right sibling is the next one: a tree, if not a balanced one.
  std::string directory = directory_entry("Root Entry", 5);
  const auto add = [&](const std::vector<std::string>& names, unsigned type) {
    const std::size_t first = directory.size() / 128;
    for (std::size_t i = 0; i < names.size(); ++i) {
      directory += directory_entry(names[i], type);
      if (i + 1 < names.size()) set(directory, directory.size() - 56, first + i + 1, 4);
    }
    return names.empty() ? kNone : first;
  };
  set(directory, 76, add(root, 2), 4);
  if (!inside.empty()) set(directory, 128 + 76, add(inside, 2), 4);
  directory.resize((directory.size() + sector - 1) / sector * sector);

  std::string head("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  head.resize(sector);
  set(head, 24, 0x3E, 2);
  set(head, 26, sector_shift == 9 ? 3 : 4, 2);
  set(head, 28, 0xFFFE, 2);
  set(head, 30, sector_shift, 2);
  set(head, 44, 1, 4);            // sectors of the FAT
  set(head, 48, 1, 4);            // where the directory begins
  set(head, 68, kEndOfChain, 4);  // no more of the DIFAT
  for (std::size_t i = 0; i < 109; ++i) set(head, 76 + 4 * i, i == 0 ? 0 : kNone, 4);
  std::string fat;
  put(fat, kFatSector, 4);
  const std::size_t sectors = directory.size() / sector;
  for (std::size_t i = 1; i <= sectors; ++i) put(fat, i == sectors ? kEndOfChain : i + 1, 4);
  while (fat.size() < sector) put(fat, kNone, 4);
  return head + fat + directory;
}

}  // namespace ibid::testing
