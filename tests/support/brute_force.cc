// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/brute_force.h"

#include <algorithm>
#include <cctype>

#include "corpus/report/source_id.h"

namespace ibid::testing {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// Only the host of a URL is a word; none of the tests' words is a host.
void blank_urls(std::string& text) {
  for (std::size_t at = 0; (at = text.find("http", at)) != std::string::npos;) {
    for (; at < text.size() && text[at] > ' ' && text[at] != ')'; ++at) text[at] = ' ';
  }
}

std::string without_marks(std::string text) {
  for (const CitationMark& mark : find_citation_marks(text)) {
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(mark.text.begin),
              text.begin() + static_cast<std::ptrdiff_t>(mark.text.end), ' ');
  }
  blank_urls(text);
  return text;
}

std::string with_plain_apostrophes(std::string text) {
  for (const std::string curly : {"’", "‘"}) {
    for (std::size_t at; (at = text.find(curly)) != std::string::npos;) text.replace(at, 3, "'");
  }
  return text;
}

// The end of U.S., of letters with apostrophes inside, or of digits with separators inside.
std::size_t word_end(const std::string& text, std::size_t i) {
  const auto at = [&](std::size_t k) { return k < text.size() ? text[k] : ' '; };
  if (is_digit(text[i])) {
    while (is_digit(at(i)) || ((at(i) == ',' || at(i) == '.') && is_digit(at(i + 1)))) ++i;
    return i;
  }
  std::size_t dotted = i;
  while (is_letter(at(dotted)) && at(dotted + 1) == '.') dotted += 2;
  if (dotted >= i + 4) return dotted;
  while (is_letter(at(i)) || (at(i) == '\'' && is_letter(at(i + 1)))) ++i;
  return i;
}

std::vector<std::string> ascii_words(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i]) && !is_digit(text[i])) {
      ++i;
      continue;
    }
    const std::size_t end = word_end(text, i);
    words.push_back(lower(text.substr(i, end - i)));
    i = end;
  }
  return words;
}

std::vector<std::string> without_possessives(std::vector<std::string> words) {
  for (std::string& word : words) {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
  }
  return words;
}

// Syllables are U+AC00..U+D7A3: three bytes, EA B0 80 to ED 9E A3.
std::string hangul_runs(const std::string& text) {
  std::string runs = " ";
  for (std::size_t i = 0; i < text.size();) {
    const std::string character = text.substr(i, 3);
    if (character >= "\xEA\xB0\x80" && character <= "\xED\x9E\xA3") {
      runs += character;
      i += 3;
    } else {
      if (runs.back() != ' ') runs += ' ';
      ++i;
    }
  }
  if (runs.back() != ' ') runs += ' ';
  return runs;
}

}  // namespace

std::vector<PassageView> views_of(const std::vector<Report>& reports) {
  std::vector<PassageView> views;
  for (const Report& report : reports) {
    for (const Passage& passage : report.passages) {
      PassageView view;
      view.report = &report;
      view.passage = &passage;
      const std::string text = with_plain_apostrophes(without_marks(passage.text));
      view.written = ascii_words(text);
      view.words = without_possessives(view.written);
      view.hangul = hangul_runs(text);
      for (const std::int32_t s : section_path(report.sections, passage.section)) {
        view.headings.push_back(
            lower(with_plain_apostrophes(report.sections[static_cast<std::size_t>(s)].title)));
      }
      views.push_back(std::move(view));
    }
  }
  return views;
}

std::vector<std::string> accepted(const std::vector<PassageView>& views, const Predicate& wanted) {
  std::vector<std::string> ids;
  for (const PassageView& view : views) {
    if (wanted(view)) ids.push_back(view.passage->id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

Predicate word(std::vector<std::string> any_of) {
  return [any_of](const PassageView& view) {
    return std::any_of(view.words.begin(), view.words.end(), [&](const std::string& w) {
      return std::find(any_of.begin(), any_of.end(), w) != any_of.end();
    });
  };
}

Predicate word_beginning(std::string beginning) {
  return [beginning](const PassageView& view) {
    return std::any_of(view.words.begin(), view.words.end(),
                       [&](const std::string& w) { return w.starts_with(beginning); });
  };
}

Predicate phrase(std::vector<std::string> words) {
  return [words](const PassageView& view) {
    std::vector<std::string> possessive = words;
    possessive.back() += "'s";  // "North Korea" occurs in North Korea's
    const auto occurs = [&view](const std::vector<std::string>& wanted) {
      return std::search(view.written.begin(), view.written.end(), wanted.begin(), wanted.end()) !=
             view.written.end();
    };
    return occurs(words) || occurs(possessive);
  };
}

namespace {

bool within(const PassageView& view, const std::string& a, const std::string& b,
            std::size_t distance, bool either_order) {
  for (std::size_t i = 0; i < view.words.size(); ++i) {
    for (std::size_t k = i + 1; k < view.words.size() && k - i <= distance; ++k) {
      if (view.words[i] == a && view.words[k] == b) return true;
      if (either_order && view.words[i] == b && view.words[k] == a) return true;
    }
  }
  return false;
}

}  // namespace

Predicate near(std::string a, std::string b, std::size_t distance) {
  return [=](const PassageView& view) { return within(view, a, b, distance, true); };
}

Predicate before(std::string a, std::string b, std::size_t distance) {
  return [=](const PassageView& view) { return within(view, a, b, distance, false); };
}

Predicate holds(std::string hangul) {
  return
      [hangul](const PassageView& view) { return view.hangul.find(hangul) != std::string::npos; };
}

Predicate starts(std::string hangul) { return holds(" " + hangul); }

Predicate heading_word(std::string wanted) {
  return [wanted](const PassageView& view) {
    return std::any_of(view.headings.begin(), view.headings.end(), [&](const std::string& heading) {
      const auto words = without_possessives(ascii_words(heading));
      return std::find(words.begin(), words.end(), wanted) != words.end();
    });
  };
}

Predicate operator&&(Predicate a, Predicate b) {
  return [a, b](const PassageView& view) { return a(view) && b(view); };
}

Predicate operator||(Predicate a, Predicate b) {
  return [a, b](const PassageView& view) { return a(view) || b(view); };
}

Predicate operator!(Predicate a) {
  return [a](const PassageView& view) { return !a(view); };
}

}  // namespace ibid::testing
