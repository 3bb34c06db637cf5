// SPDX-License-Identifier: GPL-2.0-or-later
//
// A feed of passages, whatever the format it is written in. Plain values.
#pragma once

#include <string>
#include <vector>

namespace ibid {

struct FeedEntry {
  std::string id;       // an IRI that never changes
  std::string address;  // absolute, of the passage's page
  std::string title, text;
  std::string author;    // of the report, or who published it; empty if it says neither
  std::string language;  // "en", "ko"; empty if the letters do not tell
  std::string time;      // RFC 3339: when the index first had the passage
};

struct Feed {
  std::string id;  // likewise
  std::string title;
  std::string self, home;          // absolute addresses of the feed and of its page
  std::string language;            // of `title`
  std::string time;                // RFC 3339: of the newest entry
  std::vector<FeedEntry> entries;  // newest first
};

// Atom 1.0 (RFC 4287).
std::string atom_feed(const Feed& feed);
// JSON Feed 1.1 (https://jsonfeed.org/version/1.1).
std::string json_feed(const Feed& feed);

inline constexpr char kAtomType[] = "application/atom+xml; charset=utf-8";
inline constexpr char kJsonFeedType[] = "application/feed+json; charset=utf-8";

}  // namespace ibid
