// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/feeds/feed_pages.h"

#include <utility>

#include "corpus/dates/utc_time.h"
#include "corpus/report/sha256.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "search/render/file_uri.h"
#include "tools/serve/feeds/feed.h"
#include "tools/serve/feeds/feed_words.h"
#include "tools/serve/page/page_address.h"
#include "tools/serve/questions/answer_state.h"
#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {
namespace {

constexpr std::uint64_t kEntries = 50;
constexpr std::uint64_t kMostEntries = 500;
constexpr char kUnknownTime[] = "1970-01-01T00:00:00Z";  // a feed must say some time

enum class FeedFormat : std::uint8_t { kAtom, kJson };

struct FeedQuestion {
  std::string query;
  SearchOptions options;
  FeedFormat format = FeedFormat::kAtom;
};

FeedQuestion feed_question(const PageVisit& visit) {
  FeedQuestion out;
  Parameters parameters(visit.request().query);
  out.query = parameters.needed_text("q", kMostQueryBytes);
  out.options.limit = parameters.count("limit", 1, kMostEntries).value_or(kEntries);
  out.options.names = visit.names();
  out.options.names.aliases = asked_names(parameters).aliases;
  out.format = parameters.choice<FeedFormat>(
      "format", FeedFormat::kAtom, {{"atom", FeedFormat::kAtom}, {"json", FeedFormat::kJson}});
  for (const char* other : {"key", "lang"}) static_cast<void>(parameters.text(other, kMostIdBytes));
  parameters.finish();
  out.options.sort = Sort::kFirstSeen;
  out.options.since = 0;  // not those of which it is not known
  out.options.detail = Detail::kPassage;
  out.options.exact_matches = 0;  // nobody counts them
  return out;
}

// A tag (RFC 4151) like those of problems: it may not change, whatever the address of the server.
std::string tag_of(std::string_view kind, const std::string& name) {
  return "tag:ibid,2026:" + std::string(kind) + ":" + percent_encode_path(name);
}

std::string title_of(const StoredPassage& passage) {
  std::string title = passage.report.title.empty() ? passage.report.id : passage.report.title;
  if (passage.section.empty()) return title;
  const SectionTitle& section = passage.section.back();
  const std::string space = section.number.empty() || section.title.empty() ? "" : " ";
  return title + ": " + section.number + space + section.title;
}

FeedEntry entry_of(const PageVisit& visit, const Hit& hit) {
  const StoredPassage& passage = hit.passage;
  FeedEntry out;
  out.id = tag_of("passage", passage.permalink);
  out.address = visit.request().origin + visit.passage_address(passage.permalink);
  out.title = title_of(passage);
  out.text = passage.text;
  out.author = passage.report.author.empty() ? passage.report.publisher : passage.report.author;
  if (passage.language != "und") out.language = passage.language;
  out.time = hit.first_seen_at == 0 ? kUnknownTime : utc_time(hit.first_seen_at);
  return out;
}

Feed feed_of(const PageVisit& visit, const FeedQuestion& question, const SearchResult& result) {
  Feed out;
  // Of this index: another one's feed of the same query is another feed.
  constexpr std::size_t kDigits = 12;
  const std::string index = sha256_hex(visit.index_dir()).substr(0, kDigits);
  out.id = tag_of("feed", index + "/" + question.query);
  out.title = visit.say(words::kFeedOf, question.query);
  out.language = language_tag(visit.language());
  const std::string& origin = visit.request().origin;
  out.self = origin + page_address(visit.request().path, visit.request().query);
  out.home = origin + visit.address("/", {{"q", question.query}});
  for (const Hit& hit : result.hits) out.entries.push_back(entry_of(visit, hit));
  out.time = out.entries.empty() ? utc_time(visit.index().info().committed) : out.entries[0].time;
  if (out.time.empty()) out.time = kUnknownTime;
  return out;
}

HttpResponse feed_answer(const PageVisit& visit) {
  const FeedQuestion question = feed_question(visit);
  Searcher searcher(visit.index());
  const Feed feed = feed_of(visit, question, searcher.search(question.query, question.options));
  const bool json = question.format == FeedFormat::kJson;
  HttpResponse out;
  out.content_type = json ? kJsonFeedType : kAtomType;
  out.body = json ? json_feed(feed) : atom_feed(feed);
  out.headers.emplace_back("ETag", etag_of(feed.self, out.body));
  out.headers.emplace_back("Vary", "Accept-Language");
  return out;
}

}  // namespace

PageRoutes feed_routes() { return {{"/feed", feed_answer}}; }

}  // namespace ibid
