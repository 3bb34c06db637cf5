// SPDX-License-Identifier: GPL-2.0-or-later
//
// A load that differs from what went in must be found before it goes live.
#include "indexer/build/load_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/error.h"
#include "indexer/documents/vocabulary.h"
#include "tests/support/glass_cases.h"
#include "tests/support/naive_load.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using testing::LoadInput;
using testing::OwnedDocument;
using testing::OwnedTerm;

// Lends an owned document, as it would come from a builder.
IndexDocument lent(const OwnedDocument& document) {
  IndexDocument out;
  out.data = document.data;
  out.values = document.values;
  out.positions = document.positions;
  for (const OwnedTerm& term : document.terms) {
    (term.wdf == 0 ? out.exact_terms : out.text_terms).push_back({term.term, 0, term.wdf});
  }
  return out;
}

class LoadCheck : public ::testing::TestWithParam<TermLists> {
 protected:
  LoadCheck() {
    for (std::uint32_t i = 1; i <= 300; ++i) {
      input_.documents.emplace_back(i, testing::varied_document(i));
    }
    bulk_load(folder_, input_, 1, 1 << 30, lists_);
    for (const auto& [docid, document] : input_.documents) {
      std::uint64_t length = 0;
      for (const OwnedTerm& term : document.terms) length += term.wdf;
      ++statistics_.documents;
      statistics_.last_docid = docid;
      statistics_.total_doclen += length;
    }
  }

  // Returns what check_load() says if document 3 went in as `document`; empty if nothing is wrong.
  std::string said_of(const OwnedDocument& document) const {
    LoadSamples samples(lists_);
    samples.offer(3, lent(document), Vocabulary());
    return said(samples);
  }
  std::string said(const LoadSamples& samples) const {
    try {
      check_load(folder_, statistics_, {&samples});
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kIndex);
      return error.what();
    }
    return {};
  }

  const TermLists lists_ = GetParam();
  testing::TempDir dir_;
  std::string folder_ = dir_.at("database");
  LoadInput input_;
  glass::Statistics statistics_;
};

TEST_P(LoadCheck, FindsNothingWrongWithWhatWentIn) {
  LoadSamples samples(lists_);
  for (const auto& [docid, document] : input_.documents)
    samples.offer(docid, lent(document), Vocabulary());
  EXPECT_GE(samples.samples().size(), 32U);
  EXPECT_LT(samples.samples().size(), 64U);
  EXPECT_GT(samples.samples().back().docid, 280U);  // spread over all, including the last ones
  EXPECT_EQ(said(samples), "");
}

TEST_P(LoadCheck, SaysWhichPartOfADocumentDiffers) {
  const OwnedDocument right = input_.documents[2].second;
  ASSERT_EQ(said_of(right), "");
  OwnedDocument document = right;
  document.data += "!";
  EXPECT_THAT(said_of(document), HasSubstr("document 3 has another data"));
  document = right;
  document.values[0].second += "0";
  EXPECT_THAT(said_of(document), HasSubstr("document 3 has another value"));
  document = right;
  document.values.emplace_back(77, "one more");
  EXPECT_THAT(said_of(document), HasSubstr("value"));
  document = right;
  document.terms.pop_back();
  EXPECT_THAT(said_of(document), HasSubstr("document 3 has another list of terms"));
  document = right;
  ++document.terms[0].wdf;
  EXPECT_THAT(said_of(document), HasSubstr("document 3 has another list of terms"));
  document = right;
  document.positions += "?";
  EXPECT_THAT(said_of(document), HasSubstr("document 3 has another word position"));
}

TEST_P(LoadCheck, SaysWhichNumberDiffers) {
  const LoadSamples none(lists_);
  ++statistics_.documents;
  EXPECT_THAT(said(none), HasSubstr("the number of documents should be 301 and is 300"));
  --statistics_.documents;
  ++statistics_.total_doclen;
  EXPECT_THAT(said(none), HasSubstr("the length of all documents"));
}

TEST_P(LoadCheck, FindsADamagedTable) {
  std::filesystem::resize_file(folder_ + "/postlist.glass", 8192);
  EXPECT_THAT(said(LoadSamples(lists_)),
              HasSubstr("the new index does not hold what went into it"));
}

INSTANTIATE_TEST_SUITE_P(Lists, LoadCheck, ::testing::Values(TermLists::kAll, TermLists::kExact));

TEST(BulkLoads, AreReadByThisXapianAndLeaveNothing) {
  const testing::TempDir dir;
  EXPECT_TRUE(xapian_reads_bulk_loads(dir.at("probe")));
  EXPECT_FALSE(std::filesystem::exists(dir.at("probe")));
}

}  // namespace
}  // namespace ibid
