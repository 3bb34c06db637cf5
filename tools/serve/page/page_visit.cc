// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/page_visit.h"

#include "corpus/parser/language.h"

namespace ibid {

PageVisit::PageVisit(const HttpRequest& request, const PageOptions& options)
    : request_(request), options_(options) {
  const std::string_view chosen = field("lang");
  chose_language_ = chosen == "en" || chosen == "ko";
  if (chose_language_) {
    language_ = chosen == "ko" ? PageLanguage::kKorean : PageLanguage::kEnglish;
  } else {
    language_ = preferred_language(request.header("accept-language"));
  }
}

OpenIndex& PageVisit::index() const {
  if (opened_ == nullptr) opened_ = &options_.index->open();
  return *opened_;
}

IndexState PageVisit::index_state() const {
  const IndexInfo info = index().info();
  return {info.generation, info.passages, info.reports};
}

std::string_view PageVisit::field(std::string_view name) const {
  return request_.field(name).value_or(std::string_view());
}

std::string_view PageVisit::behind(std::string_view route) const {
  const std::string_view path = request_.path;
  return path.starts_with(route) ? path.substr(route.size()) : std::string_view();
}

std::string PageVisit::address(std::string_view path, const HttpFields& fields) const {
  HttpFields all = fields_without(fields, {"lang"});
  if (chose_language_) all.emplace_back("lang", language_tag(language_));
  return page_address(path, all);
}

std::string PageVisit::address_in(PageLanguage language) const {
  HttpFields all = fields_without(request_.query, {"lang"});
  // What a form sent may be longer than any address.
  if (request_.method == HttpMethod::kPost) {
    std::erase_if(all, [](const auto& field) { return field.second.size() > 2000; });
  }
  all.emplace_back("lang", language_tag(language));
  return page_address(request_.path, all);
}

std::string PageVisit::passage_address(std::string_view permalink_or_id) const {
  return address("/passage/" + std::string(permalink_or_id));
}

std::string PageVisit::report_address(std::string_view report_id) const {
  return address("/report/" + std::string(report_id));
}

std::string PageVisit::place_address(std::string_view passage_id) const {
  const std::string report(passage_id.substr(0, passage_id.find('#')));
  const std::string place(place_name(passage_id));
  if (place.empty()) return report_address(report);
  // "~" and all else that a locator has needs no escape behind a "#".
  return address("/report/" + report, {{"at", place}}) + "#" + place;
}

// Words or an address may hold "/" and "..", which a path cannot.
std::string PageVisit::source_address(std::string_view source) const {
  return address("/source", {{"id", std::string(source)}});
}

std::string PageVisit::feed_address(const std::string& query, Aliases aliases) const {
  HttpFields fields = {{"q", query}};
  if (aliases == Aliases::kNo) fields.emplace_back("literal", "yes");
  if (chose_language_) fields.emplace_back("lang", language_tag(language_));
  const std::string key = options_.feed_key ? options_.feed_key(fields) : "";
  if (!key.empty()) fields.emplace_back("key", key);
  return page_address("/feed", fields);
}

HtmlAttribute PageVisit::lang_of(std::string_view text) const {
  const std::string language = passage_language(count_scripts(text));
  if (language == language_tag(language_)) return {};
  if (language == "ko") return {"lang", "ko"};
  if (language == "en") return {"lang", "en"};
  return {};
}

std::string_view place_name(std::string_view passage_id) {
  const std::size_t sign = passage_id.find('#');
  if (sign == std::string_view::npos) return {};
  const std::string_view name = passage_id.substr(sign + 1);
  return name.substr(0, name.find('@'));
}

}  // namespace ibid
