// SPDX-License-Identifier: GPL-2.0-or-later
//
// PostingBuffer -> run (posting_run.h). The list of a term is its own list and those of all words
// that have it, added up by document.
#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "indexer/build/docid_sums.h"
#include "indexer/build/posting_run.h"
#include "indexer/glass/encoding.h"
#include "indexer/glass/postlist_writer.h"
#include "indexer/system/fetch_soon.h"

namespace ibid {
namespace {

using List = PostingBuffer::List;

// The words of the buffer that have a term.
class WordsByTerm {
 public:
  explicit WordsByTerm(const PostingBuffer& buffer) : ends_(buffer.vocabulary().size() + 1) {
    const WordTerms& words = buffer.vocabulary().words();
    const auto for_each = [&](auto&& take) {
      for (std::size_t i = 0; i < buffer.words().size(); ++i) {
        if (buffer.words()[i].docid == 0) continue;
        const auto word = static_cast<WordId>(i);
        for (const TermId term : words.terms(word)) take(term, word);
      }
    };
    // Counts, sums up, and fills each term's part from the back.
    for_each([&](TermId term, WordId) { ++ends_[term]; });
    std::uint32_t sum = 0;
    for (std::uint32_t& end : ends_) end = sum += end;
    words_.resize(sum);
    for_each([&](TermId term, WordId word) { words_[--ends_[term]] = word; });
  }

  // words() of the term comes soon: first where they are, then they.
  void expect(TermId term) const { fetch_soon(&ends_[term]); }
  void expect_words(TermId term) const { fetch_soon(words_.data() + ends_[term]); }
  // A word that has the term twice occurs twice.
  std::span<const WordId> words(TermId term) const {
    return {words_.data() + ends_[term], ends_[term + 1] - ends_[term]};
  }

 private:
  LargeVector<std::uint32_t> ends_;  // begin of each term's words, once all are filled
  LargeVector<WordId> words_;
};

class BufferRun : public RunReader {
 public:
  explicit BufferRun(const PostingBuffer& buffer) : buffer_(buffer), words_(buffer) { order(); }

  bool next() override {
    if (unnumbered_is_next()) {
      gather_unnumbered();
      return true;
    }
    if (next_ == lists_.size()) return false;
    fetch_ahead();
    const auto [kind, number] = lists_[next_++];
    key_text_.assign(1, static_cast<char>(kind));
    if (kind == ListKind::kValues) {
      key_text_ += glass::value_chunk_key(number);
      copy(buffer_.values().at(number));
    } else if (kind == ListKind::kLengths) {
      copy(buffer_.lengths());
    } else {
      key_text_ += buffer_.vocabulary().term(number);
      gather(number);
    }
    key_ = key_text_;
    bytes_ = list_;
    return true;
  }

 private:
  struct ListRef {
    ListKind kind = ListKind::kTerm;
    std::uint32_t number = 0;  // TermId or slot
  };

  void order() {
    for (const auto& [slot, list] : buffer_.values()) lists_.push_back({ListKind::kValues, slot});
    std::sort(lists_.begin(), lists_.end(), [](const ListRef& a, const ListRef& b) {
      return glass::value_chunk_key(a.number) < glass::value_chunk_key(b.number);
    });
    if (buffer_.lengths().docid != 0) lists_.push_back({ListKind::kLengths, 0});
    const Vocabulary& vocabulary = buffer_.vocabulary();
    std::vector<std::pair<std::uint64_t, TermId>> held;
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
      const auto id = static_cast<TermId>(i);
      if (own(id) != nullptr || !words_.words(id).empty()) {
        held.emplace_back(vocabulary.leading(id), id);
      }
    }
    std::sort(held.begin(), held.end(), [&](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : vocabulary.less(a.second, b.second);
    });
    lists_.reserve(lists_.size() + held.size());
    for (const auto& [leading, id] : held) lists_.push_back({ListKind::kTerm, id});
    unnumbered_.assign(buffer_.unnumbered().begin(), buffer_.unnumbered().end());
    std::sort(unnumbered_.begin(), unnumbered_.end(), [this](const auto& a, const auto& b) {
      if (a.leading != b.leading) return a.leading < b.leading;
      const int order = buffer_.term(a).compare(buffer_.term(b));
      return order != 0 ? order < 0 : a.docid < b.docid;
    });
  }

  bool unnumbered_is_next() const {
    if (next_unnumbered_ == unnumbered_.size()) return false;
    if (next_ == lists_.size()) return true;
    const auto [kind, number] = lists_[next_];
    if (kind != ListKind::kTerm) return false;
    const PostingBuffer::Unnumbered& posting = unnumbered_[next_unnumbered_];
    const std::uint64_t leading = buffer_.vocabulary().leading(number);
    return posting.leading != leading ? posting.leading < leading
                                      : buffer_.term(posting) < buffer_.vocabulary().term(number);
  }

  // Gathers all documents that have the next unnumbered term. These are exact terms; wdf is 0.
  void gather_unnumbered() {
    const std::string_view term = buffer_.term(unnumbered_[next_unnumbered_]);
    key_text_.assign(1, static_cast<char>(ListKind::kTerm));
    key_text_ += term;
    list_.clear();
    last_docid_ = 0;
    for (; next_unnumbered_ < unnumbered_.size(); ++next_unnumbered_) {
      const PostingBuffer::Unnumbered& posting = unnumbered_[next_unnumbered_];
      if (next_unnumbered_ + kUnnumberedAhead < unnumbered_.size()) {
        buffer_.expect(unnumbered_[next_unnumbered_ + kUnnumberedAhead]);
      }
      if (buffer_.term(posting) != term) break;
      glass::append_varint(list_, posting.docid - last_docid_);
      glass::append_varint(list_, 0);
      last_docid_ = posting.docid;
    }
    key_ = key_text_;
    bytes_ = list_;
  }

  // Terms come in the order of their bytes, so that what belongs to one is anywhere in memory. The
  // processor fetches it step by step while it works on the terms before.
  void fetch_ahead() const {
    expect_step(32, [this](TermId id) {
      words_.expect(id);
      buffer_.vocabulary().expect_term(id);
      if (id < buffer_.terms().size()) fetch_soon(&buffer_.terms()[id]);
    });
    expect_step(24, [this](TermId id) {
      words_.expect_words(id);
      buffer_.vocabulary().expect_bytes(id);
    });
    expect_step(16, [this](TermId id) {
      for (const WordId word : first_words(id)) fetch_soon(&buffer_.words()[word]);
    });
    expect_step(8, [this](TermId id) {
      if (const List* list = own(id)) buffer_.expect(*list);
      for (const WordId word : first_words(id)) buffer_.expect(buffer_.words()[word]);
    });
  }
  template <class Expect>
  void expect_step(std::size_t ahead, Expect expect) const {
    if (ahead >= lists_.size() - next_) return;
    const ListRef& list = lists_[next_ + ahead];
    if (list.kind == ListKind::kTerm) expect(list.number);
  }
  std::span<const WordId> first_words(TermId id) const {
    const std::span<const WordId> words = words_.words(id);
    return words.first(std::min(words.size(), kWordsAhead));
  }

  // The postings of the term itself; null if it has none.
  const List* own(TermId id) const {
    const bool held = id < buffer_.terms().size() && buffer_.terms()[id].docid != 0;
    return held ? &buffer_.terms()[id] : nullptr;
  }

  void copy(const List& list) {
    list_.clear();
    buffer_.append_to(list_, list);
    last_docid_ = list.docid;
  }

  void gather(TermId id) {
    const List* const own_list = own(id);
    const std::span<const WordId> words = words_.words(id);
    if (words.empty()) return copy(*own_list);
    if (own_list == nullptr && words.size() == 1) return copy(buffer_.words()[words.front()]);
    if (!sums_) sums_.emplace(buffer_.first_docid(), buffer_.lengths().docid);
    first_docid_ = UINT32_MAX;
    last_docid_ = 0;
    bytes_added_ = 0;
    if (own_list != nullptr) add(*own_list);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i + 2 * kWordsAhead < words.size()) {
        fetch_soon(&buffer_.words()[words[i + 2 * kWordsAhead]]);
      }
      if (i + kWordsAhead < words.size()) buffer_.expect(buffer_.words()[words[i + kWordsAhead]]);
      add(buffer_.words()[words[i]]);
    }
    // The gaps of summed lists are smaller than those of the lists, and a sum takes no more bytes
    // than its addends.
    list_.resize(bytes_added_);
    char* at = list_.data();
    std::uint32_t before = 0;
    sums_->drain(first_docid_, last_docid_, [&](std::uint32_t docid, std::uint32_t sum) {
      at = glass::put_varint(glass::put_varint(at, docid - before), sum);
      before = docid;
    });
    list_.resize(static_cast<std::size_t>(at - list_.data()));
  }

  void add(const List& list) {
    part_.clear();
    buffer_.append_to(part_, list);
    const char* at = part_.data();
    const char* const end = at + part_.size();
    auto docid = static_cast<std::uint32_t>(glass::read_varint(at, end));
    first_docid_ = std::min(first_docid_, docid);
    sums_->add(docid, static_cast<std::uint32_t>(glass::read_varint(at, end)));
    while (at != end) {
      docid += static_cast<std::uint32_t>(glass::read_varint(at, end));
      sums_->add(docid, static_cast<std::uint32_t>(glass::read_varint(at, end)));
    }
    bytes_added_ += part_.size();
    last_docid_ = std::max(last_docid_, list.docid);
  }

  static constexpr std::size_t kWordsAhead = 8;  // that are fetched of a term ahead
  static constexpr std::size_t kUnnumberedAhead = 8;

  const PostingBuffer& buffer_;
  WordsByTerm words_;
  std::optional<DocidSums> sums_;  // made for the first term with several lists
  std::vector<ListRef> lists_;
  LargeVector<PostingBuffer::Unnumbered> unnumbered_;  // by term, then by docid
  std::size_t next_ = 0, next_unnumbered_ = 0;
  std::string key_text_, list_, part_;
  std::uint32_t first_docid_ = 0;  // of the current list
  std::size_t bytes_added_ = 0;
};

}  // namespace

std::unique_ptr<RunReader> read_run(const PostingBuffer& buffer) {
  return std::make_unique<BufferRun>(buffer);
}

}  // namespace ibid
