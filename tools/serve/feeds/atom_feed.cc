// SPDX-License-Identifier: GPL-2.0-or-later
#include <string_view>

#include "search/render/escape_markup.h"
#include "tools/serve/feeds/feed.h"

namespace ibid {
namespace {

void element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<").append(name).append(">").append(escape_xml(text));
  out.append("</").append(name).append(">\n");
}

void link(std::string& out, std::string_view rel, std::string_view type, std::string_view address) {
  out.append("<link rel=\"").append(rel).append("\" type=\"").append(type).append("\" href=\"");
  out.append(escape_xml(address)).append("\"/>\n");
}

void author(std::string& out, std::string_view name) {
  out.append("<author><name>").append(escape_xml(name)).append("</name></author>\n");
}

void entry(std::string& out, const FeedEntry& it) {
  out += "<entry";
  if (!it.language.empty()) out.append(" xml:lang=\"").append(it.language).append("\"");
  out += ">\n";
  element(out, "id", it.id);
  element(out, "title", it.title);
  element(out, "published", it.time);
  element(out, "updated", it.time);
  if (!it.author.empty()) author(out, it.author);
  link(out, "alternate", "text/html", it.address);
  // As HTML: what is declared to be text is taken for HTML by most feed parsers all the same.
  out.append("<content type=\"html\">");
  out.append(escape_xml("<p>" + escape_html(it.text) + "</p>")).append("</content>\n");
  out += "</entry>\n";
}

}  // namespace

std::string atom_feed(const Feed& feed) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
      feed.language + "\">\n";
  element(out, "id", feed.id);
  element(out, "title", feed.title);
  element(out, "updated", feed.time);
  author(out, "ibid");  // of entries whose report names none
  link(out, "self", "application/atom+xml", feed.self);
  link(out, "alternate", "text/html", feed.home);
  element(out, "generator", "ibid");
  for (const FeedEntry& it : feed.entries) entry(out, it);
  return out + "</feed>\n";
}

}  // namespace ibid
