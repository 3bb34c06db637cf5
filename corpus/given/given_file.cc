// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/given/given_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "corpus/error.h"
#include "corpus/files/bounded_toml.h"
#include "corpus/files/discover.h"
#include "corpus/given/name_pattern.h"

namespace ibid {
namespace {

constexpr char kReport[] = "report";
constexpr char kFeed[] = "feed";
constexpr char kExample[] =
    R"([[report]] and below it match = "NAME*", title = "…", date = "2024-06")";

constexpr char kFeedExample[] = R"([[feed]] and below it match = "NAME*", text = "FIELD")";

constexpr std::size_t kMostFieldBytes = 200;

constexpr std::array<std::pair<std::string_view, std::string FieldMapping::*>, 9> kFeedFields = {{
    {"items", &FieldMapping::items},
    {"id", &FieldMapping::id},
    {"title", &FieldMapping::title},
    {"date", &FieldMapping::date},
    {"text", &FieldMapping::text},
    {"url", &FieldMapping::url},
    {"author", &FieldMapping::author},
    {"publisher", &FieldMapping::publisher},
    {"language", &FieldMapping::language},
}};

class GivenFileReader {
 public:
  explicit GivenFileReader(const std::string& path) {
    file_.path = absolute_path(path);
    file_.folder = std::filesystem::path(file_.path).parent_path().string();
    name_ = std::filesystem::path(file_.path).filename().string();
  }

  GivenFile read() {
    const std::string text = read_bounded_toml(file_.path, {{kReport, kFeed}, kExample});
    toml::table all;
    try {
      all = toml::parse(text, file_.path);
    } catch (const toml::parse_error& error) {
      fail(error.source(), fmt::format("{}; write {}", error.description(), kExample));
    }
    for (const auto& [key, node] : all) {
      const auto* entries = node.as_array();
      const bool is_table = key.str() == kReport || key.str() == kFeed;
      if (!is_table || entries == nullptr || !entries->is_array_of_tables()) {
        fail(node.source(),
             fmt::format("{} is outside of [[report]]; write {}", key.str(), kExample));
      }
      for (const toml::node& entry : *entries) {
        key.str() == kFeed ? take_feed(*entry.as_table()) : take_entry(*entry.as_table());
      }
    }
    return std::move(file_);
  }

 private:
  [[noreturn]] void fail(const toml::source_region& region, const std::string& what) const {
    throw Error(ErrorKind::kInput, fmt::format("{}:{}: {}", file_.path, region.begin.line, what));
  }

  void take_entry(const toml::table& table) {
    GivenEntry entry;
    entry.line = table.source().begin.line;
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      if (name == "match") {
        entry.patterns = patterns_of(node);
        continue;
      }
      const std::vector<std::string>& names = given_field_names();
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        fail(node.source(), fmt::format("{} is not known; a report is given match, {}", name,
                                        fmt::join(names, ", ")));
      }
      put_given(entry.fields, {name, values_of(name, node), name_});
    }
    if (entry.patterns.empty()) {
      fail(table.source(), "match is missing; write match = \"NAME*\"");
    }
    file_.entries.push_back(std::move(entry));
  }

  void take_feed(const toml::table& table) {
    GivenFeed feed;
    feed.line = table.source().begin.line;
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      if (name == "match") {
        feed.patterns = patterns_of(node);
      } else if (name == "html") {
        const auto* html = node.as_boolean();
        if (html == nullptr) fail(node.source(), "html is true or false, without quotes");
        feed.mapping.html_text = html->get();
        feed.tells_html = true;
      } else {
        take_feed_field(name, node, feed.mapping);
      }
    }
    if (feed.patterns.empty()) {
      fail(table.source(), fmt::format("match is missing; write {}", kFeedExample));
    }
    if (feed.mapping == FieldMapping{} && !feed.tells_html) {
      fail(table.source(), fmt::format("no field is named; write {}", kFeedExample));
    }
    file_.feeds.push_back(std::move(feed));
  }

  void take_feed_field(const std::string& name, const toml::node& node, FieldMapping& mapping) {
    const auto* const known = std::find_if(kFeedFields.begin(), kFeedFields.end(),
                                           [&](const auto& field) { return field.first == name; });
    if (known == kFeedFields.end()) {
      std::string names;
      for (const auto& field : kFeedFields) names += fmt::format("{}, ", field.first);
      fail(node.source(),
           fmt::format("{} is not known; a feed is given match, {}html", name, names));
    }
    const auto* const field = node.as_string();
    if (field == nullptr || field->get().empty() || field->get().size() > kMostFieldBytes) {
      fail(node.source(),
           fmt::format("{0} names a field; write its name in quotes: {0} = \"FIELD\" or "
                       "\"OBJECT.FIELD\"",
                       name));
    }
    mapping.*known->second = field->get();
  }

  std::vector<std::string> patterns_of(const toml::node& node) const {
    std::vector<std::string> patterns;
    for (const std::string& pattern : texts_of("match", node)) {
      if (pattern.empty()) fail(node.source(), "match is empty; write a name, as \"NAME*\"");
      patterns.push_back(comparable_name(pattern));
    }
    return patterns;
  }

  std::vector<std::string> values_of(const std::string& name, const toml::node& node) const {
    std::vector<std::string> values = texts_of(name, node);
    for (const std::string& value : values) {
      const std::string why = why_not_given(name, value);
      if (!why.empty())
        fail(node.source(), fmt::format("{} cannot be \"{}\": {}", name, value, why));
    }
    if (name != "tags") return values;
    std::erase(values, "");
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
  }

  std::vector<std::string> texts_of(const std::string& name, const toml::node& node) const {
    const bool many = name == "match" || name == "tags";
    const auto* list = node.as_array();
    if (list == nullptr) return {text_of(name, node)};
    if (!many) fail(node.source(), name + " is a list; write one text");
    std::vector<std::string> texts;
    for (const toml::node& element : *list) texts.push_back(text_of(name, element));
    return texts;
  }

  std::string text_of(const std::string& name, const toml::node& node) const {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* date = node.as_date(); date != nullptr && name == "date") {
      const toml::date& day = date->get();
      return fmt::format("{:04}-{:02}-{:02}", day.year, unsigned{day.month}, unsigned{day.day});
    }
    if (const auto* year = node.as_integer(); year != nullptr && name == "date") {
      return std::to_string(year->get());
    }
    fail(node.source(), name + " is not text; write it in quotes: " + name + " = \"…\"");
  }

  GivenFile file_;
  std::string name_;
};

}  // namespace

GivenFile read_given_file(const std::string& path) { return GivenFileReader(path).read(); }

}  // namespace ibid
