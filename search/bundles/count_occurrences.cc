// SPDX-License-Identifier: GPL-2.0-or-later
//
// One string is found as by Knuth, Morris and Pratt, several in one reading as by Aho and Corasick.
#include "search/bundles/count_occurrences.h"

#include <algorithm>
#include <array>
#include <span>

namespace ibid {
namespace {

constexpr std::size_t kMostNodes = std::size_t{4} << 20;  // of an automaton, 20 bytes each

Occurrences more(Occurrences count) {
  return count == Occurrences::kNone ? Occurrences::kOne : Occurrences::kSeveral;
}

// All beginnings of the wanted strings, each a node. While the text is read, the automaton is in
// the node of the longest beginning that the text so far ends with.
class Automaton {
 public:
  // `bytes`: of all strings to add.
  explicit Automaton(std::size_t bytes) {
    nodes_.reserve(bytes + 1);
    nodes_.emplace_back();
  }

  // Returns the node at the string's end.
  std::uint32_t add(std::string_view wanted) {
    std::uint32_t node = kRoot;
    for (const char byte : wanted) {
      const std::uint32_t next = child(node, byte);
      node = next == kRoot ? append(node, byte) : next;
    }
    return node;
  }

  void read(std::string_view text) {
    set_fallbacks();
    std::uint32_t node = kRoot;
    nodes_[kRoot].visits = more(nodes_[kRoot].visits);
    for (const char byte : text) {
      node = after(node, byte);
      nodes_[node].visits = more(nodes_[node].visits);
    }
    // Where a string ends, those that are its ends do, too: from the longest to the shortest.
    for (auto at = by_length_.rbegin(); at != by_length_.rend(); ++at) {
      const Node& from = nodes_[*at];
      Node& to = nodes_[from.fallback];
      for (int i = 0; i < static_cast<int>(from.visits); ++i) to.visits = more(to.visits);
    }
  }

  Occurrences visits(std::uint32_t node) const { return nodes_[node].visits; }

 private:
  static constexpr std::uint32_t kRoot = 0;  // the empty beginning; nobody's child
  struct Node {
    std::uint32_t first_child = kRoot, sibling = kRoot;
    std::uint32_t fallback = kRoot;  // its longest end that is a node, too
    char byte = 0;                   // its last
    Occurrences visits = Occurrences::kNone;
  };

  // kRoot if there is none.
  std::uint32_t child(std::uint32_t node, char byte) const {
    if (node == kRoot) return roots_children_[static_cast<unsigned char>(byte)];
    std::uint32_t at = nodes_[node].first_child;
    while (at != kRoot && nodes_[at].byte != byte) at = nodes_[at].sibling;
    return at;
  }

  std::uint32_t append(std::uint32_t node, char byte) {
    const auto made = static_cast<std::uint32_t>(nodes_.size());
    Node next;
    next.byte = byte;
    next.sibling = nodes_[node].first_child;
    nodes_.push_back(next);
    nodes_[node].first_child = made;
    if (node == kRoot) roots_children_[static_cast<unsigned char>(byte)] = made;
    return made;
  }

  std::uint32_t after(std::uint32_t node, char byte) const {
    for (;; node = nodes_[node].fallback) {
      const std::uint32_t next = child(node, byte);
      if (next != kRoot || node == kRoot) return next;
    }
  }

  void set_fallbacks() {
    by_length_ = {kRoot};
    by_length_.reserve(nodes_.size());
    for (std::size_t i = 0; i < by_length_.size(); ++i) {
      const std::uint32_t node = by_length_[i];
      for (std::uint32_t at = nodes_[node].first_child; at != kRoot; at = nodes_[at].sibling) {
        if (node != kRoot) nodes_[at].fallback = after(nodes_[node].fallback, nodes_[at].byte);
        by_length_.push_back(at);
      }
    }
    by_length_.erase(by_length_.begin());  // the root falls back to itself
  }

  std::vector<Node> nodes_;
  std::array<std::uint32_t, 256> roots_children_ = {};
  std::vector<std::uint32_t> by_length_;
};

Occurrences count_one(std::string_view text, std::string_view wanted) {
  if (wanted.size() > text.size()) return Occurrences::kNone;
  std::vector<std::uint32_t> fallback(wanted.size() + 1);
  std::size_t same = 0;  // bytes of `wanted` that end where the reading is
  const auto step = [&](char byte) {
    while (same > 0 && (same == wanted.size() || wanted[same] != byte)) same = fallback[same];
    if (same < wanted.size() && wanted[same] == byte) ++same;
  };
  for (std::size_t i = 1; i < wanted.size(); ++i) {
    step(wanted[i]);
    fallback[i + 1] = static_cast<std::uint32_t>(same);
  }
  same = 0;
  Occurrences count = wanted.empty() ? Occurrences::kOne : Occurrences::kNone;
  for (std::size_t i = 0; i < text.size() && count != Occurrences::kSeveral; ++i) {
    step(text[i]);
    if (same == wanted.size()) count = more(count);
  }
  return count;
}

void count_batch(std::string_view text, std::span<const std::string_view> wanted,
                 std::vector<Occurrences>& out) {
  if (wanted.size() == 1) return out.push_back(count_one(text, wanted.front()));
  std::size_t bytes = 0;
  for (const std::string_view one : wanted) bytes += one.size();
  Automaton automaton(bytes);
  std::vector<std::uint32_t> ends;
  ends.reserve(wanted.size());
  for (const std::string_view one : wanted) ends.push_back(automaton.add(one));
  automaton.read(text);
  for (const std::uint32_t end : ends) out.push_back(automaton.visits(end));
}

}  // namespace

std::vector<Occurrences> count_occurrences(std::string_view text,
                                           const std::vector<std::string_view>& wanted) {
  std::vector<Occurrences> out;
  out.reserve(wanted.size());
  while (out.size() < wanted.size()) {
    const auto rest = std::span(wanted).subspan(out.size());
    std::size_t count = 1;
    std::size_t bytes = rest.front().size();
    while (count < rest.size() && bytes + rest[count].size() < kMostNodes) {
      bytes += rest[count++].size();
    }
    count_batch(text, rest.first(count), out);
  }
  return out;
}

}  // namespace ibid
