// SPDX-License-Identifier: GPL-2.0-or-later
//
// An entry of a feed, of whatever format, and how it becomes a document.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/fragments/item_names.h"
#include "corpus/fragments/mapped_text.h"

namespace ibid {

struct EntryText {
  enum class Markup { kGuess, kHtml, kNone };
  MappedText text;
  Markup markup = Markup::kGuess;
};

struct FeedEntry {
  std::string id;  // as written; empty: the address, else the place in the file
  EntryText title;
  std::string title_rule;
  std::vector<EntryText> texts;  // one below the other
  // Without the title. A date as written; an address that is not one is left out.
  std::vector<ExtractedField> fields;
  std::vector<std::string> notes;
};

using TakeDocument = std::function<void(ExtractedFile)>;

// Makes documents of entries and names them: see ExtractedFile::item. Its text is the title, as a
// heading, and the texts.
class FeedDocuments {
 public:
  FeedDocuments(const ReaderInput& input, FileFormat format, TakeDocument take);

  // An entry without any text is not taken, nor one that cannot be read: that is a note.
  void add(FeedEntry entry);
  // Of the whole file. `what` is "line 7 is not JSON: …"; past some they are only counted.
  void add_note(std::string what);
  std::uint64_t taken() const { return taken_; }
  // Throws Error{kInput} if no entry was taken: why the first one cannot be read, else `why`.
  // Returns the notes of the whole file.
  std::vector<std::string> finish(const std::string& why);

 private:
  std::string item_of(const FeedEntry& entry);
  std::optional<ExtractedFile> document_of(FeedEntry entry);

  const ReaderInput& input_;
  FileFormat format_;
  TakeDocument take_;
  std::uint64_t seen_ = 0, taken_ = 0, without_text_ = 0, more_notes_ = 0;
  ItemNames items_;
  std::vector<std::string> notes_;
  std::string refused_;  // why the first entry that cannot be read
};

// Collects the documents that `read` hands over. Throws Error{kInput} if they are more than a
// process should hold: see ReaderLimits::file_bytes.
std::vector<ExtractedFile> collect_documents(
    const ReaderInput& input,
    const std::function<std::vector<std::string>(const TakeDocument&)>& read);

}  // namespace ibid
