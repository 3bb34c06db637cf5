// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs of four letters that so many passages have that no query reads their lists: a twentieth of
// an index. Only builds whose documents do not list these terms leave them out, since Xapian
// removes a document from the lists of all terms that its own list has.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "indexer/build/posting_buffer.h"
#include "indexer/build/stored_batch.h"
#include "indexer/glass/postlist_writer.h"
#include "indexer/schema.h"

namespace ibid {

// Thread: one object, one thread.
class FrequentLetters {
 public:
  // Of a build with so many documents.
  FrequentLetters(TermLists lists, std::uint64_t documents)
      : leaves_out_(lists == TermLists::kExact), documents_(documents) {}

  // True if the list of `term` is to be left out; `having` documents have it, from `first` on.
  bool take(std::string_view term, std::uint64_t having, std::uint32_t first) {
    if (!leaves_out_ || !term.starts_with(schema::kFormGram)) return false;
    if (schema::lists_letters(having, documents_)) return false;
    left_out_[schema::kFormFrequentGram + std::string(term.substr(1))] = first;
    return true;
  }

  // Writes the terms that stand for those left out, if the next list is of `key` (of a run): all
  // terms come in their order.
  void write_before(std::string_view key, glass::PostlistWriter& out) {
    if (left_out_.empty() || key.front() != static_cast<char>(ListKind::kTerm)) return;
    if (key.substr(1) > left_out_.begin()->first) write_rest(out);
  }
  // The same when no list follows.
  void write_rest(glass::PostlistWriter& out) {
    for (const auto& [term, first] : left_out_) {
      out.begin_term(term);
      out.posting(first, 0);
      out.end_term();
    }
    left_out_.clear();
  }

 private:
  bool leaves_out_;
  std::uint64_t documents_;
  std::map<std::string, std::uint32_t> left_out_;  // by the term that stands for it
};

}  // namespace ibid
