// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/phrase_proof.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <unordered_set>

#include "tests/support/word_reference.h"

namespace ibid::testing {
namespace {

// Quotes would close the phrase that contains them.
std::string without_quotes(const std::u16string& text) {
  icu::UnicodeString unicode(text.data(), static_cast<std::int32_t>(text.size()));
  for (std::int32_t i = 0; i < unicode.length(); ++i) {
    if (icu::UnicodeString(u"\"“”„«»「」『』").indexOf(unicode.charAt(i)) >= 0) {
      unicode.setCharAt(i, u' ');
    }
  }
  std::string utf8;
  return unicode.toUTF8String(utf8);
}

// The index cuts words longer than it keeps (indexer/schema.h).
bool is_too_long(const RefWord& word) { return word.text.size() > 60; }

class Proof {
 public:
  Proof(Searcher& searcher, const std::vector<IdAndText>& passages, const ProofOptions& options)
      : searcher_(searcher), passages_(passages), options_(options) {
    for (const IdAndText& passage : passages) reference_.add(reader_.read(passage.second));
  }

  ProofResult run() {
    std::size_t position = 0;
    for (const RefText& text : reference_.texts()) {
      for (std::size_t i = 0; i + 1 < text.words.size(); ++i, ++position) {
        pair(text, i);
        if (position % options_.every_longer == 0) {
          longer(text, i, 3 + position / options_.every_longer % 4);
        }
        if (position % options_.every_near == 0) {
          neighbours(text, i, position / options_.every_near);
        }
      }
    }
    return std::move(result_);
  }

 private:
  void pair(const RefText& text, std::size_t i) {
    if (!seen_.insert(text.words[i].text + ' ' + text.words[i + 1].text).second) return;
    if (pairs_++ % options_.every_pair == 0 && phrase(text, i, 2)) ++result_.pairs;
  }

  void longer(const RefText& text, std::size_t i, std::size_t count) {
    if (i + count <= text.words.size() && phrase(text, i, count)) ++result_.longer;
  }

  // The phrase as it is written in the text: from the first word to the end of the last.
  bool phrase(const RefText& text, std::size_t i, std::size_t count) {
    const std::uint32_t begin = text.words[i].begin, end = text.words[i + count - 1].end;
    const std::string written = without_quotes(text.normal.substr(begin, end - begin));
    const std::vector<RefWord> words = reader_.read(written).words;
    if (words.size() < 2 || std::any_of(words.begin(), words.end(), is_too_long)) return false;
    compare("+\"" + written + '"', reference_.with_phrase(words));
    return true;
  }

  void neighbours(const RefText& text, std::size_t i, std::size_t turn) {
    const std::size_t apart = 1 + turn % 12;
    if (i + apart >= text.words.size()) return;
    const RefWord* a = &text.words[i];
    const RefWord* b = &text.words[i + apart];
    if (turn % 5 == 4) std::swap(a, b);
    if (!is_one_word(*a) || !is_one_word(*b)) return;
    const auto distance = static_cast<std::uint32_t>(1 + turn / 12 % 10);
    const bool ordered = turn % 2 == 1;
    const bool inflected = turn % 4 < 2;
    const std::string name = (ordered ? " ADJ/" : " NEAR/") + std::to_string(distance) + ' ';
    const std::string quote = inflected ? "" : "\"";
    const auto occurrences = [&](const RefWord& word) {
      return inflected ? reference_.occurrences_inflected(word)
                       : reference_.occurrences_as_typed(word);
    };
    compare(quote + a->text + quote + name + quote + b->text + quote,
            texts_near(occurrences(*a), occurrences(*b), distance, ordered));
    ++result_.near;
  }

  // True if the folded word reads as the same word again: not so for hosts and numbers with a dot.
  bool is_one_word(const RefWord& word) {
    const std::vector<RefWord> again = reader_.read(word.text).words;
    return again.size() == 1 && again[0].text == word.text && !is_too_long(word);
  }

  void compare(const std::string& query, const std::vector<std::uint32_t>& expected) {
    SearchOptions all;
    all.limit = 1'000'000;
    all.detail = Detail::kId;
    all.sort = Sort::kReport;
    std::vector<std::string> found, wanted;
    const SearchResult answer = searcher_.search(query, all);
    for (const Hit& hit : answer.hits) found.push_back(hit.passage.id);
    for (const std::uint32_t text : expected) wanted.push_back(passages_[text].first);
    std::sort(found.begin(), found.end());
    std::sort(wanted.begin(), wanted.end());
    result_.hits += found.size();
    if (found == wanted) return;
    ++result_.differences;
    if (result_.shown.size() < options_.most_shown) describe(query, answer, found, wanted);
  }

  void describe(const std::string& query, const SearchResult& answer,
                const std::vector<std::string>& found, const std::vector<std::string>& wanted) {
    std::string line = query + ": " + std::to_string(found.size()) + " found, " +
                       std::to_string(wanted.size()) + " hold it";
    const auto first_without = [&](const char* what, const auto& in, const auto& out) {
      for (const std::string& id : in) {
        if (std::binary_search(out.begin(), out.end(), id)) continue;
        line += std::string("; ") + what + ' ' + id;
        return;
      }
    };
    first_without("not found:", wanted, found);
    first_without("wrongly found:", found, wanted);
    for (const std::string& notice : answer.ignored) line += "; notice: " + notice;
    result_.shown.push_back(std::move(line));
  }

  Searcher& searcher_;
  const std::vector<IdAndText>& passages_;
  const ProofOptions options_;
  WordReader reader_;
  WordReference reference_;
  ProofResult result_;
  std::unordered_set<std::string> seen_;
  std::size_t pairs_ = 0;
};

}  // namespace

ProofResult prove_phrases(Searcher& searcher, const std::vector<IdAndText>& passages,
                          const ProofOptions& options) {
  return Proof(searcher, passages, options).run();
}

}  // namespace ibid::testing
