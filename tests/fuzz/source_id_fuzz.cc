// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any text -> source ids and citation marks: each mark is at its range, in order; an id that is
// printed reads back to itself. Its dashes may be folded.
#include <gtest/gtest.h>

#include "corpus/report/id_folding.h"
#include "corpus/report/source_id.h"
#include "tests/fuzz/fuzz_input.h"

namespace ibid {
namespace {

void check_id(std::string_view text) {
  const auto id = parse_source_id(text);
  if (!id) return;
  EXPECT_EQ(parse_source_id(to_string(*id)), id);
  EXPECT_TRUE(looks_like_source_id(text));
  EXPECT_EQ(source_form(text), Citation::Form::kId);
}

void check_marks(std::string_view text) {
  std::uint64_t end = 0;
  for (const CitationMark& mark : find_citation_marks(text)) {
    ASSERT_GE(mark.text.begin, end);
    ASSERT_LT(mark.text.begin, mark.text.end);
    ASSERT_LE(mark.text.end, text.size());
    ASSERT_FALSE(mark.sources.empty());
    std::uint64_t begin = mark.text.begin;
    for (const MarkedSource& source : mark.sources) {
      ASSERT_GE(source.text.begin, begin);
      ASSERT_LE(source.text.end, mark.text.end);
      ASSERT_FALSE(source.text.empty());
      // An address is written by its rule, an id as it was meant.
      if (source.form != Citation::Form::kUrl && !may_have_ids_to_fold(text)) {
        EXPECT_EQ(text.substr(source.text.begin, source.text.size()), source.source);
      }
      EXPECT_EQ(source.form, source_form(source.source));
      begin = source.text.end;
    }
    end = mark.text.end;
  }
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = ibid::fuzz::valid_text(ibid::fuzz::bytes_of(data, size));
  ibid::check_id(text);
  ibid::check_marks(text);
  return 0;
}
