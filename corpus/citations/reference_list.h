// SPDX-License-Identifier: GPL-2.0-or-later
//
// The source lists of a report, looked up by what its marks say: a number, a label, authors and
// year. Made before the passages are finished, since a list mostly comes last.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/report/report.h"
#include "corpus/report/source_id.h"
#include "corpus/text/byte_range.h"

namespace ibid {

// Where a mark leads: to an entry of a list.
struct Reference {
  std::string source;  // as Citation::source
  Citation::Form form = Citation::Form::kListed;
  std::string locator;         // of "Ibid., p. 5"; else empty
  std::uint32_t sequence = 0;  // of the entry's passage
};

class ReferenceList {
 public:
  // Reads the next entry, a passage of kind source or note. "Ibid.", "위의 글", "앞의 책" and
  // "op. cit." refer to an entry above; they list no source of their own. A note that names no
  // source is an explanation.
  void add(const Passage& entry);

  // A text in which numbers in brackets count 1, 2, 3 … without a list to answer them: its marks
  // lead nowhere, and that is worth saying.
  void expect_numbers() { expects_numbers_ = true; }

  // Entries with a number, or expect_numbers() was called: numbers in brackets are marks.
  bool answers_numbers() const { return expects_numbers_ || !numbered_.empty(); }
  bool has_numbers() const { return !numbered_.empty(); }
  // The largest number of an entry.
  std::uint32_t last_number() const { return last_number_; }

  // The entry with that number: of several lists, of the next one below the passage `sequence`,
  // else of the last above. nullptr if there is none.
  const Reference* numbered(std::uint32_t number, std::uint32_t sequence) const;
  // The entry "^kea" of "[^kea]", or "reuters" of "[Reuters][reuters]"; any case.
  const Reference* labelled(std::string_view label) const;

  // Where the note leads; see PassageOrigin::note. Empty for an explanation.
  std::vector<const Reference*> of_note(std::uint32_t note) const;

  // Entries whose authors and year are known.
  bool has_years() const { return !years_.empty(); }
  // The entry of that year ("2021", "2021a") whose authors begin with the first word of `names` and
  // have all others.
  const Reference* by_author(std::string_view names, std::string_view year) const;

  // All listed sources in the order of their entries.
  const std::vector<ListedSource>& listed() const { return listed_; }

 private:
  struct Dated {
    std::string authors;  // in small letters
    std::string suffix;   // "a" of "2021a"
    std::size_t reference;
  };
  void add_reference(Reference reference, std::string_view label, std::string_view words);
  void add_note(const Passage& note);
  void add_address(std::string_view url, const Passage& note);
  std::optional<Reference> stand_in(std::string_view words) const;
  void add_years(std::string_view words, std::size_t reference);

  std::vector<Reference> references_;
  std::vector<std::string> heads_;  // of each reference: its first words, in small letters
  std::map<std::uint32_t, std::vector<std::size_t>> numbered_;
  std::unordered_map<std::string, std::size_t> labelled_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> notes_;
  std::unordered_multimap<std::string, Dated> years_;
  std::vector<ListedSource> listed_;
  std::uint32_t last_number_ = 0;
  std::uint32_t unlabelled_ = 0;  // entries without id and number, in a row
  bool expects_numbers_ = false;
};

// What a mark says of one source at `text`, named `name`: where `reference` leads, or kMissing for
// nullptr. `locator`: the mark's own; else that of the reference.
MarkedSource led_to(const Reference* reference, std::string_view name, ByteRange text,
                    std::string_view locator);

// The words of names in a mark or entry, in small letters, without "and", "et al.", "외", "등" and
// initials: "Kim & Lee" -> "kim", "lee".
std::vector<std::string> name_words(std::string_view names);

}  // namespace ibid
