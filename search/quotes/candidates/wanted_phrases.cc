// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/candidates/wanted_phrases.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>

#include "search/index/live_query.h"
#include "search/plan/phrase.h"
#include "search/plan/plan_context.h"

namespace ibid {
namespace {

using Documents = std::vector<Xapian::docid>;

// A word that must be there, and how many entries its lists have.
struct Wanted {
  const PositionTerms* terms = nullptr;
  std::uint64_t postings = 0;
};

// The words of all phrases, each once, the rarest first.
std::vector<Wanted> wanted_words(const WantedPhrases& phrases, const IndexView& index) {
  // Counting the postings of each source of a collection would take longer than a query.
  constexpr std::size_t kMostCounted = 256;
  std::set<PositionTerms> seen;
  std::vector<Wanted> words;
  for (const PhrasePositions& phrase : phrases) {
    for (const PositionTerms& terms : phrase) {
      if (!seen.insert(terms).second) continue;
      Wanted word{&terms, 0};
      if (terms.size() > kMostCounted) {
        word.postings = UINT64_MAX;
      } else {
        for (const std::string& term : terms) word.postings += frequency(index, term);
      }
      words.push_back(word);
    }
  }
  std::ranges::stable_sort(words, {}, &Wanted::postings);
  return words;
}

void make_unique(Documents& documents) {
  std::ranges::sort(documents);
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
}

// All documents that have a term of the word.
Documents documents_of(const PositionTerms& terms, const IndexView& index) {
  Documents documents;
  for (const std::string& term : terms) {
    glass::PostingReader postings = index.postings->open(term);
    postings.take_below(glass::PostingReader::kEnd, [&](std::uint32_t document, std::uint32_t) {
      documents.push_back(document);
    });
  }
  if (terms.size() > 1) make_unique(documents);
  return documents;
}

// Those of `documents` that have a term of the word.
Documents having(const PositionTerms& terms, const Documents& documents, const IndexView& index) {
  Documents found;
  for (const std::string& term : terms) {
    std::ranges::copy(with_term(index, term, documents), std::back_inserter(found));
  }
  if (terms.size() > 1) make_unique(found);
  return found;
}

void drop_deleted(Documents& documents, const IndexView& index) {
  if (index.deleted->empty()) return;
  std::erase_if(documents, [&](Xapian::docid each) { return index.deleted->next(each) == each; });
}

// Leaves those that have the words of each phrase side by side. All have the words.
void drop_apart(Documents& documents, const WantedPhrases& phrases, const IndexView& index) {
  PhraseMatcher matcher(index.database, index.positions);
  for (const PhrasePositions& phrase : phrases) {
    if (phrase.size() > 1) matcher.add({phrase, static_cast<std::uint32_t>(phrase.size())});
  }
  if (matcher.size() == 0) return;
  std::erase_if(documents, [&](Xapian::docid each) {
    matcher.move_to(each);
    for (std::size_t phrase = 0; phrase < matcher.size(); ++phrase) {
      if (!matcher.holds(phrase, true)) return true;
    }
    return false;
  });
}

Documents found_by_xapian(const Xapian::Query& query, const IndexView& index) {
  Xapian::Enquire enquire(index.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(live(index, query));
  const Xapian::MSet found = enquire.get_mset(0, index.database.get_doccount());
  Documents documents;
  for (auto it = found.begin(); it != found.end(); ++it) documents.push_back(*it);
  std::ranges::sort(documents);
  return documents;
}

}  // namespace

std::vector<Xapian::docid> documents_with(const WantedPhrases& phrases, const IndexView& index) {
  if (phrases.empty()) return {};
  if (!index.postings) {
    XapianQueries all;
    for (const PhrasePositions& phrase : phrases) all.push_back(phrase_query(index, phrase));
    return found_by_xapian(combine(XapianOp::OP_AND, all), index);
  }
  const std::vector<Wanted> words = wanted_words(phrases, index);
  Documents documents;
  for (const Wanted& word : words) {
    documents = &word == &words.front() ? documents_of(*word.terms, index)
                                        : having(*word.terms, documents, index);
    if (documents.empty()) return documents;
  }
  drop_deleted(documents, index);
  drop_apart(documents, phrases, index);
  return documents;
}

std::vector<Xapian::docid> all_documents(const IndexView& index) {
  return found_by_xapian(everything(), index);
}

}  // namespace ibid
