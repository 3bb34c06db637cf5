// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/mail/header_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "corpus/error.h"
#include "corpus/mail/charset_text.h"
#include "corpus/mail/transfer.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostHeaderBytes = 64 * 1024;
constexpr std::size_t kMostPieces = 1000;  // of a parameter
constexpr std::size_t kMostPeople = 10;

std::string words_of(std::string_view bytes, std::string_view charset) {
  try {
    return text_in_charset(bytes, charset, Encoding::kCp949).text;
  } catch (const Error&) {
    std::string text;  // not of that charset: what can be read of it
    for (std::size_t at = 0; at < bytes.size();) append_utf8(text, next_code_point(bytes, at));
    return text;
  }
}

struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t length = 0;  // of the word as written
};

// "=?charset?B?text?=" at the start of `text`.
std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t charset = text.find('?', 2);
  if (charset == std::string_view::npos || charset > 80 || charset + 3 > text.size() ||
      text[charset + 2] != '?') {
    return std::nullopt;
  }
  const char how = static_cast<char>(text[charset + 1] | 0x20);
  const std::size_t begin = charset + 3;
  const std::size_t end = text.find("?=", begin);
  if ((how != 'b' && how != 'q') || end == std::string_view::npos) return std::nullopt;
  const std::string_view content = text.substr(begin, end - begin);
  if (content.find_first_of("\r\n") != std::string_view::npos) return std::nullopt;
  EncodedWord word;
  word.charset = ascii_lower(text.substr(2, charset - 2));
  word.charset = word.charset.substr(0, word.charset.find('*'));  // a language, RFC 2231
  if (how == 'b') {
    word.bytes = base64_decoded(content);
  } else {
    std::string spaced(content);
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    word.bytes = hex_decoded(spaced, '=');
  }
  word.length = end + 2;
  return word;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// The end of a quoted string that begins at `at`, behind its last quote.
std::size_t quoted_end(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return text.size();
}

std::string unquoted(std::string_view text) {
  text = trim(text);
  if (!text.starts_with('"')) return std::string(text);
  std::string out;
  const std::size_t end = quoted_end(text, 0);
  for (std::size_t at = 1; at < end && text[at] != '"'; ++at) {
    if (text[at] == '\\' && at + 1 < end) ++at;
    out += text[at];
  }
  return out;
}

// Where the next of `signs` stands outside quotes.
std::size_t find_outside_quotes(std::string_view text, std::string_view signs, std::size_t at) {
  while (at < text.size() && signs.find(text[at]) == std::string_view::npos) {
    at = text[at] == '"' ? quoted_end(text, at) : at + 1;
  }
  return std::min(at, text.size());
}

struct ParameterPiece {
  std::string value;  // without quotes
  bool encoded = false;
};

// The pieces of "name", "name*", "name*0", "name*1*", by number; -1 for one without.
std::map<int, ParameterPiece> pieces_of(std::string_view raw, std::string_view name) {
  std::map<int, ParameterPiece> pieces;
  std::size_t at = find_outside_quotes(raw, ";", 0);
  while (at < raw.size() && pieces.size() < kMostPieces) {
    const std::size_t end = find_outside_quotes(raw, ";", at + 1);
    const std::string_view parameter = trim(raw.substr(at + 1, end - at - 1));
    at = end;
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos) continue;
    std::string key = ascii_lower(trim(parameter.substr(0, equals)));
    ParameterPiece piece{unquoted(parameter.substr(equals + 1)), false};
    if (key.size() > name.size() && key.ends_with('*')) {
      piece.encoded = true;
      key.pop_back();
    }
    int number = -1;
    if (const std::size_t star = key.find('*'); star != std::string::npos) {
      const std::string_view digits = std::string_view(key).substr(star + 1);
      if (digits.empty() || digits.size() > 4 ||
          !std::all_of(digits.begin(), digits.end(), [](char c) { return is_ascii_digit(c); })) {
        continue;
      }
      number = std::stoi(std::string(digits));
      key.resize(star);
    }
    if (key == name) pieces.emplace(number, std::move(piece));
  }
  return pieces;
}

}  // namespace

std::string header_words(std::string_view raw) {
  raw = raw.substr(0, kMostHeaderBytes);
  std::string out, plain;
  EncodedWord words;  // that stand side by side
  const auto put_words = [&] {
    if (!words.bytes.empty()) out += words_of(words.bytes, words.charset);
    words = {};
  };
  const auto put_plain = [&] {
    out += words_of(plain, "");
    plain.clear();
  };
  for (std::size_t at = 0; at < raw.size();) {
    std::optional<EncodedWord> word = encoded_word(raw.substr(at));
    if (!word) {
      plain += raw[at++];
      continue;
    }
    at += word->length;
    const bool beside = !words.charset.empty() && trim(plain).empty();
    if (beside && word->charset == words.charset) {
      plain.clear();
      words.bytes += word->bytes;
      continue;
    }
    put_words();
    if (beside) plain.clear();
    put_plain();
    words = std::move(*word);
  }
  put_words();
  put_plain();
  return one_line(out);
}

std::string header_parameter(std::string_view raw, std::string_view name) {
  const auto pieces = pieces_of(raw.substr(0, kMostHeaderBytes), name);
  if (pieces.empty()) return {};
  const auto whole = pieces.find(-1);
  // Programs that write both mean the encoded one.
  if (whole != pieces.end() && !whole->second.encoded && pieces.size() == 1) {
    return header_words(whole->second.value);
  }
  std::string bytes, charset;
  bool first = true;
  for (const auto& [number, piece] : pieces) {
    if (number == -1 && pieces.size() > 1) continue;
    std::string_view value = piece.value;
    if (first && piece.encoded) {
      const std::size_t quote = value.find('\'');
      const std::size_t second =
          quote == std::string_view::npos ? quote : value.find('\'', quote + 1);
      if (second != std::string_view::npos) {
        charset = value.substr(0, quote);
        value.remove_prefix(second + 1);
      }
    }
    bytes += piece.encoded ? hex_decoded(value, '%') : std::string(value);
    first = false;
  }
  return one_line(words_of(bytes, charset));
}

std::string header_people(std::string_view raw) {
  raw = raw.substr(0, kMostHeaderBytes);
  std::string people;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < raw.size() && count < kMostPeople;) {
    const std::size_t end = find_outside_quotes(raw, ",;", begin);
    const std::string_view one = trim(raw.substr(begin, end - begin));
    begin = end + 1;
    const std::size_t angle = find_outside_quotes(one, "<", 0);
    std::string name = header_words(unquoted(one.substr(0, angle)));
    if (name.empty() && angle < one.size()) {
      const std::string_view address = one.substr(angle + 1);
      name = header_words(address.substr(0, address.find('>')));
    }
    if (name.empty()) continue;
    people += (people.empty() ? "" : ", ") + name;
    ++count;
  }
  return people;
}

}  // namespace ibid
