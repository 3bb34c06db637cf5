// SPDX-License-Identifier: GPL-2.0-or-later
//
// See report_checks.h.
#include "tests/support/report_checks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "corpus/parser/report_parser.h"
#include "corpus/report/id_folding.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/source_id.h"
#include "corpus/text/code_points.h"
#include "corpus/text/decode.h"

namespace ibid::testing {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// The text of a piece of a file. A byte-order mark at its start is text: only the file's own is
// not, and a mark added before the piece takes the part of the file's own.
std::string text_of_piece(std::string_view piece, Encoding encoding) {
  std::string bytes(piece.substr(0, byte_order_mark(piece, encoding)));
  bytes.append(piece);
  return decode(bytes, encoding).text;
}

void check_spans(const Passage& passage, std::string_view bytes, Encoding encoding) {
  ASSERT_FALSE(passage.spans.empty()) << passage.id;
  std::uint64_t text_end = 0;
  std::uint64_t file_end = passage.bytes.begin;
  for (const TextSpan& span : passage.spans) {
    ASSERT_GE(span.text_begin, text_end) << passage.id;
    ASSERT_GE(span.file_begin, file_end) << passage.id;
    ASSERT_GT(span.length, 0U) << passage.id;
    ASSERT_LE(span.text_begin + span.length, passage.text.size()) << passage.id;
    ASSERT_LE(span.file_begin + span.file_length, bytes.size()) << passage.id;
    const std::string gap = passage.text.substr(text_end, span.text_begin - text_end);
    EXPECT_TRUE(gap.empty() || gap == " ") << passage.id;
    const std::string text = passage.text.substr(span.text_begin, span.length);
    const std::string_view file = bytes.substr(span.file_begin, span.file_length);
    if (text.find("\xEF\xBF\xBD") == std::string::npos) {
      EXPECT_EQ(text_of_piece(file, encoding), text) << passage.id;
    }
    text_end = span.text_begin + span.length;
    file_end = span.file_begin + span.file_length;
  }
  EXPECT_EQ(text_end, passage.text.size()) << passage.id;
  EXPECT_EQ(passage.bytes, (ByteRange{passage.spans.front().file_begin, file_end})) << passage.id;
}

void check_sentences(const Passage& passage) {
  ASSERT_FALSE(passage.sentences.empty()) << passage.id;
  std::uint64_t end = 0;
  for (const ByteRange& sentence : passage.sentences) {
    ASSERT_GE(sentence.begin, end) << passage.id;
    ASSERT_LT(sentence.begin, sentence.end) << passage.id;
    ASSERT_LE(sentence.end, passage.text.size()) << passage.id;
    EXPECT_FALSE(is_blank(passage.text[sentence.begin])) << passage.id;
    EXPECT_FALSE(is_blank(passage.text[sentence.end - 1])) << passage.id;
    EXPECT_TRUE(trim(slice_of(passage.text, {end, sentence.begin})).empty())
        << passage.id << " loses text between sentences at " << end;
    end = sentence.end;
  }
}

void check_citations(const Passage& passage, std::string_view bytes, Encoding encoding) {
  ByteRange last;
  for (const Citation& citation : passage.citations) {
    // "[1-3]" is three citations.
    EXPECT_TRUE(citation.text == last || citation.text.begin >= last.end) << passage.id;
    last = citation.text;
    EXPECT_EQ(citation.bytes, file_range(passage, citation.text)) << passage.id;
    const bool written = citation.form < Citation::Form::kListed;
    const std::string_view name = slice_of(passage.text, citation.text);
    if (written && !may_have_ids_to_fold(name)) {
      EXPECT_EQ(name, citation.source) << passage.id;
    }
    if (written && !may_have_ids_to_fold(name) && citation.source.find(' ') == std::string::npos &&
        citation.source.find('\xEF') == std::string::npos) {
      EXPECT_EQ(text_of_piece(slice_of(bytes, citation.bytes), encoding), citation.source)
          << passage.id;
    }
    ASSERT_GE(citation.sentence, 1U) << passage.id;
    ASSERT_LE(citation.sentence, passage.sentences.size()) << passage.id;
    const ByteRange sentence = passage.sentences[citation.sentence - 1];
    EXPECT_LE(sentence.begin, citation.text.begin) << passage.id << " " << citation.source;
    EXPECT_GE(sentence.end, citation.text.end) << passage.id << " " << citation.source;
  }
}

void check_sections(const Report& report) {
  std::set<std::string> locators;
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const Section& section = report.sections[i];
    EXPECT_TRUE(locators.insert(section.locator).second) << section.locator;
    EXPECT_FALSE(section.locator.empty());
    EXPECT_LE(section.locator.size(), kMaxLocatorBytes);
    EXPECT_FALSE(section.title.empty()) << section.locator;
    EXPECT_GE(section.parent, -1);
    EXPECT_LT(section.parent, static_cast<std::int32_t>(i));
  }
}

}  // namespace

void check_invariants(const Report& report, std::string_view bytes) {
  check_sections(report);
  std::set<std::string> ids;
  std::uint32_t sequence = 0;
  std::uint64_t end = 0;
  std::vector<std::uint32_t> ordinals(report.sections.size() + 1);
  for (const Passage& passage : report.passages) {
    EXPECT_TRUE(ids.insert(passage.id).second) << passage.id << " is used twice";
    EXPECT_EQ(passage.sequence, sequence++) << passage.id;
    EXPECT_GE(passage.bytes.begin, end) << passage.id << " is out of order";
    end = passage.bytes.end;
    ASSERT_LT(passage.section, static_cast<std::int32_t>(report.sections.size()));
    EXPECT_EQ(passage.ordinal, ++ordinals[static_cast<std::size_t>(passage.section + 1)]);
    const auto ref = parse_passage_ref(permalink(passage.id, passage.text));
    ASSERT_TRUE(ref) << passage.id;
    EXPECT_EQ(passage_id(ref->report, ref->locator, ref->ordinal), passage.id);
    EXPECT_FALSE(passage.text.empty());
    check_spans(passage, bytes, report.encoding);
    check_sentences(passage);
    check_citations(passage, bytes, report.encoding);
  }
  for (const ListedSource& source : report.listed_sources) {
    ASSERT_LT(source.sequence, report.passages.size());
    const Passage& passage = report.passages[source.sequence];
    EXPECT_EQ(passage.kind, PassageKind::kSource);
    const Citation::Form form = source_form(source.id);
    const bool written = form != Citation::Form::kListed && form != Citation::Form::kUrl;
    if (written) {
      EXPECT_NE(FoldedIds(passage.text).text().find(source.id), std::string::npos) << source.id;
    }
  }
}

void check_nothing_is_lost(const Report& report, std::string_view bytes) {
  ASSERT_FALSE(report.sections.empty());
  std::vector<ByteRange> known;
  for (const Section& section : report.sections) known.push_back(section.bytes);
  for (const Passage& passage : report.passages) known.push_back(passage.bytes);
  std::sort(known.begin(), known.end(),
            [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
  std::uint64_t end = report.sections.front().bytes.begin;
  known.push_back({bytes.size(), bytes.size()});
  for (const ByteRange& range : known) {
    if (range.end <= end) continue;
    ASSERT_GE(range.begin, end);
    std::string between;
    for (const char c : bytes.substr(end, range.begin - end)) {
      if (!is_blank(c)) between += c;
    }
    const std::set<std::string> bullets = {"", "•", "-", "*", "·", "▪"};
    EXPECT_TRUE(bullets.count(between)) << "lost at offset " << end << ": " << between;
    end = range.end;
  }
}

Report parse(std::string_view bytes, std::string_view stem) {
  const DecodedText decoded = decode(bytes);
  return parse_report(decoded, "r", stem);
}

}  // namespace ibid::testing
