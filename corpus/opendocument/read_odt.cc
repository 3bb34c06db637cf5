// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/opendocument/read_odt.h"

#include <fmt/core.h>

#include <string>
#include <utility>

#include "corpus/archive/archive.h"
#include "corpus/error.h"
#include "corpus/extract/reader_rules.h"
#include "corpus/office/draft_writer.h"
#include "corpus/opendocument/odf_styles.h"
#include "corpus/opendocument/odf_text.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::string_view kTextType = "application/vnd.oasis.opendocument.text";

[[noreturn]] void refuse(const char* why) { throw Error(ErrorKind::kInput, why); }

class ManifestHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name == "encryption-data") encrypted = true;
  }
  void end(std::string_view, std::string_view) override {}
  void text(std::string_view, ByteRange) override {}
  bool encrypted = false;
};

constexpr std::size_t kMostField = 4096;

class MetaHandler : public XmlHandler {
 public:
  explicit MetaHandler(ExtractBuilder& out) : out_(out) {}
  void start(const XmlElement&) override { value_.clear(); }
  void end(std::string_view, std::string_view name) override {
    const std::string rule = fmt::format("meta.xml {}", name);
    if (name == "title" || name == "language") out_.add_field(std::string(name), value_, rule);
    if (name == "initial-creator") out_.add_field("author", value_, rule);
    if (name == "creator") creator_ = value_;
    if (name == "creation-date" && value_.size() >= 10 && value_[4] == '-' && value_[7] == '-') {
      out_.add_field("date", value_.substr(0, 10), rule);
    }
    if (name == "meta") out_.add_field("author", creator_, "meta.xml creator");
    value_.clear();
  }
  void text(std::string_view text, ByteRange) override {
    if (value_.size() + text.size() <= kMostField) value_ += text;
  }

 private:
  ExtractBuilder& out_;
  std::string value_, creator_;
};

// Only the running heads and feet of styles.xml.
class PageFrames : public XmlHandler {
 public:
  explicit PageFrames(OdfText& text) : text_(text) {}
  void start(const XmlElement& element) override {
    if (depth_ > 0 || is_frame(element.name)) ++depth_;
    if (depth_ > 0) text_.start(element);
  }
  void end(std::string_view space, std::string_view name) override {
    if (depth_ == 0) return;
    text_.end(space, name);
    --depth_;
  }
  void text(std::string_view text, ByteRange bytes) override {
    if (depth_ > 0) text_.text(text, bytes);
  }

 private:
  static bool is_frame(std::string_view name) {
    return name == "header" || name == "footer" || name == "header-left" || name == "footer-left" ||
           name == "header-first" || name == "footer-first";
  }
  OdfText& text_;
  std::size_t depth_ = 0;
};

class Reading {
 public:
  explicit Reading(const ReaderInput& input)
      : limits_(input.limits),
        archive_(input.bytes, input.limits),
        out_(FileFormat::kOdt, AnchorGrade::kPart, reader_rules(FileFormat::kOdt),
             input.limits.text_bytes) {}

  ExtractedFile run() {
    check_kind();
    const std::string content = archive_.read("content.xml");
    out_.add_part(source_part("content.xml", content));
    OdfStyles styles;
    if (archive_.contains("styles.xml")) {
      const std::string xml = archive_.read("styles.xml");
      styles.add("styles.xml", xml, limits_);
      read_page_frames(styles, xml);
    }
    styles.add("content.xml", content, limits_);
    OdfText text(styles, 0);
    DraftWriter writer(out_, text.addresses);
    text.take = [&](Draft&& draft) { writer.write(draft); };
    parse_xml("content.xml", content, text, limits_);
    if (!text.has_text)
      refuse("it is an OpenDocument file but not a text document; save its text as .odt");
    if (text.objects > 0) {
      out_.add_note(
          fmt::format("formulas, charts or files within it that are not read: {}", text.objects));
    }
    out_.end_block();
    if (archive_.contains("meta.xml")) {
      MetaHandler meta(out_);
      tolerate([&] { parse_xml("meta.xml", archive_.read("meta.xml"), meta, limits_); });
    }
    return out_.finish();
  }

 private:
  template <typename Call>
  void tolerate(Call call) {
    try {
      call();
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
      out_.add_note(error.what());
    }
  }

  void check_kind() {
    if (archive_.contains("META-INF/manifest.xml")) {
      ManifestHandler manifest;
      parse_xml("META-INF/manifest.xml", archive_.read("META-INF/manifest.xml"), manifest, limits_,
                XmlDoctype::kIgnored);
      if (manifest.encrypted) refuse("it is protected by a password; save it without one");
    }
    if (archive_.contains("mimetype")) {
      const std::string type = archive_.read("mimetype");
      if (!trim(std::string_view(type)).starts_with(kTextType)) {
        refuse("it is an OpenDocument file but not a text document; save its text as .odt");
      }
    }
    if (!archive_.contains("content.xml"))
      refuse("it is not an ODT file: it contains no content.xml");
  }

  // Running heads and feet stand before all text: they are on each page.
  void read_page_frames(const OdfStyles& styles, const std::string& xml) {
    tolerate([&] {
      std::string lines;
      OdfText text(styles, 1);
      text.take = [&](Draft&& draft) { append_lines(lines, draft); };
      PageFrames frames(text);
      parse_xml("styles.xml", xml, frames, limits_);
      const std::uint32_t part = out_.add_part(source_part("styles.xml", xml));
      if (!lines.empty()) out_.leave_out(LeftOutText::Reason::kPageFrame, lines, part);
    });
  }

  ReaderLimits limits_;
  Archive archive_;
  ExtractBuilder out_;
};

}  // namespace

std::vector<ExtractedFile> read_odt(const ReaderInput& input) {
  if (!looks_like_zip(input.bytes)) refuse("it is not an ODT file");
  std::vector<ExtractedFile> files;
  files.push_back(Reading(input).run());
  return files;
}

}  // namespace ibid
