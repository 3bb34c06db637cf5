// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which element of a feed is what.
#pragma once

#include <optional>
#include <string_view>

namespace ibid {

enum class FeedUse { kId, kTitle, kText, kDate, kUrl, kAuthor, kPublisher, kLanguage };

struct FeedElement {
  std::string_view name;
  FeedUse use = FeedUse::kText;
  int rank = 0;           // of two elements for one use that of the lower rank counts
  std::string_view rule;  // "RSS pubDate"
};

inline constexpr std::string_view kAtomSpace = "http://www.w3.org/2005/Atom";

// An element of an item of RSS, or of its channel. `own`: it is in the namespace of the item, not
// in that of a module.
std::optional<FeedElement> rss_element(std::string_view space, std::string_view name, bool own);
std::optional<FeedElement> rss_channel_element(std::string_view space, std::string_view name,
                                               bool own);
// An element of an entry of Atom, by its path in the entry: "author/name"; or of the feed.
std::optional<FeedElement> atom_element(std::string_view path);
std::optional<FeedElement> atom_feed_element(std::string_view path);

}  // namespace ibid
