// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index of the sample reports (and of the shared one, for the tests that need it), together with
// the same reports as parsed, with which answers are compared.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/report.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid::testing {

class SampleIndex {
 public:
  SampleIndex();

  const TestIndex& test() const { return test_; }
  const std::vector<Report>& reports() const { return reports_; }
  OpenIndex& open() { return open_; }
  Searcher& searcher() { return searcher_; }

  SearchResult search(std::string_view query, const SearchOptions& options = everything());
  // Ids of all hits, ascending.
  std::vector<std::string> found(std::string_view query);
  // Ids of all hits, in the order of the answer.
  std::vector<std::string> ranked(std::string_view query, Sort sort = Sort::kScore);

  static SearchOptions everything();  // all hits, with all details

 private:
  TestIndex test_;
  std::vector<Report> reports_;
  OpenIndex open_;
  Searcher searcher_{open_};
};

// Opens an index for a single search.
SearchResult search_in(const std::string& index_dir, std::string_view query,
                       const SearchOptions& options = {});

std::vector<std::string> ids_of(const SearchResult& result);
// The highlighted ranges of a hit's text.
std::vector<std::string> highlighted(const Hit& hit);

// An index of given texts: each is one passage of a report of its own.
class TextIndex {
 public:
  explicit TextIndex(const std::vector<std::string>& texts);
  const TestIndex& test() const { return test_; }
  OpenIndex& open() { return open_; }
  Searcher& searcher() { return searcher_; }
  SearchResult search(std::string_view query,
                      const SearchOptions& options = SampleIndex::everything());
  // Numbers of the texts found, ascending.
  std::vector<int> found(std::string_view query);
  // The hit that is text number `text`; if it is not found, an empty Hit and a test failure.
  Hit hit(std::string_view query, int text);

 private:
  TestIndex test_;
  OpenIndex open_;
  Searcher searcher_{open_};
};

struct FoundCase {
  std::string query;
  std::vector<int> texts;  // that it finds, ascending
};
void expect_found(TextIndex& index, const std::vector<FoundCase>& cases);

}  // namespace ibid::testing
