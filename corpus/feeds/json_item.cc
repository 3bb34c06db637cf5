// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/json_item.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Kind = JsonValue::Kind;

constexpr std::uint32_t kAnyDepth = UINT32_MAX;  // of what has been scanned before
constexpr std::size_t kMostDoubled = 5;

// The element of a list or member of an object; nothing if there is none.
std::optional<JsonValue> child_of(const SourceText& source, const JsonValue& from,
                                  std::string_view name) {
  JsonScanner scanner(source.text(), kAnyDepth);
  std::optional<JsonValue> found;
  std::size_t at = from.raw.begin;
  if (from.kind == Kind::kObject) {
    scanner.object(at, [&](ByteRange raw, const JsonValue& value) {
      if (json_words(slice(source.text(), raw)) == name) found = value;
      return true;
    });
  } else if (from.kind == Kind::kArray) {
    std::size_t left = 0;
    for (const char c : name) {
      if (!is_ascii_digit(c) || left > 1'000'000) return std::nullopt;
      left = left * 10 + static_cast<std::size_t>(c - '0');
    }
    if (name.empty()) return std::nullopt;
    scanner.array(at, [&](const JsonValue& value) {
      if (left == 0) found = value;
      return left-- > 0;
    });
  }
  return found;
}

}  // namespace

bool JsonObject::read(const SourceText& source, JsonScanner& scanner, std::size_t& at) {
  source_ = &source;
  members_.clear();
  doubled_.clear();
  too_many_ = false;
  const bool whole = scanner.object(at, [&](ByteRange raw, const JsonValue& value) {
    if (members_.size() >= kMostMembers) {
      too_many_ = true;
      return true;
    }
    const std::string_view name = slice(source.text(), raw);
    members_.push_back({name.find('\\') == std::string_view::npos
                            ? std::string(name.substr(1, name.size() - 2))
                            : json_words(name),
                        value});
    return true;
  });
  if (whole) sort_members();
  return whole;
}

void JsonObject::sort_members() {
  std::stable_sort(members_.begin(), members_.end(),
                   [](const Member& a, const Member& b) { return a.name < b.name; });
  auto last = members_.begin();
  for (auto next = members_.begin(); next != members_.end(); ++next) {
    if (next == members_.begin()) continue;
    if (next->name == last->name) {
      if (doubled_.size() < kMostDoubled && (doubled_.empty() || doubled_.back() != next->name)) {
        doubled_.push_back(next->name);
      }
      last->value = next->value;
    } else if (++last != next) {
      *last = std::move(*next);
    }
  }
  if (!members_.empty()) members_.erase(last + 1, members_.end());
}

const JsonObject::Member* JsonObject::member(std::string_view name) const {
  const auto at = std::lower_bound(
      members_.begin(), members_.end(), name,
      [](const Member& one, std::string_view wanted) { return one.name < wanted; });
  return at == members_.end() || at->name != name ? nullptr : &*at;
}

std::optional<JsonValue> JsonObject::find(std::string_view path) const {
  std::optional<JsonValue> found;
  if (const Member* whole = member(path)) {
    found = whole->value;
  } else {
    std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const Member* first = member(path.substr(0, dot));
    if (first == nullptr) return std::nullopt;
    found = first->value;
    while (found && dot != std::string_view::npos) {
      path.remove_prefix(dot + 1);
      dot = path.find('.');
      found = child_of(*source_, *found, path.substr(0, dot));
    }
  }
  if (found && found->kind == Kind::kNull) return std::nullopt;
  return found;
}

std::vector<std::string> JsonObject::names(std::size_t most) const {
  std::vector<const Member*> in_order;
  for (const Member& member : members_) in_order.push_back(&member);
  std::sort(in_order.begin(), in_order.end(), [](const Member* a, const Member* b) {
    return a->value.raw.begin < b->value.raw.begin;
  });
  std::vector<std::string> names;
  for (const Member* member : in_order) {
    if (names.size() == most) break;
    names.push_back(member->name);
  }
  return names;
}

}  // namespace ibid
