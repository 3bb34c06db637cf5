// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/page_notes.h"

#include <array>

#include "corpus/html/web_address.h"
#include "corpus/text/word_list.h"

namespace ibid::html {
namespace {

constexpr std::size_t kLongestMark = 16;        // bytes
constexpr std::uint64_t kLongestNote = 20'000;  // bytes of HTML
constexpr std::uint32_t kMostNodesOfNote = 2'000;
constexpr std::size_t kMostAncestors = 12;

constexpr std::array kMarkClasses = std::to_array<std::string_view>(
    {"footnote-ref", "footnote-reference", "footnoteref", "footref", "noteref", "fnref",
     "wiki-fn-content", "footnote-anchor", "sdfootnoteanc", "sdendnoteanc"});
constexpr std::array kBackClasses = std::to_array<std::string_view>(
    {"footnote-backref", "footnote-back", "fn-backref", "reversefootnote", "mw-cite-backlink",
     "footnote-return", "sdfootnotesym", "sdendnotesym", "fn-bracket"});
constexpr std::array kBackSigns =
    std::to_array<std::string_view>({"↩", "↩︎", "↩️", "↑", "^", "⤴", "↵", "⏎", "[↩]", "[↑]",
                                     "[^]", "back", "return", "돌아가기"});

bool is_bracket(char c) { return c == '[' || c == ']' || c == '(' || c == ')'; }

std::string without_brackets(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_bracket(c) && c != ' ') out += c;
  }
  return out;
}

bool has_word(Page& page, std::uint32_t node, std::string_view attribute, WordList words) {
  const auto value = page.written(node, attribute);
  return value && any_word(*value, [&](std::string_view word) {
           return is_one_of(ascii_lower(word), words);
         });
}

bool says_noteref(Page& page, std::uint32_t link) {
  static constexpr std::array kRoles = std::to_array<std::string_view>({"doc-noteref", "noteref"});
  return has_word(page, link, "role", kRoles) || has_word(page, link, "epub:type", kRoles) ||
         has_word(page, link, "class", kMarkClasses);
}

// The <sup> right around a link, or kNone.
std::uint32_t sup_around(const Page& page, std::uint32_t link) {
  std::uint32_t node = page.nodes[link].parent;
  for (int up = 0; up < 3 && node != kNone; ++up, node = page.nodes[node].parent) {
    if (page.nodes[node].tag == GUMBO_TAG_SUP) return node;
  }
  return kNone;
}

bool holds_sup(const Page& page, std::uint32_t link) {
  for (std::uint32_t i = link; i < page.nodes[link].end && i < link + 4; ++i) {
    if (page.nodes[i].tag == GUMBO_TAG_SUP) return true;
  }
  return false;
}

// "[1]", "(주2)"
bool is_bracketed(std::string_view text) {
  return text.size() > 2 && is_bracket(text.front()) && is_bracket(text.back());
}

bool may_be_note(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_LI:
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_SECTION:
      return true;
    default:
      return false;
  }
}

}  // namespace

PageNotes::PageNotes(Page& page) {
  std::vector<std::uint32_t> links;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    if (!page.has_attributes(i)) continue;
    for (const char* name : {"id", "name"}) {
      if (page.written(i, name)) ids_.try_emplace(page.value(i, name), i);
    }
    if (page.nodes[i].tag != GUMBO_TAG_A) continue;
    const auto href = page.written(i, "href");
    if (href && href->size() > 1 && trim(*href).starts_with('#')) links.push_back(i);
  }
  for (const std::uint32_t link : links) add_mark(page, link);
  for (const auto& [note, label] : notes_) strip(page, note, label);
}

std::string PageNotes::target_of(Page& page, std::uint32_t link) const {
  const std::string href = page.value(link, "href");
  return percent_decoded(trim(std::string_view(href)).substr(1));
}

void PageNotes::add_mark(Page& page, std::uint32_t link) {
  const std::uint32_t sup = sup_around(page, link);
  const std::string text = page.text(link, kLongestMark + 1);
  if (text.empty() || text.size() > kLongestMark) return;
  if (sup == kNone && !holds_sup(page, link) && !is_bracketed(text) && !says_noteref(page, link)) {
    return;
  }
  std::string label = without_brackets(text);
  const auto target = ids_.find(target_of(page, link));
  if (label.empty() || target == ids_.end()) return;
  const std::uint32_t note = note_at(page, target->second, link);
  if (note == kNone) return;
  // A <sup> with other words in it is text around the mark.
  std::uint32_t marked = link;
  if (sup != kNone) {
    const std::string_view beside = " ,;[]()*";
    bool only_marks = true;
    for (std::uint32_t i = sup; i < page.nodes[sup].end; ++i) {
      if (page.nodes[i].tag == GUMBO_TAG_A) {
        i = page.nodes[i].end - 1;
      } else if (page.nodes[i].is_text()) {
        const auto& run = page.source.runs()[page.nodes[i].source];
        only_marks = only_marks &&
                     trim(page.slice_of(run)).find_first_not_of(beside) == std::string_view::npos;
      }
    }
    if (only_marks) marked = sup;
  }
  add_note(page, note, label);
  marks_[marked].push_back({note, std::move(label)});
}

// The element that is the note at `target`; kNone if that is not a note.
std::uint32_t PageNotes::note_at(Page& page, std::uint32_t target, std::uint32_t link) const {
  if (target <= link) return kNone;  // it leads back
  std::uint32_t note = target;
  for (std::size_t up = 0; note != kNone && !may_be_note(page.nodes[note].tag); ++up) {
    if (up == kMostAncestors || heading_level(page.nodes[note].tag) > 0) return kNone;
    note = page.nodes[note].parent;
  }
  if (note == kNone) return kNone;
  const std::uint32_t parent = page.nodes[note].parent;
  if (page.nodes[note].tag == GUMBO_TAG_P && parent != kNone &&
      page.nodes[parent].tag == GUMBO_TAG_LI && note <= parent + 2) {
    note = parent;
  }
  if (page.nodes[note].tag == GUMBO_TAG_DT) {
    // The term is the label, and its description the note.
    const std::uint32_t next = page.nodes[note].end;
    if (next >= page.nodes.size() || page.nodes[next].tag != GUMBO_TAG_DD) return kNone;
    note = next;
  }
  if (page.contains(note, link)) return kNone;
  if (page.nodes[note].end - note > kMostNodesOfNote) return kNone;
  std::uint64_t bytes = 0;
  for (std::uint32_t i = note; i < page.nodes[note].end; ++i) {
    if (heading_level(page.nodes[i].tag) > 0) return kNone;
    if (!page.nodes[i].is_text()) continue;
    const TextRun& run = page.source.runs()[page.nodes[i].source];
    if ((bytes += run.end - run.begin) > kLongestNote) return kNone;
  }
  return note;
}

void PageNotes::add_note(Page& page, std::uint32_t note, const std::string& label) {
  if (!notes_.try_emplace(note, label).second) return;
  for (std::uint32_t up = page.nodes[note].parent; up != kNone; up = page.nodes[up].parent) {
    if (!around_.insert(up).second) break;
  }
}

// Finds what leads back, and the label that the note's text begins with.
void PageNotes::strip(Page& page, std::uint32_t note, const std::string& label) {
  bool begins = true;  // no text of the note yet
  bool after_back = false;
  for (std::uint32_t i = note + 1; i < page.nodes[note].end;) {
    const Node& node = page.nodes[i];
    if (node.is_text()) {
      const TextRun& run = page.source.runs()[node.source];
      const std::string_view slice = page.slice_of(run);
      const std::string_view text = trim(slice);
      if (begins && !text.empty()) {
        const std::size_t rest = std::min(slice.find_first_not_of(" \t\r\n[]().:"), slice.size());
        const bool opens = rest == slice.size() && slice.find('[') != std::string_view::npos;
        if (after_back || opens) leftovers_[i] = static_cast<std::uint32_t>(rest);
        begins = rest == slice.size();
      }
      i = node.end;
      continue;
    }
    bool back = has_word(page, i, "class", kBackClasses);
    if (!back && node.tag == GUMBO_TAG_A && page.has_attributes(i)) {
      const std::string text = page.text(i, kLongestMark + 1);
      const std::string bare = without_brackets(text);
      const auto href = page.written(i, "href").value_or("");
      const bool inside = href.starts_with('#');
      const auto target = inside ? ids_.find(target_of(page, i)) : ids_.end();
      const bool upward = target != ids_.end() && target->second < note;
      back = (page.written(i, "role") == "doc-backlink") ||
             (inside && is_one_of(ascii_lower(text), kBackSigns)) ||
             (upward && (bare == label || bare.size() <= 2));
    }
    if (!back && begins && has_word(page, i, "class", std::array<std::string_view, 1>{"label"})) {
      back = true;  // <span class="label">[1]</span>
    }
    if (back) {
      back_.insert(i);
      after_back = true;
      i = node.end;
    } else {
      ++i;
    }
  }
}

}  // namespace ibid::html
