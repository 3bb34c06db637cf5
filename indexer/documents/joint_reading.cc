// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/documents/joint_reading.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// A word, or a URL; more is neither.
constexpr std::size_t kMostBytes = 2048;

std::size_t begin_of_token(std::string_view text, std::size_t at) {
  const std::size_t least = at - std::min(at, kMostBytes);
  while (at > least) {
    std::size_t before = at;
    if (is_space(previous_code_point(text, before))) break;
    at = before;
  }
  return at;
}

std::size_t end_of_token(std::string_view text, std::size_t at) {
  const std::size_t most = std::min(text.size(), at + kMostBytes);
  while (at < most) {
    std::size_t next = at;
    if (is_space(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

}  // namespace

JointReading other_reading(std::string_view text, std::uint64_t joint) {
  if (joint == 0 || joint >= text.size()) return {};
  const std::size_t behind = skip_spaces(text, joint);
  const std::size_t begin = begin_of_token(text, joint);
  const std::size_t end = end_of_token(text, behind);
  if (begin == joint || end == behind) return {};
  JointReading reading{std::string(text.substr(begin, joint - begin)), joint - begin};
  if (behind == joint) reading.text += ' ';
  reading.text += text.substr(behind, end - behind);
  return reading;
}

}  // namespace ibid
