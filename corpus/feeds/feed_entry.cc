// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/feed_entry.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "corpus/extract/reader_rules.h"
#include "corpus/fragments/append_text.h"
#include "corpus/fragments/item_names.h"
#include "corpus/fragments/moment.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kLongestField = 2000;  // bytes
constexpr std::size_t kMostFileNotes = 20;
constexpr std::uint64_t kDocumentBytes = 1024;  // of memory, beside its text

bool is_web_address(std::string_view value) {
  const std::string scheme = ascii_lower(value.substr(0, 8));
  return (scheme.starts_with("http://") || scheme.starts_with("https://")) &&
         value.find_first_of(" \t\r\n") == std::string_view::npos;
}

std::string_view value_of(const std::vector<ExtractedField>& fields, std::string_view name) {
  const auto at = std::find_if(fields.begin(), fields.end(),
                               [&](const ExtractedField& field) { return field.name == name; });
  return at == fields.end() ? std::string_view{} : std::string_view(at->value);
}

void add_field(ExtractBuilder& out, const ExtractedField& field) {
  std::string_view value = trim(field.value);
  if (value.empty()) return;
  if (field.name == "url" && !is_web_address(value)) return;
  if (field.name == "date") {
    const std::string day = day_of_moment(value);
    if (day.empty()) {
      value = value.substr(0, floor_boundary(value, std::min<std::size_t>(value.size(), 60)));
      return out.add_note(fmt::format("its date is not understood: {}", value));
    }
    return out.add_field("date", day, field.rule);
  }
  value = value.substr(0, floor_boundary(value, std::min(value.size(), kLongestField)));
  out.add_field(field.name, value, field.rule);
}

}  // namespace

FeedDocuments::FeedDocuments(const ReaderInput& input, FileFormat format, TakeDocument take)
    : input_(input), format_(format), take_(std::move(take)) {}

std::string FeedDocuments::item_of(const FeedEntry& entry) {
  std::string name = item_name(entry.id);
  if (name.empty()) name = item_name(value_of(entry.fields, "url"));
  return items_.take(name.empty() ? std::to_string(seen_) : name);
}

std::optional<ExtractedFile> FeedDocuments::document_of(FeedEntry entry) {
  ExtractBuilder out(format_, AnchorGrade::kByte, reader_rules(format_), input_.limits.text_bytes);
  out.add_part({{}, {}, input_.bytes.size(), 0, 0});
  append_heading(out, entry.title.text, entry.title.markup == EntryText::Markup::kNone);
  if (!out.file().blocks.empty()) out.add_field("title", out.file().text, entry.title_rule);
  const std::size_t head = out.file().blocks.size();
  const std::string_view url = value_of(entry.fields, "url");
  TextPlace place{0, TextMarkup::kGuess, is_web_address(url) ? std::string(url) : "",
                  input_.limits};
  for (const EntryText& text : entry.texts) {
    place.markup = text.markup == EntryText::Markup::kHtml   ? TextMarkup::kHtml
                   : text.markup == EntryText::Markup::kNone ? TextMarkup::kNone
                                                             : TextMarkup::kGuess;
    append_text(out, text.text, place);
  }
  if (out.file().blocks.size() == head) return std::nullopt;
  for (const ExtractedField& field : entry.fields) add_field(out, field);
  for (std::string& note : entry.notes) out.add_note(std::move(note));
  return out.finish();
}

void FeedDocuments::add(FeedEntry entry) {
  ++seen_;
  std::optional<ExtractedFile> file;
  const std::string item = item_of(entry);
  try {
    file = document_of(std::move(entry));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInput) throw;
    if (refused_.empty()) refused_ = error.what();
    return add_note(fmt::format("entry {} is left out: {}", item, error.what()));
  }
  if (!file) {
    ++without_text_;
    return;
  }
  file->item = item;
  ++taken_;
  take_(*std::move(file));
}

void FeedDocuments::add_note(std::string what) {
  if (notes_.size() < kMostFileNotes) {
    notes_.push_back(std::move(what));
  } else {
    ++more_notes_;
  }
}

std::vector<std::string> FeedDocuments::finish(const std::string& why) {
  if (taken_ == 0) {
    if (!refused_.empty()) throw Error(ErrorKind::kInput, refused_);
    throw Error(ErrorKind::kInput, notes_.empty() ? why : why + "; " + notes_[0]);
  }
  if (more_notes_ > 0) notes_.push_back(fmt::format("{} more like these", more_notes_));
  if (without_text_ > 0) {
    notes_.push_back(
        fmt::format("{} of {} entries left out: they have no text", without_text_, seen_));
  }
  return std::move(notes_);
}

std::vector<ExtractedFile> collect_documents(
    const ReaderInput& input,
    const std::function<std::vector<std::string>(const TakeDocument&)>& read) {
  std::vector<ExtractedFile> files;
  std::uint64_t bytes = 0;
  std::vector<std::string> notes = read([&](ExtractedFile file) {
    bytes += file.text.size() + file.anchors.size() * sizeof(SourceAnchor) + kDocumentBytes;
    if (bytes > input.limits.file_bytes) {
      throw Error(ErrorKind::kInput,
                  fmt::format("its first {} entries need more than {} bytes; split it",
                              files.size(), input.limits.file_bytes));
    }
    files.push_back(std::move(file));
  });
  // Of the whole file: with its first document, so that they are reported once.
  std::vector<std::string>& first = files.front().notes;
  first.insert(first.end(), std::make_move_iterator(notes.begin()),
               std::make_move_iterator(notes.end()));
  return files;
}

}  // namespace ibid
