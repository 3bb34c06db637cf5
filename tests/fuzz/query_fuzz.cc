// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any text as a query over a small index: a QueryError with a column to point at, or an answer. The
// canonical line of a query reads back to itself.
#include <gtest/gtest.h>

#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "search/query/query.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/support/pact_reports.h"

namespace ibid {
namespace {

// Words that the seeds look for, in both languages, with a name in both, quantities and sources.
class SmallIndex {
 public:
  SmallIndex() : index_(filled(test_)) {}
  Searcher& searcher() { return searcher_; }

 private:
  static const std::string& filled(const testing::TestIndex& test) {
    testing::write_pact_reports(test);
    test.write("names.txt", testing::report_with("Names", {"Trade is up 26.3 percent; weapons went "
                                                           "to Kim Jong Un (김정은).",
                                                           "무기는 중국에도 있다."}));
    test.update_all();
    return test.index();
  }

  testing::TestIndex test_;
  OpenIndex index_;
  Searcher searcher_{index_};
};

void check_error(std::string_view query, const QueryError& error) {
  EXPECT_EQ(error.kind(), ErrorKind::kQuery);
  EXPECT_GE(error.column(), 1U);
  EXPECT_GE(error.width(), 1U);
  EXPECT_FALSE(caret_lines(query, error).empty());
}

void check_line(std::string_view query) {
  const std::string line = to_string(*parse_query(query).root);
  if (line.size() > kMaxQueryBytes) return;
  EXPECT_EQ(to_string(*parse_query(line).root), line) << query;
}

void check_hits(const SearchResult& result) {
  for (const Hit& hit : result.hits) {
    std::uint64_t end = 0;
    for (const ByteRange range : hit.highlights) {
      EXPECT_GE(range.begin, end);
      EXPECT_LT(range.begin, range.end);
      end = range.end;
    }
    EXPECT_LE(end, hit.passage.text.size());
  }
}

// The first byte chooses how the rest is read.
void search_any(std::string_view bytes) {
  static SmallIndex index;
  if (bytes.empty()) return;
  const auto choice = static_cast<unsigned char>(bytes[0]);
  const std::string_view query = bytes.substr(1);
  SearchOptions options;
  options.syntax = choice % 4 == 1 ? QuerySyntax::kPlain : QuerySyntax::kFull;
  options.names.aliases = choice % 8 < 4 ? Aliases::kYes : Aliases::kNo;
  options.explain = choice % 16 < 8 ? Explain::kNo : Explain::kYes;
  try {
    if (options.syntax == QuerySyntax::kFull) check_line(query);
    check_hits(index.searcher().search(query, options));
  } catch (const QueryError& error) {
    check_error(query, error);
  }
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::search_any(ibid::fuzz::bytes_of(data, size));
  return 0;
}
