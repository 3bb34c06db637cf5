// SPDX-License-Identifier: GPL-2.0-or-later
//
// The readers of indexer/glass against what Xapian reads in the same database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <memory>
#include <random>

#include "corpus/error.h"
#include "indexer/glass/deflate.h"
#include "indexer/glass/encoding.h"
#include "indexer/glass/posting_reader.h"
#include "indexer/glass/table_reader.h"
#include "indexer/glass/value_reader.h"
#include "tests/support/glass_cases.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using glass::PostingReader;
using glass::TableReader;
using Postings = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // docid, wdf

TableReader table_of(const std::string& folder, glass::Table table) {
  const auto roots = glass::decode_tree_roots(testing::read_bytes(folder + "/iamglass"));
  const auto number = static_cast<std::size_t>(table);
  return {folder + "/" + glass::kTableFiles[number], roots.tables[number], roots.revision};
}

TableReader postlist_of(const std::string& folder) {
  return table_of(folder, glass::Table::kPostlist);
}

Postings read_by_xapian(const Xapian::Database& database, const std::string& term) {
  Postings postings;
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
    postings.emplace_back(*it, term.empty() ? it.get_doclength() : it.get_wdf());
  }
  return postings;
}

Postings read_all(PostingReader reader) {
  Postings postings;
  reader.take_below(PostingReader::kEnd, [&](std::uint32_t docid, std::uint32_t wdf) {
    postings.emplace_back(docid, wdf);
  });
  EXPECT_EQ(reader.docid(), PostingReader::kEnd);
  return postings;
}

// Reads a window at a time, as searches do.
Postings read_lengths(PostingReader reader) {
  constexpr std::uint64_t kWindow = 100;
  Postings lengths;
  for (std::uint64_t end = kWindow; reader.docid() != PostingReader::kEnd; end += kWindow) {
    reader.take_lengths_below(end, [&](std::uint32_t docid, std::uint32_t length) {
      EXPECT_LT(docid, end);
      lengths.emplace_back(docid, length);
    });
    EXPECT_GE(reader.docid(), end);
  }
  return lengths;
}

// Compares where readers are after random skips.
void expect_same_skips(PostingReader reader, const std::string& term, const Postings& all) {
  std::mt19937 random(7);  // NOLINT: the same each time
  const std::uint64_t span = all.back().first + 3;
  const std::uint64_t step = std::max<std::uint64_t>(span / 20, 1);
  for (std::uint64_t docid = 1; docid < span; docid += 1 + random() % step) {
    reader.skip_to(docid);
    const auto expected =
        std::lower_bound(all.begin(), all.end(), std::pair<std::uint64_t, std::uint32_t>{docid, 0});
    ASSERT_EQ(reader.docid(), expected == all.end() ? PostingReader::kEnd : expected->first)
        << term << " from " << docid;
    if (expected == all.end()) break;
    ASSERT_EQ(reader.wdf(), expected->second);
  }
}

// Compares what is known of a term once it is found, and its list if that was given as a whole.
void expect_same_found(TableReader& table, const std::string& term, const Postings& all) {
  glass::TableCursor cursor;
  const PostingReader::Found found = PostingReader::find(table, term, cursor);
  ASSERT_EQ(found.frequency, all.size()) << term;
  if (all.size() == 1) {
    ASSERT_FALSE(found.list.empty()) << term;
  }
  if (found.list.empty()) return;
  const auto list = std::make_shared<const std::string>(found.list);
  ASSERT_EQ(read_all({table, list}), all) << term;
  ASSERT_NO_FATAL_FAILURE(expect_same_skips({table, list}, term, all));
}

void expect_same_data(const Xapian::Database& database, const std::string& folder) {
  TableReader table = table_of(folder, glass::Table::kDocdata);
  glass::TableCursor cursor;
  glass::Inflater inflater;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    std::string key;
    glass::append_sortable(key, *it);
    std::string data;
    if (table.find(key, cursor) && cursor.key() == key) {
      data = cursor.deflated() ? inflater.raw(cursor.tag()) : std::string(cursor.tag());
    }
    ASSERT_TRUE(data == database.get_document(*it).get_data()) << *it;
  }
}

// Each document's, ascending and descending; then some, as ties ask for them.
void expect_same_values(const Xapian::Database& database, TableReader& table, std::uint32_t slot) {
  const auto by_xapian = [&](Xapian::docid docid) {
    auto value = database.valuestream_begin(slot);
    if (value == database.valuestream_end(slot)) return std::string();
    value.skip_to(docid);
    const bool has = value != database.valuestream_end(slot) && value.get_docid() == docid;
    return has ? *value : std::string();
  };
  const std::uint32_t last = database.get_lastdocid() + 2;
  const std::uint32_t step = 1 + last / 300;
  glass::ValueReader forward(table, slot), backward(table, slot), seldom(table, slot);
  for (std::uint32_t docid = 1; docid < last; docid += step) {
    ASSERT_EQ(forward.value(docid), by_xapian(docid)) << docid;
    ASSERT_EQ(backward.value(last - docid), by_xapian(last - docid)) << last - docid;
    if (docid % 7 == 0) {
      ASSERT_EQ(seldom.value(docid), by_xapian(docid)) << docid;
    }
  }
}

void expect_same(const std::string& folder) {
  const Xapian::Database database(folder);
  expect_same_data(database, folder);
  TableReader table = postlist_of(folder);
  for (std::uint32_t slot = 0; slot < 8; ++slot) {
    ASSERT_NO_FATAL_FAILURE(expect_same_values(database, table, slot)) << slot;
  }
  EXPECT_EQ(read_all(PostingReader::lengths(table)), read_by_xapian(database, ""));
  EXPECT_EQ(read_lengths(PostingReader::lengths(table)), read_by_xapian(database, ""));
  constexpr std::size_t kAll = 2000, kStep = 37;
  std::size_t seen = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    if (++seen > kAll && seen % kStep != 0) continue;
    const Postings postings = read_by_xapian(database, *term);
    ASSERT_EQ(PostingReader(table, *term).frequency(), postings.size()) << *term;
    ASSERT_EQ(read_all(PostingReader(table, *term)), postings) << *term;
    ASSERT_NO_FATAL_FAILURE(expect_same_skips({table, *term}, *term, postings));
    ASSERT_NO_FATAL_FAILURE(expect_same_found(table, *term, postings));
    const std::string other = *term + '\1';
    ASSERT_EQ(PostingReader(table, other).frequency(), database.get_termfreq(other));
  }
  EXPECT_EQ(PostingReader(table, "no such term").docid(), PostingReader::kEnd);
  glass::TableCursor cursor;
  const PostingReader::Found none = PostingReader::find(table, "no such term", cursor);
  EXPECT_EQ(none.frequency, 0U);
  EXPECT_EQ(PostingReader(table, std::make_shared<const std::string>(none.list)).docid(),
            PostingReader::kEnd);
}

class GlassReader : public ::testing::TestWithParam<testing::GlassCase> {};

TEST_P(GlassReader, ReadsWhatXapianReads) {
  const testing::TempDir dir;
  const testing::LoadInput input = GetParam().input();
  naive_load(dir.at("ours"), input, GetParam().options);
  expect_same(dir.at("ours"));
  xapian_load(dir.at("theirs"), input, GetParam().options);
  expect_same(dir.at("theirs"));
  // Chunks split and joined, blocks out of order.
  {
    Xapian::WritableDatabase database(dir.at("ours"), Xapian::DB_OPEN);
    const Xapian::docid last = database.get_lastdocid();
    for (Xapian::docid docid = 1; docid < std::min<Xapian::docid>(last, 4000); docid += 3) {
      Xapian::Document document;
      document.add_term("the", 1 + docid % 300);
      document.add_term("changed", 70000);
      database.replace_document(docid, document);
    }
    database.commit();
  }
  expect_same(dir.at("ours"));
  // Items larger than an update makes: tags split over several items.
  Xapian::Database(dir.at("ours"))
      .compact(dir.at("fuller"), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULLER);
  expect_same(dir.at("fuller"));
}

INSTANTIATE_TEST_SUITE_P(All, GlassReader, ::testing::ValuesIn(testing::glass_cases()),
                         [](const auto& tested) { return tested.param.name; });

TEST(GlassTableReader, GoesToTheEntryBeforeAKey) {
  const testing::TempDir dir;
  testing::LoadInput input;
  for (std::uint32_t docid = 1; docid <= 3000; ++docid) {
    input.documents.emplace_back(docid, testing::varied_document(docid));
  }
  naive_load(dir.at("database"), input);
  TableReader table = postlist_of(dir.at("database"));
  glass::TableCursor cursor;
  std::vector<std::string> keys;
  for (bool more = table.find(std::string(1, '\0') + "\xe0", cursor); more;
       more = table.next(cursor)) {
    keys.emplace_back(cursor.key());
  }
  ASSERT_GT(keys.size(), 400U);
  ASSERT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  for (std::size_t i = 1; i < keys.size(); ++i) {
    ASSERT_TRUE(table.find(keys[i], cursor));
    ASSERT_EQ(cursor.key(), keys[i]);
    std::string below = keys[i];
    --below.back();  // below it, above the one before, mostly
    if (below <= keys[i - 1] || keys[i].back() == '\0') continue;
    ASSERT_TRUE(table.find(below, cursor));
    ASSERT_EQ(cursor.key(), keys[i - 1]);
  }
  EXPECT_FALSE(table.find(std::string(1, '\0'), cursor));
}

TEST(GlassTableReader, ReportsABlockOfALaterState) {
  const testing::TempDir dir;
  testing::LoadInput input;
  for (std::uint32_t docid = 1; docid <= 300; ++docid) {
    input.documents.emplace_back(docid, testing::varied_document(docid));
  }
  naive_load(dir.at("database"), input);
  const auto roots = glass::decode_tree_roots(testing::read_bytes(dir.at("database/iamglass")));
  TableReader early(dir.at("database/postlist.glass"), roots.tables[0], 0);
  glass::TableCursor cursor;
  EXPECT_THROW(early.find("the", cursor), glass::LaterState);
}

TEST(GlassTableReader, ReportsAFileThatEndsTooEarly) {
  const testing::TempDir dir;
  testing::LoadInput input;
  for (std::uint32_t docid = 1; docid <= 300; ++docid) {
    input.documents.emplace_back(docid, testing::varied_document(docid));
  }
  naive_load(dir.at("database"), input);
  TableReader table = postlist_of(dir.at("database"));
  std::filesystem::resize_file(dir.at("database/postlist.glass"), 100);
  glass::TableCursor cursor;
  EXPECT_THROW(table.find("the", cursor), Error);
}

TEST(GlassInflater, RefusesBytesThatAreNotAStream) {
  glass::Inflater inflater;
  std::string stream;
  const std::string text(5000, 'a');
  ASSERT_TRUE(glass::Deflater().raw(text, stream));
  EXPECT_EQ(inflater.raw(stream), text);
  EXPECT_THROW(inflater.raw(stream.substr(0, stream.size() - 1)), Error);
  EXPECT_THROW(inflater.raw("\xff\xff\xff"), Error);
  EXPECT_THROW(inflater.raw(""), Error);
}

TEST(GlassReaderEncoding, ReadsTheSortableNumbersThatItWrites) {
  for (std::uint64_t number : {0ULL, 1ULL, 0x7fffULL, 0x8000ULL, 0x3fffffULL, 0x400000ULL,
                               0x1fffffffULL, 0x20000000ULL, 0xffffffffULL}) {
    std::string bytes;
    glass::append_sortable(bytes, static_cast<std::uint32_t>(number));
    EXPECT_EQ(glass::read_sortable(bytes), number);
    EXPECT_THROW(glass::read_sortable(bytes + "x"), Error);
    EXPECT_THROW(glass::read_sortable(bytes.substr(1)), Error);
  }
  EXPECT_THROW(glass::read_sortable(""), Error);
}

}  // namespace
}  // namespace ibid
