// SPDX-License-Identifier: GPL-2.0-or-later
//
// XML as a sequence of events, each with its bytes. Names come apart from their prefixes; no
// entities but those of XML itself, nothing is fetched.
#pragma once

#include <span>
#include <string_view>

#include "corpus/extract/reader_input.h"
#include "corpus/text/byte_range.h"

namespace ibid {

struct XmlAttribute {
  std::string_view space;  // URI of the namespace; empty if the attribute has no prefix
  std::string_view name;   // without prefix
  std::string_view value;
};

// All views are of the event only.
struct XmlElement {
  std::string_view space;  // URI of the namespace; empty if in none
  std::string_view name;   // without prefix
  std::span<const XmlAttribute> attributes;
  ByteRange bytes;  // of the start tag

  // nullptr if the element has none.
  const XmlAttribute* find(std::string_view attribute_space, std::string_view attribute_name) const;
  // By its name alone, whatever its namespace; the first one.
  const XmlAttribute* find(std::string_view attribute_name) const;
  // Empty if the element has none.
  std::string_view value(std::string_view attribute_name) const;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlElement& element) = 0;
  virtual void end(std::string_view space, std::string_view name) = 0;
  // A piece of text, valid UTF-8, which is at `bytes` of the part: each call is one row of
  // characters that are alike (see TextSpan), so a run of text is several calls if it holds
  // "&amp;", a line end of two bytes, or is long. An end of line is a LF.
  virtual void text(std::string_view text, ByteRange bytes) = 0;
};

enum class XmlDoctype {
  kRefused,
  kIgnored,  // if it declares nothing itself; what it refers to is not read
};

// Parses the part `bytes`; `part_name` is for messages. Throws Error{kInput} with the part and the
// line, if it is not well-formed, has a doctype, or nests deeper than limits.depth; what came
// before has been handed on by then. What a handler throws ends the parsing and comes out.
// Encodings: UTF-8, UTF-16, ISO-8859-1, US-ASCII.
void parse_xml(std::string_view part_name, std::string_view bytes, XmlHandler& handler,
               const ReaderLimits& limits, XmlDoctype doctype = XmlDoctype::kRefused);

}  // namespace ibid
