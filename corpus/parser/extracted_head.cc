// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/parser/extracted_head.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/extract/mark_blocks.h"
#include "corpus/parser/passage_origins.h"

namespace ibid {
namespace {

// Whether the file says nothing of the field `name` but what `value`, read from the text, says too:
// a title that holds it; of other fields, one that holds it or is in it.
bool agrees_with_fields(const ExtractedFile& file, std::string_view name, std::string_view value) {
  return std::ranges::none_of(file.fields, [&](const ExtractedField& field) {
    return field.name == name && !is_of_the_file(field) &&
           field.value.find(value) == std::string::npos &&
           (name == "title" || value.find(field.value) == std::string_view::npos);
  });
}

// Whether the heading at `line` of the text is the title of the document, which is not a section:
// the file says so, or no other heading is on its level or above.
bool is_title(const ExtractedFile& file, ByteRange line) {
  const ExtractedBlock* block = block_at(file, line.begin);
  if (block == nullptr || block->kind != ExtractedBlock::Kind::kHeading) return true;
  const std::string_view text = std::string_view(file.text);
  for (const ExtractedField& field : file.fields) {
    if (field.name == "title") return field.value == text.substr(line.begin, line.size());
  }
  return std::none_of(file.blocks.begin(), file.blocks.end(), [&](const ExtractedBlock& other) {
    return other.kind == ExtractedBlock::Kind::kHeading && other.level <= block->level &&
           &other != block;
  });
}

}  // namespace

ByteRange limit_to_fields(ReportHead& head, const ExtractedFile& file) {
  if (head.first_form) head.end = head.fields_end;
  const std::array<std::pair<std::string_view, std::string*>, 5> values = {
      {{"title", &head.title},
       {"date", &head.date},
       {"publisher", &head.publisher},
       {"author", &head.author},
       {"url", &head.url}}};
  ByteRange freed_title;
  for (const auto& [name, value] : values) {
    const auto origin = std::ranges::find(head.origins, name, &FieldOrigin::field);
    if (origin == head.origins.end() || (!head.first_form && name != "title")) continue;
    const bool is_heading = name == "title" && !is_title(file, origin->bytes);
    if (!is_heading && agrees_with_fields(file, name, *value)) continue;
    value->clear();
    if (!head.first_form) freed_title = origin->bytes;
    head.origins.erase(origin);
  }
  if (head.first_form && head.origins.empty()) head.end = {};
  return freed_title;
}

}  // namespace ibid
