// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/read_docx.h"

#include <fmt/core.h>

#include <map>
#include <string>
#include <utility>

#include "corpus/archive/archive.h"
#include "corpus/docx/note_numbering.h"
#include "corpus/docx/other_parts.h"
#include "corpus/docx/package_parts.h"
#include "corpus/docx/story_reader.h"
#include "corpus/error.h"
#include "corpus/extract/reader_rules.h"
#include "corpus/office/draft_writer.h"

namespace ibid {
namespace {

[[noreturn]] void refuse(const char* why) { throw Error(ErrorKind::kInput, why); }

std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

// Names of an OLE file's streams are in UTF-16.
void refuse_other_files(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    if (bytes.find(utf16("EncryptedPackage")) != bytes.npos) {
      refuse("it is protected by a password; save it without one");
    }
    if (bytes.find(utf16("WordDocument")) != bytes.npos) {
      refuse("it is in the old format of Word (.doc); save it as .docx");
    }
    refuse("it is an OLE file and not DOCX; save it as .docx");
  }
  if (!looks_like_zip(bytes)) refuse("it is not a DOCX file");
}

class Reading {
 public:
  explicit Reading(const ReaderInput& input)
      : limits_(input.limits),
        archive_(input.bytes, input.limits),
        out_(FileFormat::kDocx, AnchorGrade::kPart, reader_rules(FileFormat::kDocx),
             input.limits.text_bytes),
        writer_(out_, context_.addresses) {}

  ExtractedFile run() {
    const auto package = relationships_of(archive_, "", limits_);
    document_ = first_target(package, "officeDocument");
    if (document_.empty()) document_ = archive_.find_any_case("word/document.xml");
    if (document_.empty()) refuse("it is not a DOCX file: it contains no document");
    parts_ = relationships_of(archive_, document_, limits_);
    const std::string xml = archive_.read(document_);
    out_.add_part(source_part(document_, xml));

    read_definitions();
    if (std::string part = first_target(parts_, "comments"); !part.empty()) read_comments(part);
    read_all_notes();
    read_page_frames();
    read_document(xml);
    tell_rest();
    if (std::string part = first_target(package, "core-properties"); !part.empty()) {
      tolerate([&] { add_core_fields(out_, part, archive_.read(part), limits_); });
    }
    return out_.finish();
  }

 private:
  // A damaged part that is not of the text costs no text.
  template <typename Call>
  void tolerate(Call call) {
    try {
      call();
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
      out_.add_note(error.what());
    }
  }

  void read_definitions() {
    if (std::string part = first_target(parts_, "styles"); !part.empty()) {
      context_.styles = Styles(part, archive_.read(part), limits_);
    }
    if (std::string part = first_target(parts_, "numbering"); !part.empty()) {
      context_.numbering = Numbering(part, archive_.read(part), context_.styles, limits_);
    }
    if (std::string part = first_target(parts_, "settings"); !part.empty()) {
      tolerate([&] { settings_ = read_note_settings(part, archive_.read(part), limits_); });
    }
  }

  // The addresses that links of a part lead to.
  std::map<std::string, std::uint32_t, std::less<>> links_of(
      const std::vector<Relationship>& relationships) {
    std::map<std::string, std::uint32_t, std::less<>> links;
    for (const Relationship& link : relationships) {
      if (link.type != "hyperlink" || !link.external) continue;
      links.emplace(link.id, static_cast<std::uint32_t>(context_.addresses.size()));
      context_.addresses.push_back(link.target);
    }
    return links;
  }

  struct Part {
    std::uint32_t index;
    std::string xml;
    StoryReader story;
  };
  Part open(const std::string& name) {
    std::string xml = archive_.read(name);
    const std::uint32_t index = out_.add_part(source_part(name, xml));
    return {index, std::move(xml),
            StoryReader(context_, index, links_of(relationships_of(archive_, name, limits_)))};
  }

  void read_comments(const std::string& name) {
    tolerate([&] {
      Part part = open(name);
      context_.comments_part = part.index;
      for (const auto& [id, blocks] : read_notes(name, part.xml, part.story, limits_)) {
        std::string text;
        for (const Draft& block : blocks) append_lines(text, block);
        context_.comments.emplace(id, std::move(text));
      }
    });
  }

  void read_all_notes() {
    constexpr std::array kTypes = {"footnotes", "endnotes"};
    for (std::size_t family = 0; family < kTypes.size(); ++family) {
      const std::string name = first_target(parts_, kTypes[family]);
      if (name.empty()) continue;
      Part part = open(name);
      notes_[family] = read_notes(name, part.xml, part.story, limits_);
    }
  }

  // Running heads and feet stand before all text: they are on each page.
  void read_page_frames() {
    for (const Relationship& frame : parts_) {
      if ((frame.type != "header" && frame.type != "footer") || frame.target.empty()) continue;
      tolerate([&] {
        Part part = open(frame.target);
        std::string text;
        part.story.take = [&](Draft&& draft) { append_lines(text, draft); };
        parse_xml(frame.target, part.xml, part.story, limits_);
        part.story.finish();
        if (!text.empty()) out_.leave_out(LeftOutText::Reason::kPageFrame, text, part.index);
      });
    }
  }

  void read_document(const std::string& xml) {
    StoryReader story(context_, 0, links_of(parts_));
    NoteNumbering numbering(writer_, out_, settings_);
    story.take = [&](Draft&& draft) {
      fill_notes(draft);
      writer_.write(draft);
    };
    story.end_section = [&](const SectionNotes& rules) { numbering.end_section(rules); };
    parse_xml(document_, xml, story, limits_);
    if (story.root() != WordTag::kDocument) {
      refuse("it is an Office file but not a Word document; save its text as .docx");
    }
    story.finish();
    numbering.end_section({});
  }

  void fill_notes(Draft& draft) {
    for (Draft::Mark& mark : draft.marks) {
      const auto note = notes_[mark.family].find(mark.id);
      if (note == notes_[mark.family].end()) continue;
      mark.note = std::move(note->second);
      notes_[mark.family].erase(note);
      for (Draft& block : mark.note) {
        // A note within a note is not to be had in Word.
        block.marks.clear();
        std::erase_if(block.pieces, [](const Draft::Piece& piece) {
          return piece.kind == Draft::Piece::Kind::kMark;
        });
      }
    }
    for (Draft& inner : draft.after) fill_notes(inner);
  }

  // Comments and notes that belong to nothing that is shown.
  void tell_rest() {
    out_.end_block();
    for (const auto& [id, text] : context_.comments) {
      if (!text.empty()) {
        out_.leave_out(LeftOutText::Reason::kComment, text, context_.comments_part);
      }
    }
    for (const NoteBlocks& family : notes_) {
      for (const auto& [id, blocks] : family) {
        for (const Draft& block : blocks) tell_unmarked(block);
      }
    }
    if (context_.unknown_signs > 0) {
      out_.add_note(fmt::format("unknown characters of symbol fonts: {}", context_.unknown_signs));
    }
    if (context_.chunks > 0) {
      out_.add_note(
          fmt::format("files within it (altChunk) that are not read: {}", context_.chunks));
    }
    std::size_t embedded = 0;
    for (const std::string& name : archive_.names()) {
      embedded += name.find("/embeddings/") != name.npos ? 1 : 0;
    }
    if (embedded > 0) out_.add_note(fmt::format("files within it that are not read: {}", embedded));
  }

  void tell_unmarked(const Draft& block) {
    std::string text;
    append_lines(text, block);
    if (!text.empty()) out_.leave_out(LeftOutText::Reason::kHidden, text, block.part);
    for (const Draft::LeftOut& left : block.left_out) {
      out_.leave_out(left.reason, left.text, left.part);
    }
  }

  ReaderLimits limits_;
  Archive archive_;
  ExtractBuilder out_;
  StoryContext context_;
  DraftWriter writer_;
  std::string document_;
  std::vector<Relationship> parts_;
  SectionNotes settings_;
  std::array<NoteBlocks, 2> notes_;  // footnotes, endnotes
};

}  // namespace

std::vector<ExtractedFile> read_docx(const ReaderInput& input) {
  refuse_other_files(input.bytes);
  std::vector<ExtractedFile> files;
  files.push_back(Reading(input).run());
  return files;
}

}  // namespace ibid
