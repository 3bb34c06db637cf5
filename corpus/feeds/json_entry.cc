// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which member of an object is what: see json_item.h. The usual names are those of JSON Feed 1.1,
// schema.org, WordPress, NewsAPI, and of what scrapers and databases write.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <span>

#include "corpus/feeds/json_item.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Kind = JsonValue::Kind;
using Names = std::span<const std::string_view>;

constexpr std::array kLists =
    std::to_array<std::string_view>({"items", "articles", "data", "results", "entries", "documents",
                                     "docs", "posts", "response.docs"});
constexpr std::array kIds =
    std::to_array<std::string_view>({"id", "guid", "_id", "uuid", "uid", "article_id", "doc_id"});
constexpr std::array kTitles =
    std::to_array<std::string_view>({"title", "headline", "name", "subject"});
constexpr std::array kDates = std::to_array<std::string_view>(
    {"date", "published", "date_published", "pubDate", "published_at", "publishedAt",
     "datePublished", "published_date", "pub_date", "created_at", "createdAt", "timestamp",
     "updated", "date_modified"});
constexpr std::array kTexts = std::to_array<std::string_view>(
    {"text", "body", "content", "content_html", "content_text", "article", "articleBody",
     "full_text", "paragraphs", "description", "summary", "abstract", "excerpt"});
constexpr std::array kUrls = std::to_array<std::string_view>(
    {"url", "link", "external_url", "canonical_url", "permalink", "web_url"});
constexpr std::array kAuthors =
    std::to_array<std::string_view>({"author", "authors", "byline", "creator", "writer"});
constexpr std::array kPublishers = std::to_array<std::string_view>(
    {"publisher", "source", "site", "site_name", "outlet", "media"});
constexpr std::array kLanguages =
    std::to_array<std::string_view>({"language", "lang", "inLanguage", "locale"});

// Of an object that is used as a text: {"rendered": "…"}, {"name": "…"}.
constexpr std::array kWordsOf =
    std::to_array<std::string_view>({"name", "rendered", "title", "$oid", "$date", "#text", "_"});
constexpr std::array kTextOf = std::to_array<std::string_view>(
    {"rendered", "text", "html", "content", "value", "paragraph", "#text", "_"});

constexpr std::size_t kMostWords = 4000;   // bytes of a field
constexpr std::size_t kMostElements = 50;  // of a list of authors

class EntryReader {
 public:
  EntryReader(const JsonObject& object, const SourceText& source)
      : object_(object), source_(source) {}

  struct Found {
    std::string name;
    JsonValue value;
  };

  // The first member with a value that is not empty.
  template <class Taken>
  std::optional<Found> first(const std::string& mapped, Names usual, const Taken& taken) const {
    if (!mapped.empty()) {
      const auto value = object_.find(mapped);
      if (value && taken(*value)) return Found{mapped, *value};
      return std::nullopt;
    }
    for (const std::string_view name : usual) {
      const auto value = object_.find(name);
      if (value && taken(*value)) return Found{std::string(name), *value};
    }
    return std::nullopt;
  }

  std::string words_of(const JsonValue& value, int depth = 0) const {
    const std::string_view raw = slice(source_.text(), value.raw);
    std::string words;
    if (value.kind == Kind::kNumber) words = raw.substr(0, kMostWords);
    if (value.kind == Kind::kString) {
      words = json_words(raw);
      words.resize(floor_boundary(words, std::min(words.size(), kMostWords)));
    }
    if (depth >= 2) return words;
    if (value.kind == Kind::kArray) {
      std::size_t count = 0;
      each_element(value, [&](const JsonValue& element) {
        const std::string more = words_of(element, depth + 1);
        if (!more.empty()) words += (words.empty() ? "" : ", ") + more;
        return ++count < kMostElements && words.size() < kMostWords;
      });
    }
    if (value.kind == Kind::kObject) {
      if (const auto inner = member_of(value, kWordsOf)) words = words_of(*inner, depth + 1);
    }
    return words;
  }

  // Calls take(raw range of a string) for the strings that make up a text.
  template <class Take>
  void each_text(const JsonValue& value, const Take& take, int depth = 0) const {
    if (value.kind == Kind::kString) take(value.raw);
    if (depth >= 2) return;
    if (value.kind == Kind::kArray) {
      each_element(value, [&](const JsonValue& element) {
        each_text(element, take, depth + 1);
        return true;
      });
    }
    if (value.kind == Kind::kObject) {
      if (const auto inner = member_of(value, kTextOf)) each_text(*inner, take, depth + 1);
    }
  }

  bool has_text(const JsonValue& value) const {
    bool any = false;
    each_text(value, [&](ByteRange raw) {
      any = any || !trim(slice(source_.text(), {raw.begin + 1, raw.end - 1})).empty();
    });
    return any;
  }

 private:
  template <class Take>
  void each_element(const JsonValue& list, const Take& take) const {
    JsonScanner scanner(source_.text(), UINT32_MAX);
    std::size_t at = list.raw.begin;
    scanner.array(at, take);
  }

  std::optional<JsonValue> member_of(const JsonValue& value, Names names) const {
    JsonScanner scanner(source_.text(), UINT32_MAX);
    JsonObject object;
    std::size_t at = value.raw.begin;
    object.read(source_, scanner, at);
    for (const std::string_view name : names) {
      if (auto found = object.find(name)) return found;
    }
    return std::nullopt;
  }

  const JsonObject& object_;
  const SourceText& source_;
};

void take_texts(const EntryReader& reader, const SourceText& source, const FieldMapping& mapping,
                FeedEntry& entry) {
  const auto title = reader.first(mapping.title, kTitles,
                                  [&](const JsonValue& value) { return reader.has_text(value); });
  const auto text = reader.first(mapping.text, kTexts,
                                 [&](const JsonValue& value) { return reader.has_text(value); });
  JsonLosses losses;
  if (title) {
    entry.title_rule = "JSON field " + title->name;
    reader.each_text(title->value, [&](ByteRange raw) {
      if (entry.title.text.text.empty()) entry.title.text = json_text(source, raw, losses);
    });
  }
  if (text) {
    EntryText::Markup markup = EntryText::Markup::kGuess;
    if (text->name == "content_text") markup = EntryText::Markup::kNone;
    if (text->name == "content_html" || mapping.html_text) markup = EntryText::Markup::kHtml;
    reader.each_text(text->value, [&](ByteRange raw) {
      entry.texts.push_back({json_text(source, raw, losses), markup});
    });
  }
  if (losses.surrogates > 0) {
    entry.notes.push_back(
        fmt::format("unpaired surrogates replaced by U+FFFD: {}", losses.surrogates));
  }
  if (losses.controls > 0) {
    entry.notes.push_back(
        fmt::format("control characters replaced by U+FFFD: {}", losses.controls));
  }
}

}  // namespace

FeedEntry entry_of(const JsonObject& object, const SourceText& source, const FieldMapping& mapping,
                   const std::vector<ExtractedField>& feed) {
  FeedEntry entry;
  const EntryReader reader(object, source);
  take_texts(reader, source, mapping, entry);
  const auto has_words = [&](const JsonValue& value) { return !reader.words_of(value).empty(); };
  const auto add = [&](const char* field, const std::string& mapped, Names usual) {
    const auto found = reader.first(mapped, usual, has_words);
    if (!found) return;
    entry.fields.push_back({field, reader.words_of(found->value), "JSON field " + found->name});
  };
  if (const auto id = reader.first(mapping.id, kIds, has_words)) {
    entry.id = reader.words_of(id->value);
  }
  add("date", mapping.date, kDates);
  add("url", mapping.url, kUrls);
  add("author", mapping.author, kAuthors);
  add("publisher", mapping.publisher, kPublishers);
  add("language", mapping.language, kLanguages);
  // The first value of a name stays.
  entry.fields.insert(entry.fields.end(), feed.begin(), feed.end());
  for (const std::string& name : object.doubled()) {
    entry.notes.push_back(fmt::format("the name {} occurs twice; the last one counts", name));
  }
  return entry;
}

std::vector<ExtractedField> feed_fields(const JsonObject& object, const SourceText& source) {
  const EntryReader reader(object, source);
  std::vector<ExtractedField> fields;
  const auto add = [&](const char* field, std::string_view name) {
    const auto value = object.find(name);
    if (!value) return;
    fields.push_back(
        {field, reader.words_of(*value), fmt::format("JSON field {} of the feed", name)});
  };
  const auto version = object.find("version");
  if (!version || !reader.words_of(*version).starts_with("https://jsonfeed.org/")) return fields;
  add("publisher", "title");
  add("author", "authors");
  add("author", "author");
  add("language", "language");
  return fields;
}

std::optional<JsonValue> list_in(const JsonObject& object, const FieldMapping& mapping) {
  if (!mapping.items.empty()) {
    const auto list = object.find(mapping.items);
    return list && list->kind == Kind::kArray ? list : std::nullopt;
  }
  for (const std::string_view name : kLists) {
    const auto list = object.find(name);
    if (list && list->kind == Kind::kArray) return list;
  }
  return std::nullopt;
}

}  // namespace ibid
