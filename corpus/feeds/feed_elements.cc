// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/feed_elements.h"

#include <array>
#include <span>

namespace ibid {
namespace {

using Elements = std::span<const FeedElement>;

constexpr std::string_view kDublinCore = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view kContent = "http://purl.org/rss/1.0/modules/content/";

constexpr std::array kRss = std::to_array<FeedElement>({
    {"guid", FeedUse::kId, 0, "RSS guid"},
    {"title", FeedUse::kTitle, 0, "RSS title"},
    {"description", FeedUse::kText, 1, "RSS description"},
    {"pubDate", FeedUse::kDate, 0, "RSS pubDate"},
    {"link", FeedUse::kUrl, 0, "RSS link"},
    {"author", FeedUse::kAuthor, 1, "RSS author"},
    {"source", FeedUse::kPublisher, 0, "RSS source"},
});
constexpr std::array kRssChannel = std::to_array<FeedElement>({
    {"title", FeedUse::kPublisher, 1, "RSS title of the channel"},
    {"language", FeedUse::kLanguage, 0, "RSS language of the channel"},
});
constexpr std::array kDublinCoreItem = std::to_array<FeedElement>({
    {"date", FeedUse::kDate, 1, "dc:date"},
    {"creator", FeedUse::kAuthor, 0, "dc:creator"},
    {"publisher", FeedUse::kPublisher, 1, "dc:publisher"},
    {"language", FeedUse::kLanguage, 0, "dc:language"},
    {"identifier", FeedUse::kId, 2, "dc:identifier"},
});
constexpr std::array kDublinCoreChannel = std::to_array<FeedElement>({
    {"publisher", FeedUse::kPublisher, 0, "dc:publisher of the channel"},
    {"language", FeedUse::kLanguage, 1, "dc:language of the channel"},
});
constexpr std::array kContentItem = std::to_array<FeedElement>({
    {"encoded", FeedUse::kText, 0, "content:encoded"},
});
constexpr std::array kAtom = std::to_array<FeedElement>({
    {"id", FeedUse::kId, 0, "Atom id"},
    {"title", FeedUse::kTitle, 0, "Atom title"},
    {"content", FeedUse::kText, 0, "Atom content"},
    {"summary", FeedUse::kText, 1, "Atom summary"},
    {"published", FeedUse::kDate, 0, "Atom published"},
    {"updated", FeedUse::kDate, 1, "Atom updated"},
    {"author/name", FeedUse::kAuthor, 0, "Atom author"},
    {"source/title", FeedUse::kPublisher, 0, "Atom source"},
});
constexpr std::array kAtomFeed = std::to_array<FeedElement>({
    {"title", FeedUse::kPublisher, 0, "Atom title of the feed"},
    {"author/name", FeedUse::kAuthor, 0, "Atom author of the feed"},
});

std::optional<FeedElement> find(Elements elements, std::string_view name) {
  for (const FeedElement& element : elements) {
    if (element.name == name) return element;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FeedElement> rss_element(std::string_view space, std::string_view name, bool own) {
  if (space == kDublinCore) return find(kDublinCoreItem, name);
  if (space == kContent) return find(kContentItem, name);
  return own ? find(kRss, name) : std::nullopt;
}

std::optional<FeedElement> rss_channel_element(std::string_view space, std::string_view name,
                                               bool own) {
  if (space == kDublinCore) return find(kDublinCoreChannel, name);
  return own ? find(kRssChannel, name) : std::nullopt;
}

std::optional<FeedElement> atom_element(std::string_view path) { return find(kAtom, path); }
std::optional<FeedElement> atom_feed_element(std::string_view path) {
  return find(kAtomFeed, path);
}

}  // namespace ibid
