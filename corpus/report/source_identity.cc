// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/source_identity.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

using enum ListMatch;
constexpr std::array kTracking = std::to_array<ListedWord>({
#include "corpus/word_lists/tracking_parameters.inc"
});

constexpr std::string_view kWordsPrefix = "ref-";
constexpr std::size_t kHashDigits = 16;

// Bytes of the scheme with its "//"; 0 without one.
std::size_t scheme_size(std::string_view url) {
  const std::string head = ascii_lower(url.substr(0, 8));
  if (head.starts_with("https://")) return 8;
  return head.starts_with("http://") ? 7 : 0;
}

// Without what is at its end and in front of it for no other server, however often.
std::string canonical_host(std::string_view authority) {
  const std::string lower = ascii_lower(authority.substr(authority.rfind('@') + 1));
  std::string_view host = lower;
  for (std::size_t before = host.size() + 1; before != host.size();) {
    before = host.size();
    host = trim(host);
    for (const std::string_view end : {":80", ":443", "."}) {
      if (host.ends_with(end)) host.remove_suffix(end.size());
    }
    // "www.com" is a host too.
    if (host.starts_with("www.") && host.find('.', 4) != std::string_view::npos) {
      host.remove_prefix(4);
    }
  }
  return std::string(host);
}

bool is_tracking(std::string_view parameter) {
  return matches_one_of(ascii_lower(parameter.substr(0, parameter.find('='))), kTracking);
}

// "?a=1&utm_source=x" -> "?a=1"; in the order given, since servers may mind it.
std::string canonical_query(std::string_view query) {
  std::string out;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view parameter = trim(query.substr(at, end - at));
    at = end + 1;
    if (parameter.empty() || is_tracking(parameter)) continue;
    out += out.empty() ? '?' : '&';
    out += parameter;
  }
  return out;
}

}  // namespace

bool begins_like_url(std::string_view text) {
  return scheme_size(text) > 0 || ascii_lower(text.substr(0, 4)) == "www.";
}

std::string canonical_url(std::string_view url) {
  url = trim(url);
  if (!begins_like_url(url)) return {};
  url.remove_prefix(scheme_size(url));
  const std::size_t path_begin = std::min(url.find_first_of("/?#"), url.size());
  std::string out = canonical_host(url.substr(0, path_begin));
  if (out.find('.') == std::string::npos && out.find(':') == std::string::npos) return {};
  url.remove_prefix(path_begin);
  const std::size_t hash = url.find('#');
  std::string_view fragment =
      hash == std::string_view::npos ? std::string_view() : url.substr(hash + 1);
  // Other fragments are places of the same page.
  if (!fragment.starts_with('!') && !fragment.starts_with('/')) fragment = {};
  url = trim(url.substr(0, hash));
  const std::size_t question = std::min(url.find('?'), url.size());
  std::string_view path = trim(url.substr(0, question));
  const std::string query = question < url.size() ? canonical_query(url.substr(question + 1)) : "";
  if (query.empty() && fragment.empty()) {
    while (path.ends_with('/')) path = trim(path.substr(0, path.size() - 1));
  }
  out.append(path).append(query);
  if (!fragment.empty()) out.append("#").append(fragment);
  return "https://" + out;
}

std::string identity_of_words(std::string_view words) {
  std::string letters;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = next_code_point(words, at);
    if (!is_letter_or_digit(c)) continue;
    append_utf8(letters,
                static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
  }
  return std::string(kWordsPrefix) + sha256_hex(letters).substr(0, kHashDigits);
}

bool is_identity_of_words(std::string_view text) {
  if (!text.starts_with(kWordsPrefix) || text.size() != kWordsPrefix.size() + kHashDigits) {
    return false;
  }
  return text.find_first_not_of("0123456789abcdef", kWordsPrefix.size()) == std::string_view::npos;
}

}  // namespace ibid
