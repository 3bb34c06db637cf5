// SPDX-License-Identifier: GPL-2.0-or-later
//
// Footnotes and endnotes of a page: a small mark that leads to a place further down, and the note
// that is there.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/html/tree/html_tree.h"

namespace ibid::html {

class PageNotes {
 public:
  struct Mark {
    std::uint32_t note;  // the note's element
    std::string label;
  };

  PageNotes() = default;
  explicit PageNotes(Page& page);

  // The marks that the element shows, which is not text itself; null if it is none.
  const std::vector<Mark>* marks(std::uint32_t node) const {
    const auto found = marks_.find(node);
    return found == marks_.end() ? nullptr : &found->second;
  }
  // The label of the note that the element is, else null.
  const std::string* note(std::uint32_t node) const {
    const auto found = notes_.find(node);
    return found == notes_.end() ? nullptr : &found->second;
  }
  // The element leads back from a note to its mark, or repeats its label.
  bool leads_back(std::uint32_t node) const { return back_.contains(node); }
  // Bytes at the start of a text that belong to a label that was taken away: "] ".
  std::uint32_t leftover(std::uint32_t text) const {
    const auto found = leftovers_.find(text);
    return found == leftovers_.end() ? 0 : found->second;
  }
  bool is_around_note(std::uint32_t node) const { return around_.contains(node); }
  bool holds_note(std::uint32_t node) const {
    return around_.contains(node) || notes_.contains(node);
  }

 private:
  std::string target_of(Page& page, std::uint32_t link) const;
  void add_mark(Page& page, std::uint32_t link);
  void add_note(Page& page, std::uint32_t note, const std::string& label);
  std::uint32_t note_at(Page& page, std::uint32_t target, std::uint32_t link) const;
  void strip(Page& page, std::uint32_t note, const std::string& label);

  std::unordered_map<std::string, std::uint32_t> ids_;
  std::unordered_map<std::uint32_t, std::vector<Mark>> marks_;
  std::unordered_map<std::uint32_t, std::string> notes_;
  std::unordered_set<std::uint32_t> back_, around_;
  std::unordered_map<std::uint32_t, std::uint32_t> leftovers_;
};

}  // namespace ibid::html
