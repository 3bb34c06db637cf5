// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one grammar of source ids and of the marks that cite them.
//
//   id    = provider "-" visibility "-" kind "-" language "-" key "-" chunk "-" chunk
//   provider, visibility, kind = 1*(a-z 0-9)      "go", "public", "web"
//   language = 3(a-z)                             ISO 639-2: "kor", "eng"
//   key   = ["N"] 1*20(0-9)                       a 64-bit number, N for a minus sign
//   chunk = 1*10(0-9)
//   mark  = "(" name ":" list ")" | "[" name ":" list "]"   and in "<>", "【】" and full-width
//                                                 brackets, with ":" or "="
//   name  = "source" | "sources" | "출처" | …       any case, spaces allowed around; the names are
//                                                 in corpus/word_lists/citation_words.txt
//   list  = item *( ("," | ";") item )            mark_items.h
//
// Other dashes, invisible characters and line breaks inside an id: id_folding.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/report.h"

namespace ibid {

struct SourceId {
  std::string provider, visibility, kind, language;
  // Digits, with a leading "N" if negative; a string because it does not fit a JSON number.
  std::string key;
  std::uint32_t first_chunk = 0, second_chunk = 0;
  bool operator==(const SourceId&) const = default;
};

// Returns the parts of `text` if all of it is an id, or nothing if it breaks the grammar. A key
// that does not fit 64 bits breaks it.
std::optional<SourceId> parse_source_id(std::string_view text);
std::string to_string(const SourceId& id);  // parse_source_id's inverse

// True for text that a writer meant as an id, well-formed or not: it begins with "go-" and a part
// of letters, or has five or more "-"-joined parts ending in numbers.
bool looks_like_source_id(std::string_view text);

// The form of a source, as it is written.
Citation::Form source_form(std::string_view source);

struct MarkedSource {
  std::string source;
  Citation::Form form = Citation::Form::kId;
  ByteRange text;       // of what names the source in the scanned text
  std::string locator;  // as Citation::locator
};

struct CitationMark {
  ByteRange text;  // of the whole mark, brackets included
  std::vector<MarkedSource> sources;
};

// True for the name of a mark. `small`: in lower case.
bool is_mark_name(std::string_view small);

// Where the list begins if `text` begins with the name of a mark and a colon ("출처: …"); else 0.
std::size_t mark_name_end(std::string_view text);

// Returns all marks in `text` (valid UTF-8), left to right. A bare well-formed id outside any mark
// is a mark of its own. An unclosed bracket ends at the end of its sentence or text, or where the
// next mark opens. If an item has ids among other words ("Reuters go-public-…"), only the ids
// are kept; a comma inside a URL does not end an item; a mark without any source is text.
std::vector<CitationMark> find_citation_marks(std::string_view text);

}  // namespace ibid
