// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON-LD as news sites and journals write it (schema.org): an object, an array of them, or a
// "@graph".
#include <nlohmann/json.hpp>

#include "corpus/html/html_fields.h"

namespace ibid::html {
namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr int kMostDepth = 32;
constexpr std::size_t kMostObjects = 1'000;

std::string string_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// A name, an object with one, or several of either.
std::string names_in(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  if (found->is_object()) return string_in(*found, "name");
  std::string all;
  if (!found->is_array()) return all;
  for (const json& one : *found) {
    const std::string name = one.is_string()   ? one.get<std::string>()
                             : one.is_object() ? string_in(one, "name")
                                               : "";
    if (!name.empty()) all += (all.empty() ? "" : ", ") + name;
  }
  return all;
}

bool is_type(const json& object, bool (*wanted)(std::string_view)) {
  const auto found = object.find("@type");
  if (found == object.end()) return false;
  if (found->is_string()) return wanted(found->get_ref<const std::string&>());
  if (!found->is_array()) return false;
  for (const json& one : *found) {
    if (one.is_string() && wanted(one.get_ref<const std::string&>())) return true;
  }
  return false;
}

bool is_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" ||
         type == "Legislation" || type == "Book" || type == "ClaimReview";
}
bool is_page(std::string_view type) { return type == "WebPage"; }

void fill(std::string& value, std::string with) {
  if (value.empty()) value = std::move(with);
}

void take(const json& object, LinkedData& data) {
  fill(data.headline, string_in(object, "headline"));
  fill(data.headline, string_in(object, "name"));
  fill(data.date, string_in(object, "datePublished"));
  fill(data.publisher, names_in(object, "publisher"));
  fill(data.author, names_in(object, "author"));
  fill(data.url, string_in(object, "url"));
}

std::vector<const json*> objects_of(const json& root) {
  std::vector<const json*> objects;
  const auto add_all = [&](const json& array) {
    for (const json& one : array) {
      if (one.is_object() && objects.size() < kMostObjects) objects.push_back(&one);
    }
  };
  if (root.is_array()) add_all(root);
  if (root.is_object()) objects.push_back(&root);
  const std::size_t top = objects.size();
  for (std::size_t i = 0; i < top; ++i) {
    const auto graph = objects[i]->find("@graph");
    if (graph != objects[i]->end() && graph->is_array()) add_all(*graph);
  }
  return objects;
}

}  // namespace

void read_json_ld(std::string_view text, LinkedData& data) {
  if (text.size() > kMostBytes) return;
  bool too_deep = false;
  const auto shallow = [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > kMostDepth;
    return !too_deep;
  };
  const json root = json::parse(text.begin(), text.end(), shallow, false);
  if (root.is_discarded() || too_deep) return;
  const std::vector<const json*> objects = objects_of(root);
  for (const json* object : objects) {
    if (is_type(*object, is_article)) take(*object, data);
  }
  for (const json* object : objects) {
    if (is_type(*object, is_page)) take(*object, data);
  }
}

}  // namespace ibid::html
