// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_places.h"

#include <utility>

namespace ibid {
namespace {

QuotedSpan part(StoredPassage passage, ByteRange text) {
  const ByteRange bytes = file_range(passage.spans, text);
  return {std::move(passage), text, bytes};
}

}  // namespace

const ComparedText& QuotePlaces::text(Xapian::docid document) {
  decode_passage_text(record(snapshot_.index(), document), text_);
  return text_;
}

std::shared_ptr<const PassageRecord> QuotePlaces::read(Xapian::docid document) {
  const auto known = records_.find(document);
  if (known != records_.end()) return known->second;
  if (records_.size() == kMostKept) records_.clear();
  auto record = std::make_shared<const PassageRecord>(snapshot_.record(document));
  records_.emplace(document, record);
  return record;
}

JoinedText QuotePlaces::text_of(const Passages& where) {
  const auto first = read(where.first);
  JoinedText joined{first->passage.text, first->passage.markup, first->passage.sentences,
                    first->passage.origin.joints};
  if (where.second == 0) return joined;
  const auto second = read(where.second);
  const std::uint64_t begin = joined.text.size() + 1;
  joined.text += " " + second->passage.text;
  for (const ByteRange sign : second->passage.markup) {
    joined.markup.push_back({begin + sign.begin, begin + sign.end});
  }
  for (const ByteRange sentence : second->passage.sentences) {
    joined.sentences.push_back({begin + sentence.begin, begin + sentence.end});
  }
  for (const std::uint64_t joint : second->passage.origin.joints) {
    joined.joints.push_back(begin + joint);
  }
  return joined;
}

QuoteMatch QuotePlaces::place(const Passages& where, ByteRange range,
                              const std::vector<std::string>& left_out) {
  QuoteMatch out;
  StoredPassage first = snapshot_.passage(*read(where.first));
  const std::uint64_t size = first.text.size();
  out.left_out = left_out;
  out.stale = snapshot_.is_stale(first.report.id, FreshnessCheck::kBytes);
  if (where.second == 0 || range.end <= size) {
    out.spans.push_back(part(std::move(first), range));
    return out;
  }
  const std::uint64_t begin = size + 1;  // of the next passage's text in the joined one
  if (range.begin < size) out.spans.push_back(part(std::move(first), {range.begin, size}));
  out.spans.push_back(part(snapshot_.passage(*read(where.second)),
                           {range.begin > begin ? range.begin - begin : 0, range.end - begin}));
  return out;
}

}  // namespace ibid
