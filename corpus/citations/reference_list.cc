// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/reference_list.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "corpus/citations/entry_label.h"
#include "corpus/citations/source_list.h"
#include "corpus/citations/stand_in.h"
#include "corpus/report/locator.h"
#include "corpus/report/source_id.h"
#include "corpus/report/source_identity.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::size_t kHeadBytes = 240;  // of an entry: room for its authors

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    append_utf8(out,
                static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
  }
  return out;
}

// True for an entry that names something to read; a sentence about sources names nothing.
bool names_something(const ListedSource& source) {
  if (source.author.empty() && source.title.empty() && source.publisher.empty()) {
    return !source.id.empty() || !source.url.empty();
  }
  return !source.id.empty() || !source.url.empty() || !source.label.empty() ||
         !source.publisher.empty() || !source.date.empty() || !source.author.empty();
}

// The text of an entry with the address that its words lead to, if it is not written out.
std::string with_addresses(const Passage& entry) {
  std::string text = entry.text;
  if (!entry.links.empty() && text.find("://") == std::string::npos) {
    text += ' ' + entry.links.front().url;
  }
  return text;
}

// "3." and "[3]", which stand before an entry on the printed page -> "3".
std::string label_of_list(const std::string& printed) {
  return printed.empty() ? std::string() : read_entry_label(printed + " x").label;
}

// What identifies a source that the entry gives no id.
void identify(ListedSource& source) {
  if (!source.id.empty() || !names_something(source)) return;
  source.id = canonical_url(source.url);
  if (!source.id.empty()) return;
  source.id = identity_of_words(source.author + source.title + source.publisher + source.date);
}

}  // namespace

MarkedSource led_to(const Reference* reference, std::string_view name, ByteRange text,
                    std::string_view locator) {
  if (reference == nullptr) {
    return {std::string(name), Citation::Form::kMissing, text, std::string(locator)};
  }
  return {reference->source, reference->form, text,
          locator.empty() ? reference->locator : std::string(locator)};
}

std::vector<std::string> name_words(std::string_view names) {
  static constexpr std::array<std::string_view, 10> kNoNames = {"and", "et",   "al",  "외", "등",
                                                                "및",  "with", "eds", "ed", "the"};
  std::vector<std::string> words;
  const std::string small = folded(names);
  for (std::size_t at = 0; at < small.size();) {
    const std::size_t begin = at;
    std::size_t end = at;
    while (at < small.size()) {
      const char32_t c = next_code_point(small, at);
      if (!is_letter(c) && c != U'-' && c != U'’' && c != U'\'') break;
      end = at;
    }
    std::string word = small.substr(begin, end - begin);
    if (word.ends_with("'s") || word.ends_with("’s")) word.resize(word.rfind('s') - 1);
    const bool initial = word.size() < 2;
    if (!initial && !is_one_of(word, kNoNames)) words.push_back(std::move(word));
  }
  return words;
}

void ReferenceList::add(const Passage& entry) {
  if (entry.kind == PassageKind::kNote) return add_note(entry);
  const std::string text = with_addresses(entry);
  for (ListedSource& source : parse_source_entry(text)) {
    if (source.label.empty()) source.label = label_of_list(entry.origin.label);
    const EntryLabel label = read_entry_label(text);
    const std::string_view words = std::string_view(text).substr(label.size);
    source.sequence = entry.sequence;
    if (auto earlier = stand_in(words)) {
      earlier->sequence = entry.sequence;
      add_reference(std::move(*earlier), source.label, {});
      continue;
    }
    const bool own = source.id.empty();
    identify(source);
    if (source.id.empty()) {
      listed_.push_back(std::move(source));
      continue;
    }
    // A list without numbers is counted, as the programs that write "[3]" over it do.
    unlabelled_ = own && source.label.empty() ? unlabelled_ + 1 : 0;
    const std::string number = unlabelled_ > 0 ? std::to_string(unlabelled_) : source.label;
    add_reference({source.id, source_form(source.id), {}, entry.sequence}, number, words);
    listed_.push_back(std::move(source));
  }
}

void ReferenceList::add_note(const Passage& note) {
  const std::size_t first = references_.size();
  const std::string text = with_addresses(note);
  if (auto earlier = stand_in(text)) {
    earlier->sequence = note.sequence;
    add_reference(*std::move(earlier), {}, {});
  } else {
    for (ListedSource& source : parse_source_entry(text)) {
      source.label.clear();
      identify(source);
      if (source.id.empty()) continue;
      source.sequence = note.sequence;
      source.label = note.origin.label;
      add_reference({source.id, source_form(source.id), source.locator, note.sequence}, {}, text);
      listed_.push_back(std::move(source));
    }
    for (const TextLink& link : note.links) add_address(link.url, note);
  }
  if (note.origin.note == 0) return;
  for (std::size_t i = first; i < references_.size(); ++i) notes_[note.origin.note].push_back(i);
}

// A further address of a note.
void ReferenceList::add_address(std::string_view url, const Passage& note) {
  ListedSource source;
  source.id = canonical_url(url);
  const auto is_known = [&](const ListedSource& one) {
    return one.sequence == note.sequence && one.id == source.id;
  };
  if (source.id.empty() || std::any_of(listed_.begin(), listed_.end(), is_known)) return;
  source.url = url;
  source.sequence = note.sequence;
  source.label = note.origin.label;
  add_reference({source.id, Citation::Form::kUrl, {}, note.sequence}, {}, {});
  listed_.push_back(std::move(source));
}

std::vector<const Reference*> ReferenceList::of_note(std::uint32_t note) const {
  std::vector<const Reference*> out;
  const auto found = notes_.find(note);
  if (found == notes_.end()) return out;
  for (const std::size_t index : found->second) out.push_back(&references_[index]);
  return out;
}

void ReferenceList::add_reference(Reference reference, std::string_view label,
                                  std::string_view words) {
  const std::size_t index = references_.size();
  references_.push_back(std::move(reference));
  heads_.push_back(folded(words.substr(0, floor_boundary(words, kHeadBytes))));
  if (const auto number = label_number(label)) {
    numbered_[*number].push_back(index);
    last_number_ = std::max(last_number_, *number);
  } else if (!label.empty()) {
    labelled_.try_emplace(folded(label), index);
  }
  if (!words.empty()) add_years(heads_.back(), index);
}

// Each year of the entry's head, with the words before it.
void ReferenceList::add_years(std::string_view head, std::size_t reference) {
  for (std::size_t at = 0; at + 4 <= head.size(); ++at) {
    if (!is_ascii_digit(head[at]) || (at > 0 && is_ascii_digit(head[at - 1]))) continue;
    std::size_t end = at;
    while (end < head.size() && is_ascii_digit(head[end])) ++end;
    const std::string_view year = head.substr(at, end - at);
    if (year.size() != 4 || (!year.starts_with("19") && !year.starts_with("20"))) {
      at = end;
      continue;
    }
    const bool suffixed = end < head.size() && head[end] >= 'a' && head[end] <= 'f' &&
                          (end + 1 == head.size() || !is_ascii_letter(head[end + 1]));
    years_.emplace(std::string(year), Dated{std::string(head.substr(0, at)),
                                            suffixed ? std::string(1, head[end]) : "", reference});
    at = end;
  }
}

std::optional<Reference> ReferenceList::stand_in(std::string_view words) const {
  const auto found = find_stand_in(words);
  if (!found || references_.empty()) return {};
  std::size_t index = references_.size() - 1;
  if (!found->name.empty()) {
    const std::vector<std::string> names = name_words(found->name);
    const auto has_names = [&](const std::string& head) {
      return !names.empty() && std::all_of(names.begin(), names.end(), [&](const auto& name) {
        return head.find(name) != std::string::npos;
      });
    };
    const auto head = std::find_if(heads_.begin(), heads_.end(), has_names);
    if (head == heads_.end()) return {};
    index = static_cast<std::size_t>(head - heads_.begin());
  }
  Reference reference = references_[index];
  reference.locator = found->locator;
  return reference;
}

const Reference* ReferenceList::numbered(std::uint32_t number, std::uint32_t sequence) const {
  const auto found = numbered_.find(number);
  if (found == numbered_.end()) return nullptr;
  const std::vector<std::size_t>& all = found->second;
  const auto below = std::find_if(all.begin(), all.end(), [&](std::size_t index) {
    return references_[index].sequence > sequence;
  });
  return &references_[below == all.end() ? all.back() : *below];
}

const Reference* ReferenceList::labelled(std::string_view label) const {
  const auto found = labelled_.find(folded(label));
  return found == labelled_.end() ? nullptr : &references_[found->second];
}

const Reference* ReferenceList::by_author(std::string_view names, std::string_view year) const {
  const std::vector<std::string> words = name_words(names);
  if (words.empty() || year.size() < 4) return nullptr;
  const Reference* found = nullptr;
  const auto [begin, end] = years_.equal_range(std::string(year.substr(0, 4)));
  for (auto it = begin; it != end; ++it) {
    const Dated& dated = it->second;
    if (year.size() > 4 && dated.suffix != year.substr(4)) continue;
    const std::vector<std::string> authors = name_words(dated.authors);
    const auto is_author = [&](const std::string& word) {
      return std::find(authors.begin(), authors.end(), word) != authors.end();
    };
    if (authors.empty() || authors.front() != words.front()) continue;
    if (!std::all_of(words.begin(), words.end(), is_author)) continue;
    const Reference* reference = &references_[dated.reference];
    if (found == nullptr || reference->sequence < found->sequence) found = reference;
  }
  return found;
}

}  // namespace ibid
