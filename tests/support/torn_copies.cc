// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/torn_copies.h"

#include <algorithm>
#include <filesystem>

#include "tests/support/temp_dir.h"

namespace fs = std::filesystem;

namespace ibid::testing {
namespace {

constexpr std::size_t kBlock = 8192;

// The first bytes of one, and the rest of the other behind them.
std::string joined(const std::string& first, const std::string& rest, std::size_t at) {
  std::string bytes = first.substr(0, std::min(at, first.size()));
  if (at < rest.size()) bytes += rest.substr(std::min(at, rest.size()));
  return bytes;
}

}  // namespace

IndexFiles read_index_files(const std::string& index) {
  IndexFiles files;
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    if (!entry.is_regular_file() || entry.path().filename() == "flintlock") continue;
    files[fs::relative(entry.path(), index).string()] = read_bytes(entry.path().string());
  }
  return files;
}

IndexFiles TornCopies::next(std::string& about) {
  about_.clear();
  IndexFiles copy;
  switch (made_++ % 4) {
    case 0:
      copy = mixed_files();
      break;
    case 1:
      copy = one_file();
      break;
    case 2:
      copy = torn_files();
      break;
    default:
      copy = slow_copy();
  }
  about = about_;
  return copy;
}

std::vector<std::size_t> TornCopies::having(const std::string& path) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    if (states_[i].contains(path)) found.push_back(i);
  }
  return found;
}

void TornCopies::take(IndexFiles& copy, const std::string& path, std::size_t state) {
  copy[path] = states_[state].at(path);
  about_ += ' ' + path + '=' + std::to_string(state);
}

IndexFiles TornCopies::mixed_files() {
  IndexFiles copy;
  for (const auto& [path, bytes] : states_[any(states_.size())]) {
    const std::vector<std::size_t> from = having(path);
    take(copy, path, from[any(from.size())]);
  }
  return copy;
}

IndexFiles TornCopies::one_file() {
  const std::size_t state = any(states_.size());
  IndexFiles copy = states_[state];
  about_ = " state " + std::to_string(state) + " with";
  const std::string path = std::next(copy.begin(), static_cast<long>(any(copy.size())))->first;
  const std::vector<std::size_t> from = having(path);
  take(copy, path, from[any(from.size())]);
  return copy;
}

std::string TornCopies::torn(const std::string& from, const std::string& rest,
                             const std::string& path) {
  std::size_t at = any(std::max(from.size(), rest.size()) + 1);
  const std::size_t edge = any(3);  // anywhere, at a page, at a block
  if (edge == 1) at -= at % (kBlock / 2);
  if (edge == 2) at -= at % kBlock;
  about_ += ' ' + path + " torn at " + std::to_string(at);
  return joined(from, rest, at);
}

IndexFiles TornCopies::torn_files() {
  IndexFiles copy;
  // Of few states: the more, the easier to see.
  const std::size_t a = any(states_.size()), b = any(states_.size());
  about_ = " states " + std::to_string(a) + ", " + std::to_string(b) + ':';
  for (const auto& [path, bytes] : states_[a]) {
    const auto other = states_[b].find(path);
    const bool same = other == states_[b].end() || other->second == bytes;
    const std::size_t how = same ? 0 : any(4);
    if (how == 0) copy[path] = bytes;
    if (how == 1) take(copy, path, b);
    if (how == 2) copy[path] = torn(bytes, other->second, path);
    if (how == 3) copy[path] = torn(other->second, bytes, path);
  }
  return copy;
}

IndexFiles TornCopies::slow_copy() {
  std::size_t state = any(states_.size() - 1);
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : states_[state]) paths.push_back(path);
  if (any(2) == 0) std::shuffle(paths.begin(), paths.end(), random_);
  IndexFiles copy;
  for (const std::string& path : paths) {
    if (!states_[state].contains(path)) continue;  // removed meanwhile
    std::string bytes = states_[state].at(path);
    about_ += ' ' + path + '=' + std::to_string(state);
    if (any(3) == 0 && state + 1 < states_.size()) {
      state += 1 + any(states_.size() - state - 1);
      const auto later = states_[state].find(path);
      if (later != states_[state].end()) bytes = torn(bytes, later->second, path);
    }
    copy[path] = bytes;
  }
  return copy;
}

}  // namespace ibid::testing
