// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any text as a query over a small index: a QueryError with a column to point at, or an answer. The
// canonical line of a query reads back to itself.
#include <gtest/gtest.h>

#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "search/query/query.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

// Words that the seeds look for, in both languages, with a name in both, quantities and sources.
class SmallIndex {
 public:
  SmallIndex() : index_(filled(test_)) {}
  Searcher& searcher() { return searcher_; }

 private:
  static const std::string& filled(const testing::TestIndex& test) {
    test.write("pact.txt",
               testing::report_with("Russia Pact",
                                    {"Russia and North Korea signed a defense pact with \"no "
                                     "limits\" (source: go-public-web-eng-12-0-0).",
                                     "India bought the S-400 for $5.43 billion in 2018, up 26.3 "
                                     "percent; weapons went to Kim Jong Un (김정은)."}));
    test.write("협정.txt",
               testing::report_with("러시아 협정",
                                    {"러시아와 북한은 국방 협정을 체결했다 (출처: "
                                     "go-public-news-kor-N7-0-0).",
                                     "인도는 S-400을 2,401억 달러에 샀다. 무기는 중국에도 있다."}));
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
