// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/epub/read_epub.h"

#include <fmt/core.h>

#include <string>
#include <utility>

#include "corpus/archive/archive.h"
#include "corpus/epub/epub_package.h"
#include "corpus/error.h"
#include "corpus/extract/reader_rules.h"
#include "corpus/html/read_html.h"
#include "corpus/text/code_points.h"
#include "corpus/text/decode.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {
namespace {

// The text of a table of contents, a line an entry.
class NavigationHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name == "nav") ++navs_;
  }
  void end(std::string_view, std::string_view name) override {
    if (name == "nav") --navs_;
    const bool ends_line = name == "li" || name == "p" || name.starts_with("h");
    if (ends_line && !lines.empty() && lines.back() != '\n') lines += '\n';
  }
  void text(std::string_view text, ByteRange) override {
    if (navs_ > 0 && lines.size() < kMostLeftOutBytes) lines += text;
  }
  std::string lines;

 private:
  int navs_ = 0;
};

class Reading {
 public:
  explicit Reading(const ReaderInput& input)
      : input_(input),
        archive_(input.bytes, input.limits),
        out_(FileFormat::kEpub, AnchorGrade::kPart,
             reader_rules(FileFormat::kEpub) + ' ' + html_reader_name(), input.limits.text_bytes) {}

  ExtractedFile run() {
    const EpubPackage package = read_package(archive_, input_.limits);
    for (const EpubChapter& chapter : package.chapters) {
      if (chapter.is_navigation) {
        leave_out_navigation(chapter.name);
      } else {
        read_chapter(chapter.name);
      }
    }
    if (out_.file().parts.empty()) {
      throw Error(ErrorKind::kInput, "it is an EPUB file without a chapter of text");
    }
    for (const std::string& part : package.missing) {
      out_.add_note(fmt::format("its part {} is missing", part));
    }
    const auto field = [&](const char* name, const std::string& value, const char* element) {
      out_.add_field(name, value, fmt::format("{} {}", package.name, element));
    };
    field("title", package.title, "dc:title");
    field("author", package.author, "dc:creator");
    field("date", package.date, "dc:date");
    field("publisher", package.publisher, "dc:publisher");
    field("language", package.language, "dc:language");
    return out_.finish();
  }

 private:
  void read_chapter(const std::string& name) {
    const std::string bytes = archive_.read(name);
    const DecodedText decoded = decode(bytes, tell_html_encoding(bytes, input_.assumed));
    AppendHtml how;
    how.part = out_.add_part(source_part(name, bytes));
    how.places = decoded.map.spans({0, decoded.text.size()}, 0);
    how.is_page = false;
    how.with_fields = false;
    how.is_xml = true;
    how.depth = input_.limits.depth;
    for (const std::string& note : decoded.notes) out_.add_note(name + ": " + note);
    append_html(out_, decoded.text, how);
  }

  void leave_out_navigation(const std::string& name) {
    const std::string bytes = archive_.read(name);
    const std::uint32_t part = out_.add_part(source_part(name, bytes));
    NavigationHandler handler;
    try {
      parse_xml(name, bytes, handler, input_.limits, XmlDoctype::kIgnored);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
    }
    out_.leave_out(LeftOutText::Reason::kNavigation, trim(std::string_view(handler.lines)), part);
  }

  const ReaderInput& input_;
  Archive archive_;
  ExtractBuilder out_;
};

}  // namespace

std::vector<ExtractedFile> read_epub(const ReaderInput& input) {
  if (!looks_like_zip(input.bytes)) throw Error(ErrorKind::kInput, "it is not an EPUB file");
  std::vector<ExtractedFile> files;
  files.push_back(Reading(input).run());
  return files;
}

}  // namespace ibid
