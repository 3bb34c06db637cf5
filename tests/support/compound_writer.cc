// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>
#include <stdexcept>

#include "tests/support/hwp_writer.h"

namespace ibid::testing {
namespace {

constexpr std::size_t kSector = 512, kMini = 64, kCutoff = 4096, kHeaderFat = 109;
constexpr std::uint32_t kEnd = 0xFFFFFFFE, kFatMark = 0xFFFFFFFD, kFree = 0xFFFFFFFF,
                        kDifatMark = 0xFFFFFFFC;

struct Node {
  std::string name;
  unsigned type = 0;
  std::uint32_t right = kFree, child = kFree, first = kEnd;
  std::uint32_t size = 0;
  std::vector<std::size_t> children;
};

class CompoundWriter {
 public:
  std::string write(const NamedStreams& streams) {
    nodes_.push_back({"Root Entry", 5, kFree, kFree, kEnd, 0, {}});
    for (const auto& [name, bytes] : streams) add(name, bytes);
    link();
    const std::uint32_t mini_first = add_sectors(mini_stream_);
    nodes_[0].first = mini_stream_.empty() ? kEnd : mini_first;
    nodes_[0].size = static_cast<std::uint32_t>(mini_stream_.size());
    std::string table;
    for (const std::uint32_t link : mini_fat_) table += le32(link);
    mini_fat_sectors_ = (table.size() + kSector - 1) / kSector;
    while (table.size() % kSector != 0) table += '\xFF';
    const std::uint32_t mini_fat_first = table.empty() ? kEnd : add_sectors(table);
    const std::uint32_t directory_first = add_sectors(directory());
    return with_tables(mini_fat_first, directory_first);
  }

 private:
  void add(const std::string& path, const std::string& bytes) {
    std::size_t folder = 0;
    std::size_t at = 0;
    for (std::size_t slash; (slash = path.find('/', at)) != std::string::npos; at = slash + 1) {
      folder = storage(folder, path.substr(at, slash - at));
    }
    Node stream{
        path.substr(at), 2, kFree, kFree, kEnd, static_cast<std::uint32_t>(bytes.size()), {}};
    if (bytes.size() >= kCutoff) {
      stream.first = add_sectors(bytes);
    } else if (!bytes.empty()) {
      stream.first = add_small(bytes);
    }
    nodes_[folder].children.push_back(nodes_.size());
    nodes_.push_back(std::move(stream));
  }

  std::size_t storage(std::size_t folder, const std::string& name) {
    for (const std::size_t child : nodes_[folder].children) {
      if (nodes_[child].name == name && nodes_[child].type == 1) return child;
    }
    nodes_[folder].children.push_back(nodes_.size());
    nodes_.push_back({name, 1, kFree, kFree, 0, 0, {}});
    return nodes_.size() - 1;
  }

  // Siblings in their order (shorter names first), each right of the one before.
  void link() {
    for (Node& node : nodes_) {
      std::sort(node.children.begin(), node.children.end(), [&](std::size_t a, std::size_t b) {
        const std::string &x = nodes_[a].name, &y = nodes_[b].name;
        return x.size() != y.size() ? x.size() < y.size() : x < y;
      });
    }
    for (Node& node : nodes_) {
      for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
        nodes_[node.children[i]].right = static_cast<std::uint32_t>(node.children[i + 1]);
      }
      if (!node.children.empty()) node.child = static_cast<std::uint32_t>(node.children[0]);
    }
  }

  std::uint32_t add_sectors(const std::string& bytes) {
    const auto first = static_cast<std::uint32_t>(fat_.size());
    for (std::size_t at = 0; at < bytes.size(); at += kSector) {
      body_ += bytes.substr(at, kSector);
      body_.resize((body_.size() + kSector - 1) / kSector * kSector, '\0');
      fat_.push_back(static_cast<std::uint32_t>(fat_.size() + 1));
    }
    if (!bytes.empty()) fat_.back() = kEnd;
    return first;
  }

  std::uint32_t add_small(const std::string& bytes) {
    const auto first = static_cast<std::uint32_t>(mini_fat_.size());
    for (std::size_t at = 0; at < bytes.size(); at += kMini) {
      mini_stream_ += bytes.substr(at, kMini);
      mini_stream_.resize((mini_stream_.size() + kMini - 1) / kMini * kMini, '\0');
      mini_fat_.push_back(static_cast<std::uint32_t>(mini_fat_.size() + 1));
    }
    mini_fat_.back() = kEnd;
    return first;
  }

  std::string directory() const {
    std::string out;
    for (const Node& node : nodes_) {
      std::string name = utf16_of(node.name);
      const auto bytes = static_cast<unsigned>(name.size() + 2);
      if (bytes > 64) throw std::runtime_error("the name is too long: " + node.name);
      name.resize(64, '\0');
      out += name + le16(bytes) + static_cast<char>(node.type) + '\x01';
      out += le32(kFree) + le32(node.right) + le32(node.child) + std::string(36, '\0');
      out += le32(node.first) + le32(node.size) + le32(0);
    }
    while (out.size() % kSector != 0) {
      out += std::string(68, '\0') + le32(kFree) + le32(kFree) + le32(kFree);
      out += std::string(48, '\0');
    }
    return out;
  }

  // The tables chain themselves, too, so their number is found by trying.
  std::string with_tables(std::uint32_t mini_fat_first, std::uint32_t directory_first) {
    const std::size_t used = fat_.size(), per_sector = kSector / 4;
    std::size_t tables = 1, lists = 0;
    for (;;) {
      lists = tables <= kHeaderFat ? 0 : (tables - kHeaderFat + per_sector - 2) / (per_sector - 1);
      const std::size_t needed = (used + tables + lists + per_sector - 1) / per_sector;
      if (needed <= tables) break;
      tables = needed;
    }
    for (std::size_t i = 0; i < tables; ++i) fat_.push_back(kFatMark);
    for (std::size_t i = 0; i < lists; ++i) fat_.push_back(kDifatMark);
    std::string out = header(mini_fat_first, directory_first, used, tables, lists) + body_;
    fat_.resize(tables * per_sector, kFree);
    for (const std::uint32_t link : fat_) out += le32(link);
    for (std::size_t list = 0; list < lists; ++list) {
      for (std::size_t i = 0; i + 1 < per_sector; ++i) {
        const std::size_t table = kHeaderFat + list * (per_sector - 1) + i;
        out += table < tables ? le32(static_cast<std::uint32_t>(used + table)) : le32(kFree);
      }
      out += list + 1 < lists ? le32(static_cast<std::uint32_t>(used + tables + list + 1))
                              : le32(kEnd);
    }
    return out;
  }

  std::string header(std::uint32_t mini_fat_first, std::uint32_t directory_first, std::size_t used,
                     std::size_t tables, std::size_t lists) const {
    std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0');
    out += le16(0x3E) + le16(3) + le16(0xFFFE) + le16(9) + le16(6) + std::string(10, '\0');
    out += le32(static_cast<std::uint32_t>(tables)) + le32(directory_first) + le32(0);
    out +=
        le32(kCutoff) + le32(mini_fat_first) + le32(static_cast<std::uint32_t>(mini_fat_sectors_));
    out += lists == 0 ? le32(kEnd) : le32(static_cast<std::uint32_t>(used + tables));
    out += le32(static_cast<std::uint32_t>(lists));
    for (std::size_t i = 0; i < kHeaderFat; ++i) {
      out += i < tables ? le32(static_cast<std::uint32_t>(used + i)) : le32(kFree);
    }
    return out;
  }

  std::vector<Node> nodes_;
  std::string body_, mini_stream_;
  std::vector<std::uint32_t> fat_, mini_fat_;
  std::size_t mini_fat_sectors_ = 0;
};

}  // namespace

std::string compound_file_of(const NamedStreams& streams) {
  return CompoundWriter().write(streams);
}

}  // namespace ibid::testing
