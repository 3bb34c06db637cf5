// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_fields.h"

#include <map>
#include <utility>

#include "corpus/dates/find_date.h"
#include "corpus/html/web_address.h"

namespace ibid::html {
namespace {

constexpr std::size_t kSavedFromWithin = 4096;  // bytes of a page's start
constexpr std::size_t kLongestValue = 2000;

struct Meta {
  std::map<std::string, std::string> values;  // by name in lower case; the first of each
  std::string authors;                        // all citation_author
  std::string canonical, base, title, language;
  LinkedData linked;
};

void take_meta(Page& page, std::uint32_t tag, Meta& meta) {
  std::string content = page.source.value(tag, "content", page.references);
  if (content.empty() || content.size() > kLongestValue) return;
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string name = ascii_lower(page.source.value(tag, key, page.references));
    if (name.empty()) continue;
    if (name == "citation_author") {
      meta.authors += (meta.authors.empty() ? "" : "; ") + content;
    }
    meta.values.try_emplace(name, content);
  }
}

void take_tag(Page& page, std::uint32_t i, Meta& meta) {
  const auto value = [&](const char* name) { return page.source.value(i, name, page.references); };
  switch (page.source.tags()[i].tag) {
    case GUMBO_TAG_META:
      return take_meta(page, i, meta);
    case GUMBO_TAG_LINK:
      if (meta.canonical.empty() && ascii_lower(value("rel")) == "canonical") {
        meta.canonical = value("href");
      }
      return;
    case GUMBO_TAG_BASE:
      if (meta.base.empty()) meta.base = value("href");
      return;
    case GUMBO_TAG_HTML:
      if (meta.language.empty()) meta.language = value("lang");
      if (meta.language.empty()) meta.language = value("xml:lang");
      return;
    case GUMBO_TAG_TITLE:
      if (meta.title.empty()) {
        meta.title = page.references.decode_all(page.source.content(i).substr(0, kLongestValue));
      }
      return;
    case GUMBO_TAG_SCRIPT:
      if (ascii_lower(value("type")).starts_with("application/ld+json")) {
        read_json_ld(page.source.content(i), meta.linked);
      }
      return;
    default:
      return;
  }
}

Meta meta_of(Page& page) {
  Meta meta;
  for (std::uint32_t i = 0; i < page.source.tags().size(); ++i) take_tag(page, i, meta);
  return meta;
}

// "<!-- saved from url=(0043)https://example.org/page -->"
std::string saved_from(std::string_view html) {
  const std::string_view start = html.substr(0, kSavedFromWithin);
  constexpr std::string_view kWords = "<!-- saved from url=(";
  const std::size_t at = start.find(kWords);
  if (at == std::string_view::npos) return "";
  const std::size_t begin = start.find(')', at);
  const std::size_t end = start.find("-->", at);
  if (begin == std::string_view::npos || end == std::string_view::npos || begin > end) return "";
  const std::string url(trim(start.substr(begin + 1, end - begin - 1)));
  return is_web_address(url) ? url : "";
}

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_white(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_separator(std::string_view rest) {
  rest = trim(rest);
  for (const std::string_view sign :
       {"|", "-", "–", "—", ":", "·", "»", "«", "::", "<", ">", "/"}) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

// A title without the site's name, if the page's heading says what the rest is.
std::string without_site(const std::string& title_given, const std::string& heading) {
  const std::string title = folded(title_given);
  if (heading.empty() || title.size() <= heading.size()) return title;
  if (title.starts_with(heading) && is_separator(title.substr(heading.size()))) return heading;
  if (title.ends_with(heading)) {
    std::string_view site = trim(std::string_view(title).substr(0, title.size() - heading.size()));
    while (!site.empty()) {
      std::size_t at = site.size();
      previous_code_point(site, at);
      if (is_separator(site.substr(at))) return heading;
      break;
    }
  }
  return title;
}

}  // namespace

std::string plain_date(std::string_view written) {
  std::string text(trim(written.substr(0, kLongestValue)));
  // Of a time only its date is asked for: "2024-06-27T23:30:00+09:00", "20240627093000".
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] == 'T' && is_ascii_digit(text[at - 1]) && is_ascii_digit(text[at + 1])) {
      text.resize(at);
    }
  }
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  if (digits && (text.size() == 8 || text.size() == 12 || text.size() == 14)) {
    text = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
  }
  return date_of_value(text);
}

PageHead read_head(Page& page, const std::string& given_base) {
  std::string canonical, og_url, base;
  for (std::uint32_t i = 0; i < page.source.tags().size(); ++i) {
    const GumboTag tag = page.source.tags()[i].tag;
    const auto value = [&](const char* name) {
      return page.source.value(i, name, page.references);
    };
    if (tag == GUMBO_TAG_BASE && base.empty()) base = value("href");
    if (tag == GUMBO_TAG_LINK && canonical.empty() && ascii_lower(value("rel")) == "canonical") {
      canonical = value("href");
    }
    if (tag == GUMBO_TAG_META && og_url.empty() && ascii_lower(value("property")) == "og:url") {
      og_url = value("content");
    }
  }
  std::string url = given_base;
  for (const std::string& known : {canonical, og_url, saved_from(page.source.html())}) {
    const std::string whole = resolved(known, given_base);
    if (whole.empty()) continue;
    url = whole;
    break;
  }
  const std::string whole = resolved(base, url);
  return {url, whole.empty() ? url : whole};
}

void add_fields(ExtractBuilder& out, Page& page, const std::string& top_heading,
                const std::string& first_time) {
  const Meta meta = meta_of(page);
  const auto add = [&](const char* field, std::string_view value, std::string rule) {
    out.add_field(field, value, std::move(rule));
  };
  const auto add_meta = [&](const char* field, const char* name) {
    const auto found = meta.values.find(name);
    if (found != meta.values.end()) add(field, found->second, name);
  };
  const auto add_date = [&](std::string_view value, std::string rule) {
    add("date", plain_date(value), std::move(rule));
  };
  add_meta("title", "og:title");
  add("title", meta.linked.headline, "JSON-LD headline");
  add_meta("title", "citation_title");
  add("title", without_site(meta.title, top_heading), "title");
  add_date(meta.linked.date, "JSON-LD datePublished");
  for (const char* name :
       {"article:published_time", "datepublished", "citation_publication_date", "citation_date",
        "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "date"}) {
    const auto found = meta.values.find(name);
    if (found != meta.values.end()) add_date(found->second, name);
  }
  add_date(first_time, "time");
  add_meta("publisher", "og:site_name");
  add("publisher", meta.linked.publisher, "JSON-LD publisher");
  add_meta("publisher", "citation_publisher");
  add("author", meta.linked.author, "JSON-LD author");
  add("author", meta.authors, "citation_author");
  add_meta("author", "author");
  const auto author = meta.values.find("article:author");
  if (author != meta.values.end() && !is_web_address(author->second)) {
    add("author", author->second, "article:author");
  }
  add("url", resolved(meta.canonical, ""), "link canonical");
  const auto og_url = meta.values.find("og:url");
  if (og_url != meta.values.end()) add("url", resolved(og_url->second, ""), "og:url");
  add("url", saved_from(page.source.html()), "saved from url");
  add("language", meta.language, "html lang");
}

}  // namespace ibid::html
