// SPDX-License-Identifier: GPL-2.0-or-later
//
// The same report written differently: texts, ids and citations stay, byte ranges move with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <random>

#include "corpus/files/reader.h"
#include "tests/support/report_checks.h"

namespace ibid {
namespace {

const std::string kFolder = IBID_SOURCE_DIR "/corpus/samples/";

std::vector<std::string> sample_texts() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".txt") continue;
    std::string bytes = read_file(entry.path().string());
    std::string plain;  // LF, no byte-order mark
    for (const char c : bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0)) {
      if (c != '\r') plain += c;
    }
    texts.push_back(plain);
  }
  EXPECT_FALSE(texts.empty());
  return texts;
}

using Moved = std::function<std::uint64_t(std::uint64_t)>;

void expect_same(const Report& before, const Report& after, const Moved& moved) {
  EXPECT_EQ(after.title, before.title);
  EXPECT_EQ(after.date, before.date);
  EXPECT_EQ(after.language, before.language);
  ASSERT_EQ(after.contents.size(), before.contents.size());
  ASSERT_EQ(after.sections.size(), before.sections.size());
  ASSERT_EQ(after.passages.size(), before.passages.size());
  for (std::size_t i = 0; i < before.sections.size(); ++i) {
    EXPECT_EQ(after.sections[i].locator, before.sections[i].locator);
    EXPECT_EQ(after.sections[i].title, before.sections[i].title);
    EXPECT_EQ(after.sections[i].bytes.begin, moved(before.sections[i].bytes.begin));
  }
  for (std::size_t i = 0; i < before.passages.size(); ++i) {
    const Passage& a = before.passages[i];
    const Passage& b = after.passages[i];
    EXPECT_EQ(b.id, a.id);
    EXPECT_EQ(b.text, a.text);
    EXPECT_EQ(b.sentences, a.sentences);
    EXPECT_EQ(b.bytes.begin, moved(a.bytes.begin)) << a.id;
    EXPECT_EQ(b.bytes.end, moved(a.bytes.end - 1) + 1) << a.id;
    ASSERT_EQ(b.citations.size(), a.citations.size()) << a.id;
    for (std::size_t k = 0; k < a.citations.size(); ++k) {
      EXPECT_EQ(b.citations[k].source, a.citations[k].source);
      EXPECT_EQ(b.citations[k].bytes.begin, moved(a.citations[k].bytes.begin));
    }
  }
}

std::string replaced(const std::string& text, const std::string& from, const std::string& to) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t hit = text.find(from); hit != std::string::npos; hit = text.find(from, at)) {
    result += text.substr(at, hit - at) + to;
    at = hit + from.size();
  }
  return result + text.substr(at);
}

TEST(Mutations, CrlfMovesRangesByTheLinesBefore) {
  for (const std::string& text : sample_texts()) {
    const std::string crlf = replaced(text, "\n", "\r\n");
    const Report after = testing::parse(crlf);
    testing::check_invariants(after, crlf);
    expect_same(testing::parse(text), after, [&](std::uint64_t at) {
      return at + static_cast<std::uint64_t>(std::count(
                      text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    });
  }
}

TEST(Mutations, CrAloneMovesNothing) {
  for (const std::string& text : sample_texts()) {
    expect_same(testing::parse(text), testing::parse(replaced(text, "\n", "\r")),
                [](std::uint64_t at) { return at; });
  }
}

TEST(Mutations, AByteOrderMarkMovesAllByThree) {
  for (const std::string& text : sample_texts()) {
    const std::string marked = "\xEF\xBB\xBF" + text;
    const Report after = testing::parse(marked);
    testing::check_invariants(after, marked);
    expect_same(testing::parse(text), after, [](std::uint64_t at) { return at + 3; });
  }
}

TEST(Mutations, FormFeedsBetweenBlocksMoveRangesOnly) {
  for (const std::string& text : sample_texts()) {
    const std::string paged = replaced(text, "\n\n", "\n\f\n");
    const Report after = testing::parse(paged);
    testing::check_invariants(after, paged);
    expect_same(testing::parse(text), after, [&](std::uint64_t at) {
      std::uint64_t pages = 0;
      for (std::size_t hit = text.find("\n\n"); hit < at; hit = text.find("\n\n", hit + 2)) ++pages;
      return at + pages;
    });
  }
}

TEST(Mutations, WhiteSpaceAtLineEndsMovesRangesOnly) {
  for (const std::string& text : sample_texts()) {
    const std::string trailing = replaced(text, "\n", " \t\n");
    const Report after = testing::parse(trailing);
    testing::check_invariants(after, trailing);
    expect_same(testing::parse(text), after, [&](std::uint64_t at) {
      return at + 2 * static_cast<std::uint64_t>(std::count(
                          text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    });
  }
}

// Broken and shuffled bytes: any report may come out, but it must lead back to the file.
TEST(Mutations, KeepInvariantsUnderRandomDamage) {
  std::mt19937 random(20240627);  // a fixed seed: a failure can be repeated
  const std::vector<std::string> scraps = {"\n",         "\n\n",   "\r",     "\f",        "• ",
                                           "  - ",       "1. ",    "2-1. ",  "(source: ", ")",
                                           "[출처: ",    "]",      "\xFF",   "\xE2\x80",  "# ",
                                           "Glossary\n", "출처\n", "목차\n", ". ",        "한"};
  for (const std::string& text : sample_texts()) {
    for (int round = 0; round < 25; ++round) {
      std::string damaged = text;
      for (int i = 0; i < 40; ++i) {
        const std::size_t at = random() % damaged.size();
        const std::string& scrap = scraps[random() % scraps.size()];
        if (random() % 3 == 0) {
          damaged.erase(at, random() % 20);
        } else {
          damaged.insert(at, scrap);
        }
      }
      testing::check_invariants(testing::parse(damaged), damaged);
      if (HasFailure()) FAIL() << "in round " << round;
    }
  }
}

}  // namespace
}  // namespace ibid
