// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/raised_digits.h"

#include <algorithm>
#include <string>

#include "corpus/extract/raised_number.h"

namespace ibid::html {
namespace {

constexpr std::size_t kStart = 64;  // bytes of a text that tell whether it begins with a number

std::string start_of(Page& page, const TextRun& run, std::uint32_t begin) {
  const std::string_view slice =
      page.source.html().substr(begin, std::min<std::size_t>(run.end - begin, kStart));
  return run.raw || slice.find('&') == slice.npos ? std::string(slice)
                                                  : page.references.decode_all(slice);
}

// <sup>1</sup>/<sub>2</sub>
bool begins_fraction(Page& page, std::uint32_t raised) {
  const std::uint32_t next = page.nodes[raised].end;
  if (next >= page.nodes.size() || !page.nodes[next].is_text()) return false;
  const TextRun& run = page.source.runs()[page.nodes[next].source];
  const std::string text = start_of(page, run, run.begin);
  const std::uint32_t after = page.nodes[next].end;
  return is_fraction_slash(text) && after < page.nodes.size() &&
         page.nodes[after].tag == GUMBO_TAG_SUB;
}

}  // namespace

void RaisedDigits::enter(GumboTag tag, std::uint32_t node) {
  if (tag != GUMBO_TAG_SUP && tag != GUMBO_TAG_SUB) return;
  element_ = node;
  tag_ = tag;
}

void RaisedDigits::leave(GumboTag tag, std::uint32_t node, std::uint64_t at) {
  if (tag != GUMBO_TAG_SUP && tag != GUMBO_TAG_SUB) return;
  if (element_ == node) element_ = kNone;
  ended_at_ = at;
  ended_tag_ = tag;
}

std::string_view RaisedDigits::sign_before(Page& page, const TextRun& run, std::uint32_t begin,
                                           const TextWriter& writer) {
  if (element_ == kNone || begin >= run.end) return {};
  const std::uint32_t element = element_;
  element_ = kNone;
  if (!writer.joins_digit()) return {};
  if (tag_ == ended_tag_ && writer.at() == ended_at_) return {};
  const auto height = tag_ == GUMBO_TAG_SUB ? TextHeight::kLowered : TextHeight::kRaised;
  return sign_before_number(start_of(page, run, begin), height, begins_fraction(page, element));
}

}  // namespace ibid::html
