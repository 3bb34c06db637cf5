// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/sample_index.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/sample_reports.h"

namespace ibid::testing {
namespace {

const std::string& indexed_samples(const TestIndex& test) {
  const UpdateSummary summary = test.update(sample_paths());
  EXPECT_TRUE(summary.problems.empty());
  return test.index();
}

const std::string& indexed_texts(const TestIndex& test, const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    test.write("t" + std::to_string(i) + ".txt", report_with("Text", {texts[i]}));
  }
  test.update_all();
  return test.index();
}

int text_number(const Hit& hit) { return std::stoi(hit.passage.report.id.substr(1)); }

}  // namespace

SampleIndex::SampleIndex() : reports_(sample_reports()), open_(indexed_samples(test_)) {}

SearchOptions SampleIndex::everything() {
  SearchOptions options;
  options.limit = 100'000;
  return options;
}

SearchResult SampleIndex::search(std::string_view query, const SearchOptions& options) {
  return searcher_.search(query, options);
}

std::vector<std::string> SampleIndex::ranked(std::string_view query, Sort sort) {
  SearchOptions options = everything();
  options.sort = sort;
  options.detail = Detail::kId;
  return ids_of(search(query, options));
}

std::vector<std::string> SampleIndex::found(std::string_view query) {
  std::vector<std::string> ids = ranked(query);
  std::sort(ids.begin(), ids.end());
  return ids;
}

SearchResult search_in(const std::string& index_dir, std::string_view query,
                       const SearchOptions& options) {
  OpenIndex index(index_dir);
  return Searcher(index).search(query, options);
}

std::vector<std::string> ids_of(const SearchResult& result) {
  std::vector<std::string> ids;
  for (const Hit& hit : result.hits) ids.push_back(hit.passage.id);
  return ids;
}

std::vector<std::string> highlighted(const Hit& hit) {
  std::vector<std::string> parts;
  for (const ByteRange range : hit.highlights) {
    parts.push_back(hit.passage.text.substr(range.begin, range.size()));
  }
  return parts;
}

TextIndex::TextIndex(const std::vector<std::string>& texts) : open_(indexed_texts(test_, texts)) {}

SearchResult TextIndex::search(std::string_view query, const SearchOptions& options) {
  return searcher_.search(query, options);
}

std::vector<int> TextIndex::found(std::string_view query) {
  std::vector<int> numbers;
  for (const Hit& hit : search(query).hits) numbers.push_back(text_number(hit));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Hit TextIndex::hit(std::string_view query, int text) {
  for (Hit& hit : search(query).hits) {
    if (text_number(hit) == text) return std::move(hit);
  }
  ADD_FAILURE() << query << " does not find text " << text;
  return {};
}

void expect_found(TextIndex& index, const std::vector<FoundCase>& cases) {
  for (const FoundCase& c : cases) EXPECT_EQ(index.found(c.query), c.texts) << c.query;
}

}  // namespace ibid::testing
