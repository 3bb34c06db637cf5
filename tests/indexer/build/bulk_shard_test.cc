// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a shard writes when its memory is full.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "corpus/parser/passage_text.h"
#include "indexer/build/bulk_loader.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

// Of the letters a to p.
std::string new_word(std::uint32_t number) {
  std::string word;
  for (number += 1U << 20U; number != 0; number >>= 4U) {
    word += static_cast<char>('a' + (number & 0xFU));
  }
  return word;
}

// `next_word`: of words that no report has yet; it moves on.
Report report_of_new_words(std::size_t passages, std::uint32_t& next_word) {
  constexpr int kWords = 40;  // of a passage
  Report report;
  report.id = "r" + std::to_string(next_word);
  for (std::size_t p = 0; p < passages; ++p) {
    std::string text;
    for (int w = 0; w < kWords; ++w) text += new_word(next_word++) + ' ';
    const std::size_t size = text.size();
    report.passages.push_back(
        make_passage({std::move(text), {{0, 0, size, size}}}, PassageKind::kBody));
  }
  return report;
}

TEST(BulkShard, WritesFewRunsHoweverManyWordsThereAre) {
  const testing::TempDir dir;
  const MemoryShares memory(8 << 20, 1);
  BulkLoader loader(dir.at("database"), memory, TermLists::kExact);
  BulkShard& shard = loader.shard(0);
  std::uint32_t docid = 0, word = 0;
  StoredBatch batch;
  for (int reports = 0; reports < 40; ++reports) {
    shard.builder().build(report_of_new_words(15, word),
                          [&](const Passage&, const IndexDocument& document) {
                            shard.add(++docid, document, batch);
                          });
    shard.end_report();
  }
  int runs = 0;  // on disk; joined ones count as one
  for (const auto& file : std::filesystem::directory_iterator(dir.at("database/runs"))) {
    const std::string name = file.path().filename();
    runs = std::max(runs, std::stoi(name.substr(name.find('.') + 1)) + 1);
  }
  EXPECT_GT(runs, 0);
  EXPECT_LT(runs, 20) << "for 600 passages";
}

}  // namespace
}  // namespace ibid
