// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON as text, in one pass: a line of hits is mostly passages, and to copy them into values first
// and to look for controls afterwards took three times as long.
#pragma once

#include <string>
#include <string_view>

#include "search/render/json_sink.h"

namespace ibid {

// Appends `text` in quotes. Bytes that are not UTF-8 become U+FFFD; characters that a terminal
// would obey are \u escapes.
void append_json_string(std::string& out, std::string_view text);
// Appends `value` on one line, its strings like that.
void append_json(std::string& out, const Json& value);

// Escapes the same characters in valid JSON text of any number of lines.
std::string escape_json_controls(std::string_view json);

// Writes into a text.
class JsonText : public JsonSink {
 public:
  // `out`: lent for the object's life.
  explicit JsonText(std::string& out) : out_(out) {}

  void begin_object() override { begin('{'); }
  void end_object() override { end('}'); }
  void begin_array() override { begin('['); }
  void end_array() override { end(']'); }
  void key(std::string_view name) override;
  void text(std::string_view value) override;
  void number(std::uint64_t value) override;
  void real(double value) override;
  void truth(bool value) override;
  void json(Json value) override;

 private:
  void begin(char bracket);
  void end(char bracket);
  void next();  // a comma, unless it is the first of its kind or the value of a key

  std::string& out_;
  bool first_ = true;
};

}  // namespace ibid
