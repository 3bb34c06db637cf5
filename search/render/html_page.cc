// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/html_page.h"

#include <fmt/core.h>

#include "corpus/parser/language.h"
#include "search/render/escape_markup.h"
#include "search/render/html_style.h"

namespace ibid {
namespace {

// Nothing may be loaded or run, whatever an excerpt holds.
constexpr char kPolicy[] =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

}  // namespace

std::string html_page_head(std::string_view title, std::string_view style) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n",
      kPolicy, escape_html(title), kPageStyle, style);
}

std::string html_lang(std::string_view text) {
  return passage_language(count_scripts(text)) == "ko" ? " lang=\"ko\"" : "";
}

std::string html_file_name(std::string_view shown) {
  return "<code>" + escape_html(shown) + "</code>";
}

std::string shell_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

}  // namespace ibid
