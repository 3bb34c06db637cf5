// SPDX-License-Identifier: GPL-2.0-or-later
//
// Recent values by key: at least the last `most` that were asked for, at most twice as many.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ibid {

// Thread: one object, one thread.
template <class Value>
class RecentValues {
 public:
  explicit RecentValues(std::size_t most) : most_(most) {}

  // `make()` makes a value that is not kept; if it throws, nothing is. Owner of the value: this
  // object, until the next call.
  template <class Make>
  const Value& get(std::string_view key, Make&& make) {
    if (const auto known = recent_.find(key); known != recent_.end()) return known->second;
    if (recent_.size() >= most_) {
      older_ = std::move(recent_);
      recent_.clear();
    }
    if (const auto known = older_.find(key); known != older_.end()) {
      return recent_.insert(older_.extract(known)).position->second;
    }
    return recent_.emplace(std::string(key), make()).first->second;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>()(key);
    }
  };
  using Values = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  std::size_t most_;
  Values recent_, older_;  // older_: what recent_ held when it was full
};

}  // namespace ibid
