// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/html/html_checks.h"

#include <gumbo.h>

#include "corpus/html/read_html.h"
#include "corpus/text/code_points.h"
#include "corpus/text/decode.h"

namespace ibid::testing {
namespace {

std::string in_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += " / ";
    } else {
      out += c == '\t' ? '|' : c;
    }
  }
  return out;
}

std::string slice_of(const ExtractedFile& file, ByteRange range) {
  return std::string(slice(file.text, range));
}

// The text of HTML without tags, by gumbo alone.
std::string by_gumbo(const std::string& html) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_DIV;
  GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  std::string text;
  const GumboVector& nodes = output->root->v.element.children;
  for (unsigned i = 0; i < nodes.length; ++i) {
    text += static_cast<const GumboNode*>(nodes.data[i])->v.text.text;
  }
  gumbo_destroy_output(&options, output);
  return text;
}

std::string decoded(std::string_view bytes, Encoding encoding) {
  // Broken bytes are a text only if they are few of it.
  const bool wide = encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be;
  const std::string padding(wide ? 0 : 20 * bytes.size() + 20, '\n');
  std::string text = decode(std::string(bytes) + padding, encoding).text;
  text.resize(text.size() - padding.size());
  if (text.find('&') == std::string::npos) {
    // gumbo has U+FFFD for control characters, which browsers keep.
    std::string lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
      lines += text[i] == '\r' ? '\n' : text[i];
    }
    return lines;
  }
  // No tag is in an anchor, but "<" may be: as a character it stays one.
  std::string html;
  for (const char c : text) {
    if (c == '<') {
      html += "&lt;";
    } else {
      html += c;
    }
  }
  return by_gumbo(html);
}

}  // namespace

ExtractedFile read_page(std::string_view html) {
  ReaderInput input;
  input.bytes = html;
  input.format = FileFormat::kHtml;
  return read_html(input).at(0);
}

std::vector<std::string> lines(const ExtractedFile& file) {
  static constexpr const char* kKinds[] = {"p",    "h",       "li",  "row", "quote",
                                           "code", "caption", "box", "note"};
  std::vector<std::string> out;
  for (const ExtractedBlock& block : file.blocks) {
    std::string line = kKinds[static_cast<std::size_t>(block.kind)];
    if (block.level > 0) line += std::to_string(block.level);
    if (!block.label.empty()) line += " [" + block.label + "]";
    line += " " + in_one_line(slice_of(file, block.text));
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<std::string> left_out(const ExtractedFile& file) {
  std::vector<std::string> out;
  for (const LeftOutText& text : file.left_out) {
    out.push_back(std::string(to_string(text.reason)) + ": " + in_one_line(text.text));
  }
  return out;
}

std::vector<std::string> links(const ExtractedFile& file) {
  std::vector<std::string> out;
  for (const TextLink& link : file.links) {
    out.push_back(in_one_line(slice_of(file, link.text)) + " -> " + link.url);
  }
  return out;
}

std::vector<std::string> fields(const ExtractedFile& file) {
  std::vector<std::string> out;
  for (const ExtractedField& field : file.fields) {
    out.push_back(field.name + ": " + field.value + " (" + field.rule + ")");
  }
  return out;
}

std::string why_untrue(const ExtractedFile& file, std::string_view bytes) {
  if (std::string why = why_unsound(file); !why.empty()) return why;
  const Encoding encoding = tell_html_encoding(bytes);
  for (const SourceAnchor& anchor : file.anchors) {
    const TextSpan& span = anchor.span;
    if (span.file_begin + span.file_length > bytes.size()) return "an anchor is past the file";
    const std::string_view raw = bytes.substr(span.file_begin, span.file_length);
    const std::string_view text = std::string_view(file.text).substr(span.text_begin, span.length);
    if (encoding == Encoding::kUtf8 && raw == text) continue;
    if (decoded(raw, encoding) != text) {
      return "the bytes \"" + std::string(raw) + "\" at " + std::to_string(span.file_begin) +
             " are not \"" + std::string(text) + "\"";
    }
  }
  return "";
}

}  // namespace ibid::testing
