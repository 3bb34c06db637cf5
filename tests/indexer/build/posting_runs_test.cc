// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts of the bulk loader, each against the plainest way to do the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "corpus/error.h"
#include "indexer/build/byte_chains.h"
#include "indexer/build/posting_buffer.h"
#include "indexer/build/posting_run.h"
#include "indexer/build/run_merger.h"
#include "indexer/documents/document_terms.h"
#include "indexer/documents/vocabulary.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Vocabulary, NumbersTermsAndOrdersThem) {
  Vocabulary vocabulary;
  std::map<std::string, TermId> expected;
  std::mt19937 random(1);
  for (int i = 0; i < 50000; ++i) {
    std::string term(random() % 14, '\0');
    for (char& c : term) c = "ab\0\xea\xb0\x80z"[random() % 7];
    const TermId id = vocabulary.id_of(term);
    const auto [known, is_new] = expected.emplace(term, id);
    ASSERT_EQ(known->second, id);
    if (is_new) {
      ASSERT_EQ(id, expected.size() - 1);
    }
  }
  ASSERT_EQ(vocabulary.size(), expected.size());
  const std::string* before = nullptr;
  for (const auto& [term, id] : expected) {
    ASSERT_EQ(vocabulary.term(id), term);
    if (before != nullptr) {
      ASSERT_TRUE(vocabulary.less(expected.at(*before), id));
      ASSERT_FALSE(vocabulary.less(id, expected.at(*before)));
    }
    before = &term;
  }
  const std::uint32_t generation = vocabulary.generation();
  vocabulary.clear();
  EXPECT_EQ(vocabulary.size(), 0U);
  EXPECT_NE(vocabulary.generation(), generation);
  EXPECT_EQ(vocabulary.id_of("다시"), 0U);
}

TEST(ByteChains, KeepEachStringWhole) {
  ByteChains chains;
  std::vector<ByteChains::Chain> handles(300);
  std::vector<std::string> expected(handles.size());
  std::mt19937 random(2);
  for (int i = 0; i < 40000; ++i) {
    const std::size_t n = random() % (i % 50 == 0 ? 2 : handles.size());
    std::string piece(random() % (i % 1000 == 0 ? 20000 : 12), static_cast<char>('a' + i % 26));
    chains.append(handles[n], piece.data(), piece.size());
    expected[n] += piece;
  }
  for (std::size_t n = 0; n < handles.size(); ++n) {
    std::string got;
    chains.append_to(got, handles[n]);
    ASSERT_EQ(got, expected[n]) << n;
  }
}

// Documents in several runs, in memory and in files, joined and not, merge to what went in.
TEST(PostingRuns, MergeToWhatWentIn) {
  const testing::TempDir dir;
  std::mt19937 random(3);
  std::map<std::string, std::map<std::uint32_t, std::uint32_t>> expected;  // term -> docid -> wdf
  Vocabulary vocabulary;
  std::vector<std::unique_ptr<PostingBuffer>> buffers;
  std::vector<std::unique_ptr<RunReader>> runs;
  std::uint32_t docid = 0;
  for (int shard = 0; shard < 6; ++shard) {
    auto& buffer = buffers.emplace_back(std::make_unique<PostingBuffer>(vocabulary));
    for (int i = 0; i < 200; ++i) {
      docid += 1 + static_cast<std::uint32_t>(random() % 100);
      IndexDocument document;
      std::set<std::string> terms;
      for (int t = 0; t < 20; ++t) terms.insert("낱말" + std::to_string(random() % 90));
      for (const std::string& term : terms) {
        const TermId id = vocabulary.id_of(term);
        const auto wdf = static_cast<std::uint32_t>(random() % 300);
        document.text_terms.push_back({vocabulary.term(id), id, wdf});
        expected[term][docid] = wdf;
      }
      buffer->add(docid, document, 7);
    }
    if (shard == 2) {  // three of them as one file
      std::vector<std::unique_ptr<RunReader>> parts;
      for (int part = 0; part < 3; ++part) {
        const std::string path = dir.at("part" + std::to_string(part));
        write_run(*buffers[static_cast<std::size_t>(part)], path);
        parts.push_back(read_run(path));
      }
      join_runs(std::move(parts), dir.at("joined"));
      runs.push_back(read_run(dir.at("joined")));
    } else if (shard > 2) {
      runs.push_back(read_run(*buffer));
    }
  }
  RunMerger merger(std::move(runs));
  std::map<std::string, std::map<std::uint32_t, std::uint32_t>> merged;
  std::string before;
  while (merger.next()) {
    ASSERT_LT(before, merger.key());
    before = merger.key();
    if (before.front() != static_cast<char>(ListKind::kTerm)) continue;
    auto& list = merged[before.substr(1)];
    std::uint32_t last = 0;
    merge_entries(merger.parts(), [&](std::uint32_t of, const char*& at, const char* end) {
      ASSERT_LT(last, of);
      last = of;
      list[of] = static_cast<std::uint32_t>(glass::read_varint(at, end));
    });
  }
  EXPECT_EQ(merged, expected);
}

struct RunList {
  std::string key, bytes;
  std::uint32_t last_docid;
  bool operator==(const RunList&) const = default;
};

std::vector<RunList> lists_of(const PostingBuffer& buffer) {
  std::vector<RunList> lists;
  for (const auto run = read_run(buffer); run->next();) {
    lists.push_back({std::string(run->key()), std::string(run->bytes()), run->last_docid()});
  }
  return lists;
}

// A word counts as its terms do: alone in a list, beside other words, beside the term itself, twice
// in one word; in documents near and far. A term without a number gives the same as one with it.
TEST(PostingRuns, AreTheSameByWordsAndByNumberedTerms) {
  std::mt19937 random(4);
  Vocabulary vocabulary;
  for (int word = 0; word < 60; ++word) {
    const std::size_t terms = 1 + random() % 5;
    for (std::size_t t = 0; t < terms; ++t) {
      const std::size_t of = word < 40 ? 30 : 1000;
      vocabulary.words().add_term(vocabulary.id_of("term" + std::to_string(random() % of)));
    }
    vocabulary.words().finish_word();
  }
  const std::size_t text_terms = vocabulary.size();
  PostingBuffer by_word(vocabulary), by_term(vocabulary);
  for (int round = 0; round < 3; ++round) {
    std::uint32_t docid = static_cast<std::uint32_t>(round) * 1000000;
    for (int i = 0; i < 700; ++i) {
      docid += 1 + static_cast<std::uint32_t>(random() % (i % 50 == 0 ? 20000 : 3));
      IndexDocument document;
      const std::string alone(random() % 14, "@tz\xEA"[random() % 4]);
      const std::string exact = alone + std::to_string(random() % 300);
      document.exact_terms.push_back({exact, TermEntry::kUnnumbered, 0});
      std::set<TermId> terms;
      for (int t = 0; t < 3; ++t) terms.insert(static_cast<TermId>(random() % text_terms));
      for (const TermId id : terms) document.text_terms.push_back({vocabulary.term(id), id, 200});
      std::set<WordId> words;
      for (int w = 0; w < 6; ++w) words.insert(static_cast<WordId>(random() % 60));
      for (const WordId id : words) {
        const auto of_word = static_cast<std::uint32_t>(vocabulary.words().terms(id).size());
        document.words.push_back({id, 1 + static_cast<std::uint32_t>(random() % 90), of_word});
      }
      const auto length = static_cast<std::uint32_t>(length_of(document));
      by_word.add(docid, document, length);
      document.text_terms = all_text_terms(document, vocabulary);
      document.words.clear();
      document.exact_terms.front().id = vocabulary.id_of(exact);
      ASSERT_EQ(length_of(document), length);
      by_term.add(docid, document, length);
    }
    ASSERT_EQ(lists_of(by_word), lists_of(by_term));
    by_word.clear();
    by_term.clear();
  }
}

TEST(PostingRuns, NameTheFileThatCannotBeWritten) {
  const testing::TempDir dir;
  Vocabulary vocabulary;
  const PostingBuffer buffer(vocabulary);
  try {
    write_run(buffer, dir.at("no/such/folder"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kSystem);
    EXPECT_THAT(error.what(), HasSubstr(dir.at("no/such/folder")));
  }
}

}  // namespace
}  // namespace ibid
